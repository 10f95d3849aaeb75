import { type Constraint, solve } from "yalps";
import { isProvenEmpty } from "./infeasibility.js";
import type { LinearProgram } from "./program.js";

/** The linear solver returned no answer that passes the checks. It is an error, never a bound. */
export class UnsolvedError extends Error {}

/** Variables whose limits are closer than this are constants; terms that move less are dropped. */
const FIXED = 5e-9;
const NO_TERM = 1e-10;
/** Tolerance for a row violated by the solver's point. */
const BREACH = 1e-7;

/**
 * The solver sometimes pivots on noise. So its point is checked against every row, and "infeasible" needs a proof;
 * otherwise it is asked again with another order and rows widened by `room`.
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
 * Minimises a linear objective (one coefficient per variable); null when the rows are infeasible. Rows are widened by
 * up to 5e-8, so that rounding excludes nothing. Variables are shifted to start at 0, as the solver requires.
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
    const x = Float64Array.from({ length: program.low.length }, (_, i) => open.low[i]);
    for (const [i, y] of answer.variables) x[i] += y * model.unit[i];
    if (breach(program, x) > BREACH) {
      status = "optimal at a point that breaks a row";
      continue;
    }
    let value = 0;
    for (let i = 0; i < x.length; i++) {
      x[i] = Math.min(program.high[i], Math.max(program.low[i], x[i]));
      value += objective[i] * x[i];
    }
    return { value, x };
  }
  throw new UnsolvedError(`the linear programme ended as "${status}", not as solved`);
}

interface YalpsModel {
  readonly constraints: [number, Constraint][];
  readonly columns: [number, [number, number][]][];
  /** Our units per unit of the solver's variable. */
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
    const width = high[i] - low[i];
    if (width <= FIXED) continue;
    column[i] = columns.length;
    const entries: [number, number][] = [[n + i, 1]];
    if (scaled) unit[i] = width;
    const cost = objective[i] * unit[i];
    if (cost !== 0) entries.push([-1, cost]);
    columns.push([i, entries]);
    constraints.push([n + i, { max: width / unit[i] }]);
  }
  let key = 2 * n;
  for (const row of rows) {
    if (row.index.length === 1) continue;
    let [least, greatest] = [0, 0];
    let [shift, size] = [0, 0];
    for (let k = 0; k < row.index.length; k++) {
      const i = row.index[k];
      const coefficient = row.coefficient[k];
      shift += coefficient * low[i];
      const reach = column[i] === -1 ? 0 : coefficient * (high[i] - low[i]);
      size = Math.max(size, Math.abs(reach));
      if (reach > 0) greatest += reach;
      else least += reach;
    }
    let min = row.low - shift - room;
    let max = row.high - shift + room;
    if (least > max + room || greatest < min - room) return null;
    // Skips ends that the limits imply.
    if (least >= min) min = -Infinity;
    if (greatest <= max) max = Infinity;
    if (min === -Infinity && max === Infinity) continue;
    const by = scaled ? size : 1;
    constraints.push([key, bounded(min / by, max / by)]);
    for (let k = 0; k < row.index.length; k++) {
      const i = row.index[k];
      const c = column[i];
      const coefficient = row.coefficient[k];
      const width = high[i] - low[i];
      if (c !== -1 && Math.abs(coefficient) * width > NO_TERM)
        columns[c][1].push([key, (coefficient * unit[i]) / by]);
    }
    key++;
  }
  return { constraints, columns, unit };
}

/** Merges single-variable rows, widened like all rows, into the limits; null when a variable has none left. */
function withSingles(
  { low, high, rows }: LinearProgram,
  room: number,
): { low: Float64Array; high: Float64Array } | null {
  const limits = { low: Float64Array.from(low), high: Float64Array.from(high) };
  for (const { index, coefficient, low: least, high: most } of rows) {
    if (index.length !== 1) continue;
    const i = index[0];
    const c = coefficient[0];
    if (c === 0) {
      if (least > room || most < -room) return null;
      continue;
    }
    const ends = [(least - room) / c, (most + room) / c];
    limits.low[i] = Math.max(limits.low[i], Math.min(...ends));
    limits.high[i] = Math.min(limits.high[i], Math.max(...ends));
  }
  for (let i = 0; i < low.length; i++) {
    const width = limits.high[i] - limits.low[i];
    if (width < -room) return null;
    if (width < 0) limits.high[i] = limits.low[i];
  }
  return limits;
}

function bounded(min: number, max: number): Constraint {
  if (min === -Infinity) return { max };
  return max === Infinity ? { min } : { min, max };
}

/** The largest violation of a row or limit. */
function breach({ low, high, rows }: LinearProgram, x: Float64Array): number {
  let most = 0;
  for (let i = 0; i < x.length; i++) {
    most = Math.max(most, low[i] - x[i], x[i] - high[i]);
  }
  for (const row of rows) {
    let sum = 0;
    for (let k = 0; k < row.index.length; k++) {
      sum += row.coefficient[k] * x[row.index[k]];
    }
    most = Math.max(most, row.low - sum, sum - row.high);
  }
  return most;
}
