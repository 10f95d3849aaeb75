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
  /** The bars of the chart; every unknown where left out. */
  readonly ids?: readonly string[];
  /**
   * "unrounded": some unrounded values that are printed as the chart agree with every statement. "printed": order and
   * significance must hold for the whole numbers themselves too.
   */
  readonly reading?: "unrounded" | "printed";
  /** How many charts are handed back, the first in the order of their numbers. None where left out. */
  readonly keep?: number;
  /** More charts than this are an error; five million where left out. */
  readonly most?: number;
}

export interface CompatibleCharts {
  readonly count: number;
  /** The lowest and highest whole number of each bar over all charts. */
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  /** The first chart with the least distance from its lowest to its highest bar, and the first with the greatest. */
  readonly flattest: WholeChart | null;
  readonly steepest: WholeChart | null;
  /** For each bar how many charts have each whole number, in order. How many charts there are is no evidence for any. */
  readonly frequency: Readonly<Record<string, readonly (readonly [value: number, charts: number])[]>>;
  readonly charts: readonly WholeChart[];
}

const SHIFTS = [0, 0.12, -0.12, 0.25, -0.25, 0.37, -0.37, 0.49, -0.49];

/**
 * Counts every chart of whole percentages that agrees with the statements: every choice of a whole number for each bar
 * such that some complete system lies within the rounding intervals. They hold their low end and not their high one, those
 * of the printed numbers too unless the problem says otherwise; ranges are taken as stated.
 * Bars are set one after the other; a start that no system agrees with is given up.
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
      const map = frequency[k] as Map<number, number>;
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
    const i = positions[depth] as number;
    for (const { value, from, to } of candidates[depth] ?? []) {
      const narrower = bounds.copy();
      if (!narrower.atLeast(i, from) || !narrower.atMost(i, to)) continue;
      if (!tightenAll(prepared, narrower, []) || !possible(prepared, narrower)) continue;
      chart.push(value);
      // The quick look misses what statements say together; before the last bars the search is asked.
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
    ranges:
      count === 0 ? {} : byId((k) => [counted[k]?.[0]?.[0] ?? 0, counted[k]?.at(-1)?.[0] ?? 0] as const),
    flattest: shown(flattest),
    steepest: shown(steepest),
    frequency: byId((k) => counted[k] ?? []),
    charts,
  };
}

function named(ids: readonly string[], chart: readonly number[]): WholeChart {
  return Object.fromEntries(ids.map((id, k) => [id, chart[k] as number]));
}

/** The whole numbers whose rounding interval meets what an unknown can be. */
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
  const x = new Map(positions.map((p, k) => [p, chart[k] as number]));
  const point = Float64Array.from({ length: system.bounds.n }, (_, i) => x.get(i) ?? Number.NaN);
  return (
    system.differences.every(({ i, j, least }) => !((point[i] as number) - (point[j] as number) < least)) &&
    // Figures that are no bar make a gap no number, which breaks nothing.
    system.pieces.every((piece) => piece.shares !== undefined || !(piece.gap(point) > PIECE_TOLERANCE))
  );
}

function possible(system: PreparedSystem, bounds: DifferenceBounds): boolean {
  const low = Float64Array.from({ length: bounds.n }, (_, i) => bounds.low(i));
  const high = Float64Array.from({ length: bounds.n }, (_, i) => bounds.high(i));
  return system.pieces.every((piece) => piece.possible?.(low, high) !== false);
}

/** Whether some system agrees within the limits: first a few points near the chart's own numbers, then the search. */
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
        x[p] = Math.min(bounds.high(p), Math.max(bounds.low(p), (chart[k] as number) + shift));
      });
      if (obeys(system, x)) return true;
    }
  }
  return within(system, bounds);
}

function obeys(system: PreparedSystem, x: Float64Array): boolean {
  for (const { i, j, least } of system.differences) {
    if ((x[i] as number) - (x[j] as number) < least) return false;
  }
  for (const { index, coefficient, low, high } of system.rows) {
    let sum = 0;
    for (let k = 0; k < index.length; k++)
      sum += (coefficient[k] as number) * (x[index[k] as number] as number);
    if (sum < low || sum > high) return false;
  }
  return system.pieces.every((piece) => piece.gap(x) <= 0);
}

/** Whether the search finds a system within the limits. */
function within(system: PreparedSystem, bounds: DifferenceBounds): boolean {
  return leastObjective({ ...system, bounds }, new Float64Array(bounds.n), { anySystem: true }) !== null;
}
