import type { Measure } from "../../model/codebook.js";
import { type Dimension, type Group, groupKey } from "../../model/dimensions.js";
import type { Estimate, Estimates, Factor } from "../../stats/index.js";
import type { CodedInterviews } from "./coded-interviews.js";
import { designOf } from "./design.js";
import { apart, dimensionFactor, dimensionsOf, isWhole, periodFactor } from "./group-factors.js";
import { type MeasureOptions, measureEstimates } from "./measure-estimates.js";

/** A requested number: a measure, in a group, in a period; null for all. */
export interface Asked {
  readonly measure: string;
  readonly group: Group;
  readonly period: string | null;
}

/** Estimates of a measure in the groups of some dimensions and disjoint periods, with their covariance. */
export interface EstimateTable {
  readonly measure: Measure;
  readonly dimensions: readonly Dimension[];
  /** Empty where the table is about the whole survey. */
  readonly periods: readonly string[];
  /** Groups are named by dimensions, and by `period`. */
  readonly estimates: Estimates;
}

export interface InterviewEstimates {
  readonly tables: readonly EstimateTable[];
  /** Finds an estimate; null where the codebook lacks the measure or the group. */
  find(
    asked: Asked,
  ): { readonly table: EstimateTable; readonly place: number; readonly estimate: Estimate } | null;
}

/**
 * Estimates every requested number from interviews: one table for each measure, set of dimensions and set of periods,
 * with the requested groups and their combinations. Weighted by the final weight, with the codebook's strata;
 * `designOf` says what standard errors include.
 *
 * @example
 * const asked = [{ measure: "ces.satisfied", group: { parent: "receiving" }, period: null }];
 * estimatesOf(interviews, asked, { level: 0.95, interval: "beta" }).find(asked[0])?.estimate.estimate // 0.47
 */
export function estimatesOf(
  interviews: CodedInterviews,
  asked: readonly Asked[],
  options: MeasureOptions,
): InterviewEstimates {
  const { codebook } = interviews;
  const design = designOf(interviews);
  const tables = codebook.measures.flatMap((measure) => {
    const own = asked.filter((one) => one.measure === measure.id);
    return parts(own, ({ group }) => dimensionsOf(group).join()).flatMap((same) =>
      periodSets(interviews, same).flatMap(({ periods, cells }): EstimateTable[] => {
        const dimensions = dimensionsOf(cells[0]?.group ?? {});
        const profiled = measure.kind === "profile" ? measure.dimension : null;
        if (profiled !== null && !dimensions.includes(profiled)) return [];
        const by: (Factor | null)[] = dimensions
          .filter((dimension) => dimension !== profiled)
          .map((dimension) => dimensionFactor(interviews, dimension, codesOf(cells, dimension)));
        if (periods.length > 0) by.push(periodFactor(interviews, periods));
        if (!by.every((factor) => factor !== null)) return [];
        const answers = profiled === null ? [] : codesOf(cells, profiled);
        const estimates = measureEstimates(interviews, design, measure, by, answers, options);
        return [{ measure, dimensions, periods, estimates }];
      }),
    );
  });
  const places = new Map(
    tables.flatMap((table) =>
      table.estimates.estimates.map((estimate, place) => {
        const { period = null, ...group } = estimate.by;
        return [keyOf(table.measure.id, group, period), { table, place, estimate }] as const;
      }),
    ),
  );
  return {
    tables,
    find: ({ measure, group, period }) =>
      places.get(keyOf(measure, group, isWhole(interviews, period) ? null : period)) ?? null,
  };
}

/** Groups requests by period: the whole survey, or sets of disjoint periods. */
function periodSets(
  interviews: CodedInterviews,
  asked: readonly Asked[],
): { readonly periods: readonly string[]; readonly cells: readonly Asked[] }[] {
  const whole = asked.filter(({ period }) => isWhole(interviews, period));
  const others = asked.filter(({ period }) => !isWhole(interviews, period));
  const sets = apart([...new Set(others.flatMap(({ period }) => period ?? []))]);
  return [
    ...(whole.length === 0 ? [] : [{ periods: [], cells: whole }]),
    ...sets.map((periods) => ({
      periods,
      cells: others.filter(({ period }) => period !== null && periods.includes(period)),
    })),
  ];
}

const codesOf = (asked: readonly Asked[], dimension: Dimension): string[] => [
  ...new Set(asked.flatMap(({ group }) => group[dimension] ?? [])),
];

const keyOf = (measure: string, group: Group, period: string | null) =>
  [measure, groupKey(group), period ?? ""].join("\n");

function parts<T>(rows: readonly T[], keyOf: (row: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()];
}
