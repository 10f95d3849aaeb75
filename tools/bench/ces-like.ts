import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type {
  Base,
  CountTable,
  EstimateTable,
  Measure,
  Share,
  Tables,
} from "../../data-loaders/interviews/disclosure/index.js";

/** Groups of each dimension with their shares; the remainder is in no group. */
const DIMENSIONS: Record<string, Record<string, number>> = {
  parent: { receiving: 0.52, paying: 0.48 },
  contact: { new: 0.44, change: 0.56 },
  age: { "16-24": 0.03, "25-34": 0.23, "35-44": 0.43, "45-54": 0.26, "55-plus": 0.05 },
  gender: { female: 0.49, male: 0.49 },
  ethnicity: {
    asian: 0.04,
    black: 0.06,
    white: 0.81,
    "other-mixed": 0.035,
    "prefer-not-to-say": 0.053,
    "dont-know": 0.0021,
  },
  health: { physical: 0.076, mental: 0.14, both: 0.082, none: 0.61, "prefer-not-to-say": 0.09 },
  region: Object.fromEntries(
    [0.13, 0.13, 0.12, 0.11, 0.1, 0.1, 0.09, 0.09, 0.06, 0.05, 0.018, 0.0021].map((share, r) => [
      `region-${r + 1}`,
      share,
    ]),
  ),
};

/**
 * Made-up interviews like the survey of 2023/24: 7 dimensions, 20 measures on 20 bases, about 35 groups. A larger
 * size adds interviews to the same ones.
 */
export function cesLike(seed: number, size = 2280, measureCount = 20): Tables {
  const random = xoroshiro128plus(seed);
  const draw = () => uniformFloat64(random);
  // Every third measure is asked of some people only; a few of those do not know.
  const plans = Array.from({ length: measureCount }, (_, m) => ({
    asked: m % 3 === 2 ? 0.1 + 0.8 * draw() : 1,
    rate: 0.15 + 0.7 * draw(),
  }));
  const people = Array.from({ length: size }, () => {
    const groups = Object.fromEntries(
      Object.entries(DIMENSIONS).map(([dimension, codes]) => {
        let left = draw();
        const code = Object.entries(codes).find(([, share]) => {
          left -= share;
          return left < 0;
        })?.[0];
        return [dimension, code ?? null];
      }),
    );
    const answers = plans.map(({ asked, rate }) => ({ isIn: draw() < asked * 0.98, isYes: draw() < rate }));
    return { groups, weight: 0.4 + 2 * draw() ** 2, answers };
  });
  const weights = {
    low: Math.min(...people.map((p) => p.weight)),
    high: Math.max(...people.map((p) => p.weight)),
  };
  const bases: Base[] = [{ id: "all", total: size }];
  const counts: CountTable[] = countsOf("all", people);
  const measures: Measure[] = [];
  for (const [m, { asked }] of plans.entries()) {
    const base = `base-${m}`;
    const members = people.filter(({ answers }) => answers[m]?.isIn);
    bases.push({
      id: base,
      total: members.length,
      within: [{ base: "all", outside: asked < 1 ? "group" : "no-answer" }],
    });
    counts.push(...countsOf(base, members));
    const estimate = (group: readonly (typeof people)[number][]): { share: Share; details: null } => {
      const yes = group.filter(({ answers }) => answers[m]?.isYes);
      const no = group.filter(({ answers }) => !answers[m]?.isYes);
      const sum = (of: typeof yes) => of.reduce((s, p) => s + p.weight, 0);
      const percentage = (group.length === 0 ? 0 : (100 * sum(yes)) / (sum(yes) + sum(no))).toFixed(1);
      return {
        share: { answers: yes.length, percentage, weighted: { answers: sum(yes), others: sum(no) } },
        details: null,
      };
    };
    measures.push({
      id: `measure-${m}`,
      base,
      all: estimate(members),
      groups: Object.entries(DIMENSIONS).map(
        ([dimension, codes]): EstimateTable => ({
          dimension,
          cells: Object.keys(codes).map((code) => ({
            code,
            ...estimate(members.filter((p) => p.groups[dimension] === code)),
          })),
        }),
      ),
    });
  }
  return { bases, counts, measures, weights };

  function countsOf(
    base: string,
    members: readonly { groups: Record<string, string | null> }[],
  ): CountTable[] {
    return Object.entries(DIMENSIONS).map(([dimension, codes]) => {
      const cells = Object.keys(codes).map((code) => ({
        code,
        count: members.filter((p) => p.groups[dimension] === code).length,
      }));
      const rest = members.length - cells.reduce((s, { count }) => s + count, 0);
      return { base, dimension, cells, rest };
    });
  }
}
