import { describe, expect, it } from "vitest";
import {
  drawAges,
  drawEthnicities,
  drawHealth,
  drawSplits,
} from "../../../../../data-loaders/made-up/compatible/ces/draw-charts.js";
import type { FiveGroups, WeightedGroup } from "../../../../../data-loaders/made-up/compatible/ces/groups.js";
import { drawHistory } from "../../../../../data-loaders/made-up/compatible/cms/history.js";
import { printedOf } from "../../../../../data-loaders/made-up/compatible/printed.js";
import { randomOf } from "../../../../../data-loaders/made-up/index.js";
import { RAW } from "../../codebooks/raw.js";

const printed = printedOf(RAW, "ces-2023-24");
const KISH = 1.2;
const group = (end: string, weigh = 1): WeightedGroup => {
  const interviews = printed.base(end);
  return { rows: [], weight: weigh * interviews, effective: interviews / KISH };
};
const groupsOf = (dimension: string, codes: readonly string[]) =>
  codes.map((code) => group(`answered.${dimension}-${code}`)) as unknown as FiveGroups;
const all = group("answered");
const SATISFIED = 39;

/** How far an unprinted percentage may still move once people are found for it, points. */
const MOVES = 0.35;

/** What is found over so many draws; nearly all of them leave nothing. */
function drawsOf<T>(draw: (random: ReturnType<typeof randomOf>) => T | null, draws = 30_000): T[] {
  const random = randomOf(11);
  const found = Array.from({ length: draws }, () => draw(random)).filter((one) => one !== null);
  expect(found.length).toBeGreaterThan(20);
  return found as T[];
}

/** The difference of two percentages in standard errors, the first less and the second more by `less` each. */
function z(groups: readonly WeightedGroup[], percents: readonly number[], i: number, j: number, less = 0) {
  const variance = [i, j].reduce((sum, g) => {
    const p = percents[g] as number;
    return sum + (p * (100 - p)) / (groups[g] as WeightedGroup).effective;
  }, 0);
  return ((percents[i] as number) - (percents[j] as number) - 2 * less) / Math.sqrt(variance);
}

const total = (groups: readonly WeightedGroup[], percents: readonly number[]) =>
  groups.reduce((sum, { weight }, g) => sum + weight * (percents[g] as number), 0);
const inside = (percent: number, [low, high]: readonly [number, number]) => percent >= low && percent <= high;

