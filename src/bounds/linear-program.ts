import { type Constraint, solve } from "yalps";
import { isProvenEmpty } from "./infeasibility.js";
import type { LinearProgram } from "./program.js";

/** The linear solver gave no answer that can be believed. It is an error, never a bound. */
export class UnsolvedError extends Error {}

/** A variable whose limits are this close is taken for a constant, and a term that moves less is left out. */
const FIXED = 5e-9;
const NO_TERM = 1e-10;
/** The most by which a point that the solver returns may break a row. */
const BREACH = 1e-7;

/**
 * The solver pivots on noise at times. So a point that it returns is checked against every row, and that there is none is
 * believed only with a proof; else it is asked again in another order, with rows wider by `room`.
 */
const ATTEMPTS = [
  { room: 1e-9, precision: 1e-10, reverse: false, scaled: false },
  { room: 1e-9, precision: 1e-11, reverse: false, scaled: true },
  { room: 1e-8, precision: 1e-9, reverse: true, scaled: false },
  { room: 1e-8, precision: 1e-10, reverse: true, scaled: true },
  { room: 5e-8, precision: 1e-8, reverse: false, scaled: false },
  { room: 5e-8, precision: 1e-12, reverse: false, scaled: true },
  { room: 5e-8, precision: 1e-9, reverse: false, scaled: true },
] as const;

/**
 * The point with the least objective (a coefficient for each variable), or null when no point obeys all rows. Rows are
 * widened by up to 5e-8, so that rounding excludes nothing. Variables are shifted to start at 0, as the solver wants them.
 *
 * @throws UnsolvedError when the solver gives up at every attempt
 */
export function minimiseLinear(
  program: LinearProgram,
  objective: ArrayLike<number>,
): { value: number; x: Float64Array } | null {
  let status = "";
  for (const { room, precision, reverse, scaled } of ATTEMPTS) {
    const limits = withSingles(program, room);
    if (limits === null) return null;
    const open = { ...limits, rows: program.rows };
    const model = modelOf(open, objective, room, scaled);
    if (model === null) return null;
    const answer = solve(
      {
        direction: "minimize",
        objective: -1,
        constraints: reverse ? model.constraints.toReversed() : model.constraints,
        variables: reverse ? model.columns.toReversed() : model.columns,
      },
      { precision, maxPivots: 2000 },
    );
    status = answer.status;
    if (status === "infeasible" && isProvenEmpty(open)) return null;
    if (status !== "optimal") continue;
    const x = Float64Array.from({ length: program.low.length }, (_, i) => open.low[i] as number);
    for (const [i, y] of answer.variables) x[i] = (x[i] as number) + y * (model.unit[i] as number);
    if (breach(program, x) > BREACH) {
      status = "optimal at a point that breaks a row";
      continue;
    }
    let value = 0;
    for (let i = 0; i < x.length; i++) {
      x[i] = Math.min(program.high[i] as number, Math.max(program.low[i] as number, x[i] as number));
      value += (objective[i] as number) * (x[i] as number);
    }
    return { value, x };
  }
  throw new UnsolvedError(`the linear programme ended as "${status}", not as solved`);
}

interface YalpsModel {
  readonly constraints: [number, Constraint][];
  readonly columns: [number, [number, number][]][];
  /** What a step of 1 in the solver's variable is in ours. */
  readonly unit: Float64Array;
}

function modelOf(
  { low, high, rows }: LinearProgram,
  objective: ArrayLike<number>,
  room: number,
  scaled: boolean,
): YalpsModel | null {
  const n = low.length;
  const constraints: [number, Constraint][] = [];
  const columns: [number, [number, number][]][] = [];
  const column = new Int32Array(n).fill(-1);
  const unit = new Float64Array(n).fill(1);
  for (let i = 0; i < n; i++) {
    const width = (high[i] as number) - (low[i] as number);
    if (width <= FIXED) continue;
    column[i] = columns.length;
    const entries: [number, number][] = [[n + i, 1]];
    if (scaled) unit[i] = width;
    const cost = (objective[i] as number) * (unit[i] as number);
    if (cost !== 0) entries.push([-1, cost]);
    columns.push([i, entries]);
    constraints.push([n + i, { max: width / (unit[i] as number) }]);
  }
  let key = 2 * n;
  for (const row of rows) {
    if (row.index.length === 1) continue;
    let [least, greatest] = [0, 0];
    let [shift, size] = [0, 0];
    for (let k = 0; k < row.index.length; k++) {
      const i = row.index[k] as number;
      const coefficient = row.coefficient[k] as number;
      shift += coefficient * (low[i] as number);
      const reach = column[i] === -1 ? 0 : coefficient * ((high[i] as number) - (low[i] as number));
      size = Math.max(size, Math.abs(reach));
      if (reach > 0) greatest += reach;
      else least += reach;
    }
    let min = row.low - shift - room;
    let max = row.high - shift + room;
    if (least > max + room || greatest < min - room) return null;
    // What the limits give already is left out.
    if (least >= min) min = -Infinity;
    if (greatest <= max) max = Infinity;
    if (min === -Infinity && max === Infinity) continue;
    const by = scaled ? size : 1;
    constraints.push([key, bounded(min / by, max / by)]);
    for (let k = 0; k < row.index.length; k++) {
      const i = row.index[k] as number;
      const c = column[i] as number;
      const coefficient = row.coefficient[k] as number;
      const width = (high[i] as number) - (low[i] as number);
      if (c !== -1 && Math.abs(coefficient) * width > NO_TERM)
        columns[c]?.[1].push([key, (coefficient * (unit[i] as number)) / by]);
    }
    key++;
  }
  return { constraints, columns, unit };
}

/** The limits with the rows of one variable, widened as all rows are; null when a variable has none left. */
function withSingles(
  { low, high, rows }: LinearProgram,
  room: number,
): { low: Float64Array; high: Float64Array } | null {
  const limits = { low: Float64Array.from(low), high: Float64Array.from(high) };
  for (const { index, coefficient, low: least, high: most } of rows) {
    if (index.length !== 1) continue;
    const i = index[0] as number;
    const c = coefficient[0] as number;
    if (c === 0) {
      if (least > room || most < -room) return null;
      continue;
    }
    const ends = [(least - room) / c, (most + room) / c];
    limits.low[i] = Math.max(limits.low[i] as number, Math.min(...ends));
    limits.high[i] = Math.min(limits.high[i] as number, Math.max(...ends));
  }
  for (let i = 0; i < low.length; i++) {
    const width = (limits.high[i] as number) - (limits.low[i] as number);
    if (width < -room) return null;
    if (width < 0) limits.high[i] = limits.low[i] as number;
  }
  return limits;
}

function bounded(min: number, max: number): Constraint {
  if (min === -Infinity) return { max };
  return max === Infinity ? { min } : { min, max };
}

/** By how much a point breaks the row or the limit that it breaks most. */
function breach({ low, high, rows }: LinearProgram, x: Float64Array): number {
  let most = 0;
  for (let i = 0; i < x.length; i++) {
    most = Math.max(most, (low[i] as number) - (x[i] as number), (x[i] as number) - (high[i] as number));
  }
  for (const row of rows) {
    let sum = 0;
    for (let k = 0; k < row.index.length; k++) {
      sum += (row.coefficient[k] as number) * (x[row.index[k] as number] as number);
    }
    most = Math.max(most, row.low - sum, sum - row.high);
  }
  return most;
}
