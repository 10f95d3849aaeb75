import { leastObjective } from "./branch-and-bound.js";
import type { DifferenceBounds } from "./difference-bounds.js";
import { PIECE_TOLERANCE } from "./piece.js";
import type { BoundProblem } from "./problem.js";
import { roundingRange } from "./rounding-interval.js";
import { askObjective, endOf, type Solvable, solvable } from "./solvable.js";
import { statementsOf } from "./statements.js";
import { type PreparedSystem, tightenAll } from "./system.js";

/** Whole percentages by id. */
export type WholeChart = Readonly<Record<string, number>>;

export interface ChartOptions {
  /** The bars of the chart; every unknown by default. */
  readonly ids?: readonly string[];
  /**
   * "unrounded" (default): some unrounded values that print as the chart satisfy every statement. "printed": order
   * and significance must also hold for the whole numbers.
   */
  readonly reading?: "unrounded" | "printed";
  /** How many charts to return, in numerical order; none by default. */
  readonly keep?: number;
  /** Maximum number of charts, beyond which an error is thrown; five million by default. */
  readonly most?: number;
}

export interface CompatibleCharts {
  readonly count: number;
  /** The lowest and highest whole number of each bar over all charts. */
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  /** The first chart with the smallest distance from lowest to highest bar, and the first with the largest. */
  readonly flattest: WholeChart | null;
  readonly steepest: WholeChart | null;
  /**
   * For each bar the number of charts with each whole number, in order. A large number of charts is no evidence for a
   * value.
   */
  readonly frequency: Readonly<Record<string, readonly (readonly [value: number, charts: number])[]>>;
  readonly charts: readonly WholeChart[];
}

const SHIFTS = [0, 0.12, -0.12, 0.25, -0.25, 0.37, -0.37, 0.49, -0.49];

/**
 * Counts every chart of whole percentages that satisfies the statements: every choice of a whole number for each bar
 * such that some complete system lies within the rounding intervals. These are half-open: they include the low end
 * only, and so do those of the printed numbers unless the problem says otherwise; ranges are taken as stated.
 * Depth-first over the bars; a partial chart that is infeasible is pruned.
 *
 * @throws RangeError when there are more charts than `most`, or for an id that is no unknown
 * @example
 * // Two halves of equal weight with a total printed as 1 and one of them printed as 0: the other is 1, 2 or 3.
 * compatibleCharts({ unknowns: [{ id: "a" }], identities: [{ total: { printed: "1" },
 *   parts: [{ printed: "0", base: 1 }, { id: "a", base: 1 }], shareTolerance: 0 }] }).count // 3
 */
export function compatibleCharts(problem: BoundProblem, options: ChartOptions = {}): CompatibleCharts {
  const { reading = "unrounded", keep = 0, most = 5_000_000 } = options;
  const ids = options.ids ?? problem.unknowns.map((u) => u.id);
  const halfOpen: BoundProblem = { ...problem, ends: problem.ends ?? "half-open" };
  const system = solvable(halfOpen, statementsOf(halfOpen));
  const { prepared } = system;
  const positions = ids.map((id) => {
    const at = problem.unknowns.findIndex((u) => u.id === id);
    if (at < 0) throw new RangeError(`there is no unknown "${id}"`);
    return at;
  });
  const candidates = ids.map((id) => candidatesOf(system, id));
  const frequency = ids.map(() => new Map<number, number>());
  const charts: WholeChart[] = [];
  let count = 0;
  let flattest: { spread: number; chart: number[] } | null = null;
  let steepest: { spread: number; chart: number[] } | null = null;
  const chart: number[] = [];

  const found = () => {
    if (++count > most) throw new RangeError(`there are more than ${most} charts`);
    chart.forEach((value, k) => {
      const map = frequency[k];
      map.set(value, (map.get(value) ?? 0) + 1);
    });
    const spread = Math.max(...chart) - Math.min(...chart);
    if (flattest === null || spread < flattest.spread) flattest = { spread, chart: [...chart] };
    if (steepest === null || spread > steepest.spread) steepest = { spread, chart: [...chart] };
    if (charts.length < keep) charts.push(named(ids, chart));
  };
  const set = (depth: number, bounds: DifferenceBounds) => {
    if (prepared === null) return;
    if (depth === ids.length) {
      if (readable(prepared, chart, positions, reading) && agrees(prepared, chart, positions, bounds))
        found();
      return;
    }
    const i = positions[depth];
    for (const { value, from, to } of candidates[depth]) {
      const narrower = bounds.copy();
      if (!narrower.atLeast(i, from) || !narrower.atMost(i, to)) continue;
      if (!tightenAll(prepared, narrower, []) || !possible(prepared, narrower)) continue;
      chart.push(value);
      // The quick check ignores interactions of statements; the full search is worth its cost before the last bars.
      if (depth >= ids.length - 1 || depth < ids.length - 4 || within(prepared, narrower))
        set(depth + 1, narrower);
      chart.pop();
    }
  };
  if (prepared !== null) set(0, prepared.bounds);
  const counted = frequency.map((map) => [...map].sort(([a], [b]) => a - b));
  const byId = <T>(of: (k: number) => T) => Object.fromEntries(ids.map((id, k) => [id, of(k)] as const));
  const shown = (one: { chart: number[] } | null) => (one === null ? null : named(ids, one.chart));
  return {
    count,
    ranges: count === 0 ? {} : byId((k) => [counted[k][0][0], counted[k][counted[k].length - 1][0]] as const),
    flattest: shown(flattest),
    steepest: shown(steepest),
    frequency: byId((k) => counted[k]),
    charts,
  };
}

