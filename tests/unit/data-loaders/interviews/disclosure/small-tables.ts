import type {
  Base,
  CountTable,
  Measure,
  Tables,
} from "../../../../../data-loaders/interviews/disclosure/index.js";

/** Tables of counts by hand, unweighted and without estimates. */
export const tablesFrom = (
  bases: readonly Base[],
  counts: readonly CountTable[],
  measures: readonly Measure<{ se: number }>[] = [],
): Tables<{ se: number }> => ({ bases, counts, measures, weights: { low: 1, high: 1 } });

/** A table of a base by a dimension: `{ young: 5 }`. */
export const table = (
  base: string,
  dimension: string,
  groups: Readonly<Record<string, number>>,
  rest = 0,
): CountTable => ({
  base,
  dimension,
  cells: Object.entries(groups).map(([code, count]) => ({ code, count })),
  ...(rest === 0 ? {} : { rest }),
});

/** One base, one dimension. */
export function oneTable(groups: Readonly<Record<string, number>>, rest = 0): Tables<{ se: number }> {
  const total = Object.values(groups).reduce((sum, n) => sum + n, rest);
  return tablesFrom([{ id: "all", total }], [table("all", "age", groups, rest)]);
}

/** A percentage of the groups of one dimension, from those who gave the answer in each. */
export function measure(
  { base, dimension, cells, rest = 0 }: CountTable,
  answers: Readonly<Record<string, number>>,
  { answersOfRest = 0, decimals = 0 } = {},
): Measure<{ se: number }> {
  const estimate = (count: number, of: number) => ({
    share: {
      answers: count,
      percentage:
        of === 0
          ? "0"
          : (Math.floor((100 * count * 10 ** decimals) / of + 0.5) / 10 ** decimals).toFixed(decimals),
    },
    details: { se: 0.123456 + count },
  });
  const total = cells.reduce((sum, { count }) => sum + count, rest);
  const all = Object.values(answers).reduce((sum, n) => sum + n, answersOfRest);
  return {
    id: "satisfied",
    base,
    all: estimate(all, total),
    groups: [
      {
        dimension,
        cells: cells.map(({ code, count }) => ({ code, ...estimate(answers[code] ?? 0, count) })),
        covariance: cells.map((_, a) => cells.map((__, b) => (a === b ? 0.01 : 0.002))),
      },
    ],
  };
}
