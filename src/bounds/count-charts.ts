import { oneWaySystems } from "./one-way-system.js";
import type { BoundProblem } from "./problem.js";
import { roundingRange } from "./rounding-interval.js";

export interface ChartCounts {
  readonly count: number;
  /**
   * For each bar the number of charts with each whole number, in order. A large number of charts is no evidence for a
   * value.
   */
  readonly frequency: Readonly<Record<string, readonly (readonly [value: number, charts: number])[]>>;
}

/**
 * Counts the charts of whole percentages that satisfy one-way statements: the same as `compatibleCharts` with reading
 * "unrounded", a hundred times faster. Given the other bars, the possible values of a bar are a run of whole numbers
 * (for each direction of the pairs that differ), so its two ends are enough.
 *
 * @param problem see `oneWaySystems` for what it may state
 * @param ids the bars of the chart
 * @throws RangeError for statements of another kind, or an id that is no unknown
 * @example
 * // Two halves of equal weight with a total printed as 1, neither above 2: 0 and 1, 1 and 1, and so on.
 * countCharts({ unknowns: [{ id: "a", high: 2 }, { id: "b", high: 2 }], identities: [{ total: { printed: "1" },
 *   parts: [{ id: "a", base: 1 }, { id: "b", base: 1 }], shareTolerance: 0 }] }, ["a", "b"]).count // 7
 */
export function countCharts(problem: BoundProblem, ids: readonly string[]): ChartCounts {
  const systems = oneWaySystems(problem);
  const place = (id: string): number => {
    const i = problem.unknowns.findIndex((u) => u.id === id);
    if (i < 0) throw new RangeError(`there is no unknown "${id}"`);
    return i;
  };
  const { low, high } = limits(problem, place);
  const bars = ids.map(place);
  const printed = Array.from({ length: 101 }, (_, value) =>
    roundingRange(String(value), problem.rounding ?? "half-up", "half-open"),
  );
  const frequency = ids.map(() => new Float64Array(101));
  /** The last run of each bar: the start of the next search, which is usually near. */
  const runs = systems.map(() => ids.map(() => ({ first: 50, last: 50 })));

  /** Finds the run of a bar within the limits of the others; false where there is none. */
  const sets = (s: number, depth: number): boolean => {
    const system = systems[s];
    if (!system.within(low, high)) return false;
    const bar = bars[depth];
    const canBeAtLeast = (value: number) => system.canBeAtLeast(bar, printed[value].low);
    const canBeAtMost = (value: number) => system.canBeAtMost(bar, printed[value].high);
    const run = runs[s][depth];
    while (run.last > 0 && !canBeAtLeast(run.last)) run.last--;
    while (run.last < 100 && canBeAtLeast(run.last + 1)) run.last++;
    while (run.first < 100 && !canBeAtMost(run.first)) run.first++;
    while (run.first > 0 && canBeAtMost(run.first - 1)) run.first--;
    return true;
  };
  const holds = (s: number, depth: number, value: number): boolean => {
    const { first, last } = runs[s][depth];
    return first <= value && value <= last;
  };
  const below = (depth: number, kept: readonly number[]): number => {
    const open = kept.filter((s) => sets(s, depth));
    if (open.length === 0) return 0;
    const bar = bars[depth];
    const [from, to] = [low[bar], high[bar]];
    const seen = frequency[depth];
    const isLast = depth + 1 === bars.length;
    const { first: least, last: most } = open.length === 1 ? runs[open[0]][depth] : { first: 0, last: 100 };
    let charts = 0;
    for (let value = least; value <= most; value++) {
      const within = open.length === 1 ? open : open.filter((s) => holds(s, depth, value));
      if (within.length === 0) continue;
      let more = 1;
      if (!isLast) {
        low[bar] = Math.max(from, printed[value].low);
        high[bar] = Math.min(to, printed[value].high);
        more = below(depth + 1, within);
      }
      seen[value] += more;
      charts += more;
    }
    low[bar] = from;
    high[bar] = to;
    return charts;
  };
  const all = systems.map((_, s) => s);
  return {
    count: bars.length === 0 ? 0 : below(0, all),
    frequency: Object.fromEntries(
      ids.map((id, k) => [
        id,
        Array.from(frequency[k], (charts, value) => [value, charts] as const).filter(
          ([, charts]) => charts > 0,
        ),
      ]),
    ),
  };
}

/** The lowest and the highest of each unknown that the problem states. */
function limits({ unknowns, ranges = [] }: BoundProblem, place: (id: string) => number) {
  const low = new Float64Array(unknowns.length);
  const high = new Float64Array(unknowns.length).fill(100);
  for (const { id, low: least = 0, high: most = 100 } of [...unknowns, ...ranges]) {
    const i = place(id);
    low[i] = Math.max(low[i], least);
    high[i] = Math.min(high[i], most);
  }
  return { low, high };
}
