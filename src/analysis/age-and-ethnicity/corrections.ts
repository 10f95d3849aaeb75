import type { BoundProblem } from "../../bounds/index.js";
import { normalProbability } from "../../stats/numeric/distributions.js";
import { differenceOfProportions } from "../../stats/published/index.js";
import { remembered } from "../remembered.js";
import { ageSets } from "./age.js";
import { ethnicitySets } from "./ethnicity.js";
import { type Facts, type GroupFigure, isHeldFigure } from "./facts.js";
import { ageProblem, ethnicityProblem } from "./problem.js";
import type { FigureSet } from "./ranges.js";
import { USUAL_SHARES } from "./readings.js";
import { wholePercentages } from "./small-groups.js";

const LEVEL = 0.05;

/** The fewest and the most of the pairs of a chart that stay significant, over the charts looked at. */
export interface Kept {
  readonly low: number;
  readonly high: number;
}

export interface Corrections {
  readonly pairs: number;
  readonly uncorrected: Kept;
  readonly holm: Kept;
  readonly benjaminiHochberg: Kept;
}

/** What corrections for many comparisons leave of the pairs of age groups and of ethnic groups, at a design effect. */
export const corrections = remembered(correctionsOf);

function correctionsOf(facts: Facts, deff: number): { ages: Corrections; ethnicities: Corrections } {
  const reading = { deff, silence: false } as const;
  const age = { ...reading, shares: USUAL_SHARES.age, older: "each" } as const;
  const ethnicity = { ...reading, shares: USUAL_SHARES.ethnicity } as const;
  return {
    ages: overCharts(facts.ages, ageSets(facts, age), ageProblem(facts, age), facts, deff),
    ethnicities: overCharts(
      facts.ethnicities,
      ethnicitySets(facts, ethnicity),
      ethnicityProblem(facts, ethnicity),
      facts,
      deff,
    ),
  };
}

/** How many of p-values in ascending order Holm's procedure rejects: up to the first that is too large for its rank. */
export function holmRejects(ascending: ArrayLike<number>, level = LEVEL): number {
  let k = 0;
  while (k < ascending.length && (ascending[k] as number) * (ascending.length - k) <= level) k++;
  return k;
}

/** How many Benjamini and Hochberg's procedure rejects: up to the last that is small enough for its rank. */
export function benjaminiHochbergRejects(ascending: ArrayLike<number>, level = LEVEL): number {
  let k = ascending.length;
  while (k > 0 && (ascending[k - 1] as number) * ascending.length > level * k) k--;
  return k;
}

/**
 * All charts of whole percentages that meet the statements as printed: the order and each significant difference hold of
 * the whole percentages themselves, and the total for some weights and some figures that round to them. For each, the
 * p-values of all its pairs.
 */
function overCharts(
  groups: readonly GroupFigure[],
  sets: ReadonlyMap<string, FigureSet>,
  problem: BoundProblem,
  { everyone }: Facts,
  deff: number,
): Corrections {
  const candidates = groups.map((group) =>
    isHeldFigure(group) ? [group.value] : wholePercentages(sets.get(group.code) ?? []),
  );
  const pairs = groups.flatMap((_, i) => groups.slice(i + 1).map((_, j) => [i, i + 1 + j] as const));
  const p = pairs.map(([i, j]) => pairTable(groups[i] as GroupFigure, groups[j] as GroupFigure, deff));
  const allowed = pairs.map(([i, j], k) => {
    const rule = pairRule(problem, groups[i]?.code ?? "", groups[j]?.code ?? "");
    return Uint8Array.from(p[k] as Float64Array, (value, at) =>
      Number(rule(Math.floor(at / 101), at % 101, value)),
    );
  });
  const rules = groups.map((_, at) => pairs.flatMap(([, j], k) => (j === at ? [k] : [])));
  const total = totalRule(problem, groups, everyone);
  const [uncorrected, holm, benjaminiHochberg] = [empty(), empty(), empty()];
  const kept = [uncorrected, holm, benjaminiHochberg];
  const chart = new Array<number>(groups.length).fill(0);
  const sorted = new Float64Array(pairs.length);
  const look = (at: number): void => {
    if (at === groups.length) {
      let significant = 0;
      for (let k = 0; k < pairs.length; k++) {
        const [i, j] = pairs[k] as readonly [number, number];
        const value = (p[k] as Float64Array)[101 * (chart[i] as number) + (chart[j] as number)] as number;
        if (value <= LEVEL) significant++;
        insert(sorted, k, value);
      }
      const counts = [significant, holmRejects(sorted), benjaminiHochbergRejects(sorted)];
      // Whether the total fits matters only for a chart that would widen a range.
      if (!counts.some((count, c) => isOutside(kept[c] as Ends, count)) || !total(chart)) return;
      counts.forEach((count, c) => {
        widen(kept[c] as Ends, count);
      });
      return;
    }
    for (const percent of candidates[at] as number[]) {
      chart[at] = percent;
      const fits = (rules[at] as number[]).every((k) => {
        const other = chart[(pairs[k] as readonly [number, number])[0]] as number;
        return (allowed[k] as Uint8Array)[101 * other + percent] === 1;
      });
      if (fits) look(at + 1);
    }
  };
  look(0);
  return { pairs: pairs.length, uncorrected, holm, benjaminiHochberg };
}

