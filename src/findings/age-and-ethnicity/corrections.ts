import { type BoundProblem, extremeMean, shareSet } from "../../bounds/index.js";
import { memoize } from "../../model/memoize.js";
import { normalProbability } from "../../stats/numeric/distributions.js";
import { differenceOfProportions } from "../../stats/published/index.js";
import { benjaminiHochbergRejections, holmRejections } from "../../stats/testing/index.js";
import { type Facts, groupsOf, isHeldFigure } from "./facts.js";
import { problemOf } from "./problem.js";
import { lostSets } from "./ranges.js";
import { type Chart, readingOf } from "./readings.js";
import { wholePercentages } from "./small-groups.js";

const LEVEL = 0.05;

/** Minimum and maximum number of significant pairs over all charts that fit; infinite if none fits. */
export interface SignificantPairs {
  readonly low: number;
  readonly high: number;
}

export interface Corrections {
  readonly pairs: number;
  readonly uncorrected: SignificantPairs;
  readonly holm: SignificantPairs;
  readonly benjaminiHochberg: SignificantPairs;
}

/** How many pairs of ages and of ethnic groups stay significant after corrections for multiple comparisons. */
export function corrections(facts: Facts, deff: number): { ages: Corrections; ethnicities: Corrections } {
  const { low, high } = facts.everyone;
  const over = (chart: Chart): Corrections => {
    const reading = { ...readingOf(chart), deff };
    const sets = lostSets(chart, facts, reading);
    const bars = groupsOf(chart, facts).map(
      (group): Bar => ({
        code: group.code,
        interviews: group.interviews,
        candidates: isHeldFigure(group) ? [group.value] : wholePercentages(sets.get(group.code) ?? []),
      }),
    );
    return countSignificant(bars, problemOf(chart, facts, reading), { low, high }, deff);
  };
  return { ages: over("age"), ethnicities: over("ethnicity") };
}

/** A group of a chart and its possible whole percentages. */
interface Bar {
  readonly code: string;
  readonly interviews: number;
  readonly candidates: readonly number[];
}

/**
 * Enumerates the charts of whole percentages that fit and corrects the p-values of all their pairs. A chart fits if
 * the whole percentages themselves have the stated order and significant differences, and if the total is possible
 * for some weights and some figures that round to them.
 */
const countSignificant = memoize(countOverCharts);

function countOverCharts(
  bars: readonly Bar[],
  problem: BoundProblem,
  everyone: { readonly low: number; readonly high: number },
  deff: number,
): Corrections {
  const pairs = bars.flatMap((_, i) => bars.slice(i + 1).map((_, j) => [i, i + 1 + j] as const));
  const p = pairs.map(([i, j]) => pairTable((bars[i] as Bar).interviews, (bars[j] as Bar).interviews, deff));
  const allowed = pairs.map(([i, j], k) => {
    const rule = pairRule(problem, bars[i]?.code ?? "", bars[j]?.code ?? "");
    return Uint8Array.from(p[k] as Float64Array, (value, at) =>
      Number(rule(Math.floor(at / 101), at % 101, value)),
    );
  });
  const rules = bars.map((_, at) => pairs.flatMap(([, j], k) => (j === at ? [k] : [])));
  const total = totalRule(problem, bars.length, everyone);
  const [uncorrected, holm, benjaminiHochberg] = [empty(), empty(), empty()];
  const ranges = [uncorrected, holm, benjaminiHochberg];
  const chart = new Array<number>(bars.length).fill(0);
  const sorted = new Float64Array(pairs.length);
  const visit = (at: number): void => {
    if (at === bars.length) {
      let significant = 0;
      for (let k = 0; k < pairs.length; k++) {
        const [i, j] = pairs[k] as readonly [number, number];
        const value = (p[k] as Float64Array)[101 * (chart[i] as number) + (chart[j] as number)] as number;
        if (value <= LEVEL) significant++;
        insert(sorted, k, value);
      }
      const counts = [significant, holmRejections(sorted, LEVEL), benjaminiHochbergRejections(sorted, LEVEL)];
      // Checks the total, which is slow, only for a chart that would widen a range.
      if (!counts.some((count, c) => isOutside(ranges[c] as Ends, count)) || !total(chart)) return;
      counts.forEach((count, c) => {
        widen(ranges[c] as Ends, count);
      });
      return;
    }
    for (const percent of (bars[at] as Bar).candidates) {
      chart[at] = percent;
      const fits = (rules[at] as number[]).every((k) => {
        const other = chart[(pairs[k] as readonly [number, number])[0]] as number;
        return (allowed[k] as Uint8Array)[101 * other + percent] === 1;
      });
      if (fits) visit(at + 1);
    }
  };
  visit(0);
  return { pairs: pairs.length, uncorrected, holm, benjaminiHochberg };
}

/** Two-sided p-values of the difference between percentages a and b, at index 101 a + b. */
const pairTable = memoize((first: number, second: number, deff: number): Float64Array => {
  const table = new Float64Array(101 * 101);
  for (let a = 0; a <= 100; a++)
    for (let b = 0; b <= 100; b++) {
      const { z } = differenceOfProportions({ p: a / 100, n: first }, { p: b / 100, n: second }, { deff });
      table[101 * a + b] = a === b ? 1 : 2 * normalProbability(Math.abs(z), "upper");
    }
  return table;
});

type PairRule = (a: number, b: number, p: number) => boolean;

/** Whether two percentages with this p-value agree with the order and significance stated for their pair. */
function pairRule(
  { order = [], significant = [], differ = [] }: BoundProblem,
  a: string,
  b: string,
): PairRule {
  const same = (x: string, y: string) => (x === a && y === b ? 1 : x === b && y === a ? -1 : 0);
  const signs = order.map(([x, , y]) => same(x, y)).filter((sign) => sign !== 0);
  const greater = significant.map((entry) => same(entry.greater, entry.less)).filter((sign) => sign !== 0);
  const different = greater.length > 0 || differ.some((entry) => same(entry.a, entry.b) !== 0);
  return (x, y, p) =>
    [...signs, ...greater].every((sign) => sign * (x - y) >= 0) && (!different || p <= LEVEL);
}

/** Whether some weights, with some figures that round to the chart's, give a total that rounds to the printed one. */
function totalRule(problem: BoundProblem, bars: number, everyone: { low: number; high: number }) {
  const definition = problem.shares?.answered ?? {};
  const parts = definition.bases?.length ?? 0;
  const shares = shareSet(definition, parts, "the total");
  // Parts of the total outside the chart can have any value.
  const others = (figure: number) => new Array<number>(parts - bars).fill(figure);
  return (chart: readonly number[]): boolean =>
    extremeMean(
      shares,
      [...chart.map((figure) => Math.min(100, figure + 0.5)), ...others(100)],
      "greatest",
    ) >=
      everyone.low - 1e-9 &&
    extremeMean(shares, [...chart.map((figure) => Math.max(0, figure - 0.5)), ...others(0)], "least") <=
      everyone.high + 1e-9;
}

/** Inserts a value into the first `count` values, which are sorted. */
function insert(ascending: Float64Array, count: number, value: number): void {
  let at = count;
  for (; at > 0 && (ascending[at - 1] as number) > value; at--) ascending[at] = ascending[at - 1] as number;
  ascending[at] = value;
}

type Ends = { low: number; high: number };

function empty(): Ends {
  return { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
}

function isOutside({ low, high }: Ends, count: number): boolean {
  return count < low || count > high;
}

function widen(ends: Ends, count: number): void {
  ends.low = Math.min(ends.low, count);
  ends.high = Math.max(ends.high, count);
}