function named(ids: readonly string[], chart: readonly number[]): WholeChart {
  return Object.fromEntries(ids.map((id, k) => [id, chart[k]]));
}

/** The whole numbers whose rounding interval overlaps the limits of an unknown. */
function candidatesOf(system: Solvable, id: string): { value: number; from: number; to: number }[] {
  const objective = askObjective(system, { id });
  const least = endOf(system, objective, "least");
  const greatest = endOf(system, objective, "greatest");
  if (least === null || greatest === null) return [];
  const rule = system.problem.rounding ?? "half-up";
  return Array.from({ length: 101 }, (_, value) => {
    const { low, high } = roundingRange(String(value), rule, "half-open");
    return { value, from: low, to: Math.min(100, high) };
  }).filter(({ from, to }) => from <= greatest.proven && to >= least.proven);
}

/** Whether order and significance hold for the whole numbers themselves, where that is the reading. */
function readable(
  system: PreparedSystem,
  chart: readonly number[],
  positions: readonly number[],
  reading: "unrounded" | "printed",
): boolean {
  if (reading === "unrounded") return true;
  const x = new Map(positions.map((p, k) => [p, chart[k]]));
  const point = Float64Array.from({ length: system.bounds.n }, (_, i) => x.get(i) ?? Number.NaN);
  return (
    system.differences.every(({ i, j, least }) => !(point[i] - point[j] < least)) &&
    // Figures without a bar have no whole number: their gap is NaN and never counts as a violation.
    system.pieces.every((piece) => piece.shares !== undefined || !(piece.gap(point) > PIECE_TOLERANCE))
  );
}

function possible(system: PreparedSystem, bounds: DifferenceBounds): boolean {
  const low = Float64Array.from({ length: bounds.n }, (_, i) => bounds.low(i));
  const high = Float64Array.from({ length: bounds.n }, (_, i) => bounds.high(i));
  return system.pieces.every((piece) => piece.possible?.(low, high) !== false);
}

/** Whether some system is feasible within the limits: tries a few points near the chart first, then searches. */
function agrees(
  system: PreparedSystem,
  chart: readonly number[],
  positions: readonly number[],
  bounds: DifferenceBounds,
): boolean {
  if (positions.length === bounds.n) {
    const x = new Float64Array(bounds.n);
    for (const shift of SHIFTS) {
      positions.forEach((p, k) => {
        x[p] = Math.min(bounds.high(p), Math.max(bounds.low(p), chart[k] + shift));
      });
      if (obeys(system, x)) return true;
    }
  }
  return within(system, bounds);
}

function obeys(system: PreparedSystem, x: Float64Array): boolean {
  for (const { i, j, least } of system.differences) {
    if (x[i] - x[j] < least) return false;
  }
  for (const { index, coefficient, low, high } of system.rows) {
    let sum = 0;
    for (let k = 0; k < index.length; k++) sum += coefficient[k] * x[index[k]];
    if (sum < low || sum > high) return false;
  }
  return system.pieces.every((piece) => piece.gap(x) <= 0);
}

/** Whether the search finds a feasible system within the limits. */
function within(system: PreparedSystem, bounds: DifferenceBounds): boolean {
  return leastObjective({ ...system, bounds }, new Float64Array(bounds.n), { anySystem: true }) !== null;
}