describe("a drawn chart", () => {
  it("of ages comes to the total, falls with age, and is significant where the report says so", () => {
    const groups = groupsOf("age", ["16-24", "25-34", "35-44", "45-54", "55-plus"]);
    const sum = SATISFIED * total(groups, [1, 1, 1, 1, 1]);
    for (const ages of drawsOf((random) => drawAges(random, printed, sum, groups))) {
      expect(total(groups, ages)).toBeCloseTo(sum, 6);
      expect(inside(ages[0] as number, printed.span("satisfied.age-16-24"))).toBe(true);
      expect(ages).toEqual(ages.toSorted((a, b) => b - a));
      for (const [i, j] of [
        ...([
          [0, 2],
          [0, 3],
          [0, 4],
        ] as const),
        ...([
          [1, 2],
          [1, 3],
        ] as const),
      ] as const)
        expect(z(groups, ages, i, j, MOVES), `${i} ${j} of ${ages}`).toBeGreaterThan(1.96);
    }
  });

  it.each([true, false])(
    "of ethnic groups has both differences of the report, Black above White: %s",
    (above) => {
      const codes = ["asian", "black", "white", "other-mixed", "prefer-not-to-say"];
      const groups = groupsOf("ethnicity", codes);
      const sum = SATISFIED * all.weight;
      const draws = drawsOf((random) => drawEthnicities(random, printed, sum, all, groups, above));
      for (const percents of draws) {
        // Two do not know, and count as satisfied as all.
        const known = total(groups, [1, 1, 1, 1, 1]);
        expect(total(groups, percents)).toBeCloseTo((sum * known) / all.weight, 6);
        expect(z(groups, percents, 0, 2, MOVES)).toBeGreaterThan(1.96);
        expect(above ? z(groups, percents, 1, 2, MOVES) : z(groups, percents, 2, 1, MOVES)).toBeGreaterThan(
          1.96,
        );
        expect(percents[0]).toBe(Math.max(...percents));
        expect(percents[4]).toBe(Math.min(...percents));
      }
    },
  );

  // Among more interviews, smaller differences are significant.
  it.each([
    [1, SATISFIED],
    [3, 37.6],
  ])(
    "of health has those who prefer not to say lowest, and no two significantly apart, of %d times as many, %d%% satisfied",
    (times, satisfied) => {
      const codes = ["physical", "mental", "both", "none", "prefer-not-to-say"];
      const groups = groupsOf("health", codes).map(({ effective, ...one }) => ({
        ...one,
        effective: times * effective,
      })) as unknown as FiveGroups;
      const sum = satisfied * total(groups, [1, 1, 1, 1, 1]);
      for (const percents of drawsOf((random) => drawHealth(random, printed, sum, groups))) {
        expect(total(groups, percents)).toBeCloseTo(sum, 6);
        expect(percents[4]).toBe(Math.min(...percents));
        for (let i = 0; i < 5; i++)
          for (let j = 0; j < 5; j++)
            if (i !== j) expect(z(groups, percents, i, j, -MOVES), `${i} ${j}`).toBeLessThan(1.96);
      }
    },
  );

  it("of parents, contacts and genders has the printed ones, and a smaller gap of genders than of parents", () => {
    const [receiving, paying] = ["receiving", "paying"].map((code) => group(`answered.parent-${code}`));
    const [changes, recent] = ["change", "new"].map((code) => group(`answered.contact-${code}`));
    const genders = ["female", "male"].map((code) => group(`answered-gender-known.gender-${code}`));
    const unrecorded = { rows: [], weight: 42, effective: 35 };
    const parts = [
      [receiving, paying],
      [recent, changes],
      [...genders, unrecorded],
    ] as WeightedGroup[][];
    const sum = SATISFIED * all.weight;
    const [parents = [], contacts = [], third = []] = parts;
    for (const charts of drawsOf((random) => drawSplits(random, printed, sum, parents, contacts, third))) {
      const middles = charts.map(({ spans }) =>
        spans.map((span) => ((span?.[0] ?? 0) + (span?.[1] ?? 0)) / 2),
      );
      charts.forEach(({ variable, codes, spans }) => {
        for (const [i, code] of codes.entries()) {
          if (code === "missing") continue;
          const [low, high] = printed.span(`satisfied.${variable}-${code}`);
          expect(spans[i]?.[0], code).toBeGreaterThanOrEqual(low);
          expect(spans[i]?.[1], code).toBeLessThanOrEqual(high);
          expect(spans[i]?.[0], code).toBeLessThan(spans[i]?.[1] ?? Number.NaN);
        }
      });
      const gap = (chart: number) => (middles[chart]?.[0] as number) - (middles[chart]?.[1] as number);
      expect(gap(2)).toBeLessThan(gap(0));
    }
  });
});

it("a drawn history of the CMS has three falls in one of its readings, its printed mean and its gaps", () => {
  const weights = Array.from({ length: 12 }, (_, q) => 1 + (1.4 * q) / 12);
  const cms = printedOf(RAW, "cms-2016");
  const starts = new Set<number>();
  for (const { everyone, parents, csa } of drawsOf((random) => drawHistory(random, cms, weights), 60)) {
    const fallsFrom = [2, 3].filter((from) =>
      [1, 2, 3].every((i) => (everyone[from + i] as number) < (everyone[from + i - 1] as number)),
    );
    expect(fallsFrom, String(everyone)).not.toEqual([]);
    for (const from of fallsFrom) starts.add(from);
    const mean =
      everyone.reduce((sum, percent, q) => sum + percent * (weights[q] as number), 0) /
      weights.reduce((sum, weight) => sum + weight, 0);
    expect(inside(mean, cms.span("satisfied"))).toBe(true);
    for (const percent of everyone.slice(5))
      expect(inside(percent, cms.span("satisfied-since-2015-02"))).toBe(true);
    expect(Math.min(...parents, ...csa)).toBeGreaterThan(0);
    // Narrowing until November 2015, wider then, and narrower at the end.
    expect(csa.slice(0, 9)).toEqual(csa.slice(0, 9).toSorted((a, b) => b - a));
    expect(Math.max(...csa.slice(9))).toBeGreaterThan(csa[8] as number);
    expect(csa[11]).toBeLessThan(Math.max(...csa.slice(9)));
  }
  expect(starts).toEqual(new Set([2, 3]));
});