/** The two-sided p-value of a difference between two whole percentages, at 101 a + b. */
function pairTable(first: GroupFigure, second: GroupFigure, deff: number): Float64Array {
  const table = new Float64Array(101 * 101);
  for (let a = 0; a <= 100; a++)
    for (let b = 0; b <= 100; b++) {
      const { z } = differenceOfProportions(
        { p: a / 100, n: first.interviews },
        { p: b / 100, n: second.interviews },
        { deff },
      );
      table[101 * a + b] = a === b ? 1 : 2 * normalProbability(Math.abs(z), "upper");
    }
  return table;
}

type PairRule = (a: number, b: number, p: number) => boolean;

/** What the problem says of a pair. */
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

/** Whether some weights and some figures that round to the chart's make a total that rounds to the printed one. */
function totalRule(
  problem: BoundProblem,
  groups: readonly GroupFigure[],
  everyone: { low: number; high: number },
) {
  const { bases = [], within, factor } = problem.shares?.answered ?? {};
  const sum = bases.reduce((a, b) => a + b, 0);
  const limits = bases.map((base) => {
    const share = base / sum;
    return factor === undefined
      ? [share * (1 - (within ?? 0)), share * (1 + (within ?? 0))]
      : [share / factor, share * factor];
  }) as [number, number][];
  const slack = 1 - limits.reduce((total, [low]) => total + low, 0);
  const figures = new Float64Array(limits.length);
  const order = new Int32Array(limits.length);
  /** The greatest mean of the figures: each share at its least, what is left to the largest figures first. */
  const greatest = () => {
    let mean = 0;
    for (let i = 0; i < figures.length; i++) {
      const figure = figures[i] as number;
      mean += figure * (limits[i] as [number, number])[0];
      let at = i;
      for (; at > 0 && (figures[order[at - 1] as number] as number) < figure; at--)
        order[at] = order[at - 1] as number;
      order[at] = i;
    }
    let left = slack;
    for (let k = 0; k < order.length && left > 0; k++) {
      const [low, high] = limits[order[k] as number] as [number, number];
      const given = Math.min(left, high - low);
      mean += given * (figures[order[k] as number] as number);
      left -= given;
    }
    return mean;
  };
  // Parts of the total that stand in no group of the chart can be anything.
  return (chart: readonly number[]): boolean => {
    for (let i = 0; i < figures.length; i++)
      figures[i] = i < groups.length ? Math.min(100, (chart[i] as number) + 0.5) : 100;
    if (greatest() < everyone.low - 1e-9) return false;
    for (let i = 0; i < figures.length; i++)
      figures[i] = i < groups.length ? 100 - Math.max(0, (chart[i] as number) - 0.5) : 100;
    return 100 - greatest() <= everyone.high + 1e-9;
  };
}

/** Puts a value into its place among the `count` ascending values before it. */
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
