import { minimiseLinear } from "../../../src/bounds/linear-program.js";
import type { Row } from "../../../src/bounds/program.js";
import type { CountSystem } from "./counts.js";
import type { Limits } from "./knowledge.js";

/** A sum of counts with coefficients 1 and -1. */
export interface Form {
  readonly index: readonly number[];
  readonly coefficient: readonly number[];
}

/** Deviations of counts from the truth, by index; others are 0. */
export type Deviation = ReadonlyMap<number, number>;

export interface DeviationProblem {
  readonly limits: Limits;
  /** The objective, unless `cost` is given. */
  readonly form: Form;
  /** Required deviation of the form; free if left out. */
  readonly shift?: number;
  /** Limit on the decrease of the form. */
  readonly most?: number;
  /** Cost per unit of a count's deviation; needs `shift`. */
  readonly cost?: (count: number) => number;
  /** Counts whose limits may exclude the truth; all others include it. */
  readonly moved?: readonly number[];
  /** Initial rows, such as those of a similar problem; extended in place. */
  readonly active?: Set<number>;
}

const NOTICED = 1e-6;

/**
 * The minimal deviation from the true counts over all tables within rows and limits; null for none. Rows are
 * generated lazily, when the current solution violates them, which keeps the programme small; the result violates
 * none.
 *
 * @throws UnsolvedError when the linear solver gives up
 */
export function leastDeviation(system: CountSystem, problem: DeviationProblem): Deviation | null {
  const active = problem.active ?? new Set<number>();
  for (;;) {
    const deviation = overRows(system, problem, active);
    if (deviation === null) return null;
    const before = active.size;
    for (const i of deviation.keys())
      for (const r of system.rowsOf[i]) if (!active.has(r) && breaks(system, r, deviation)) active.add(r);
    if (active.size === before) return deviation;
  }
}

/** Solves with the active rows only. */
function overRows(
  system: CountSystem,
  problem: DeviationProblem,
  active: ReadonlySet<number>,
): Deviation | null {
  const { form, shift, most, cost, moved = [] } = problem;
  const columns = new Columns(system, problem);
  for (const i of form.index) columns.add(i);
  for (const i of moved) columns.add(i);
  const program: Row[] = [];
  for (const r of active) {
    const row = system.rows[r];
    for (const i of row.index) columns.add(i);
    const truth = trueValue(system, row);
    program.push(columns.row(row, row.low - truth, row.high - truth));
  }
  const own = columns.row(form, shift ?? 0, shift ?? 0);
  if (shift !== undefined) program.push(own);
  if (most !== undefined) program.push({ ...own, low: -most, high: Number.POSITIVE_INFINITY });
  const objective =
    cost === undefined ? new Float64Array(columns.low.length) : Float64Array.from(columns.cost);
  if (cost === undefined)
    own.index.forEach((column, k) => {
      objective[column] = own.coefficient[k];
    });
  // A row of constants is either satisfied or infeasible.
  if (program.some((row) => row.index.length === 0 && (row.low > NOTICED || row.high < -NOTICED)))
    return null;
  const rows = program.filter((row) => row.index.length > 0);
  const width = columns.low.length;
  system.effort.spent += (rows.length + width) * width;
  const answer = minimiseLinear({ low: columns.low, high: columns.high, rows }, objective);
  return answer === null ? null : columns.deviation(answer.x);
}

/** Columns of the programme: one per free count, one per direction for a count with a cost. */
class Columns {
  readonly low: number[] = [];
  readonly high: number[] = [];
  readonly cost: number[] = [];
  /** First column and number of columns of each count. */
  readonly #first = new Map<number, readonly [first: number, count: number]>();
  readonly #system: CountSystem;
  readonly #problem: DeviationProblem;

  constructor(system: CountSystem, problem: DeviationProblem) {
    this.#system = system;
    this.#problem = problem;
  }

  add(count: number): void {
    if (this.#first.has(count)) return;
    const { limits, cost } = this.#problem;
    const value = this.#system.values[count];
    const down = limits.low[count] - value;
    const up = limits.high[count] - value;
    const price = down === up ? 0 : (cost?.(count) ?? 0);
    if (down === 0 && up === 0) {
      this.#first.set(count, [0, 0]);
      return;
    }
    this.#first.set(count, [this.low.length, price === 0 ? 1 : 2]);
    this.#put(price === 0 ? down : 0, up, price);
    if (price > 0) this.#put(0, -down, price);
  }

  #put(low: number, high: number, cost: number): void {
    this.low.push(low);
    this.high.push(high);
    this.cost.push(cost);
  }

  row(form: Form, low: number, high: number): Row {
    const index: number[] = [];
    const coefficient: number[] = [];
    for (let k = 0; k < form.index.length; k++) {
      const [first, count] = this.#first.get(form.index[k]) as readonly [number, number];
      if (count === 0) continue;
      const c = form.coefficient[k];
      index.push(first);
      coefficient.push(c);
      if (count === 1) continue;
      index.push(first + 1);
      coefficient.push(-c);
    }
    return { index, coefficient, low, high, statement: -1 };
  }

  deviation(x: ArrayLike<number>): Deviation {
    const deviation = new Map<number, number>();
    for (const [i, [first, count]] of this.#first) {
      if (count === 0) continue;
      const y = x[first] - (count === 1 ? 0 : x[first + 1]);
      if (Math.abs(y) > NOTICED) deviation.set(i, y);
    }
    return deviation;
  }
}

/** Whether a deviation violates the row. */
export function breaks(system: CountSystem, row: number, deviation: Deviation): boolean {
  const found = system.rows[row];
  const value = trueValue(system, found) + deviationOf(found, deviation);
  return value < found.low - NOTICED || value > found.high + NOTICED;
}

export function trueValue({ values }: CountSystem, { index, coefficient }: Form): number {
  let sum = 0;
  for (let k = 0; k < index.length; k++) sum += coefficient[k] * values[index[k]];
  return sum;
}

export function deviationOf({ index, coefficient }: Form, deviation: Deviation): number {
  let sum = 0;
  for (let k = 0; k < index.length; k++) sum += coefficient[k] * (deviation.get(index[k]) ?? 0);
  return sum;
}
