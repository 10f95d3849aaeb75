import {
  type CodedInterviews,
  conditionMask,
  type EstimateTable,
} from "../../../src/analysis/interviews/index.js";
import type { Measure, ShareMeasure } from "../../../src/model/codebook.js";
import { entryAt } from "../../../src/model/entry-at.js";
import { formatNumber } from "../../../src/model/format.js";
import type { Estimate } from "../../../src/stats/index.js";
import type { FromInterviews } from "../beside-printed/from-interviews.js";
import type { CountTable, Measure as Estimated, GroupEstimate, Share, Tables } from "../disclosure/index.js";
import { basesOf, includedBases, type SurveyBases, WHOLE } from "./bases.js";
import { type By, countTable, type Grouping, groupingsOf } from "./dimensions.js";

/** A full-precision estimate; null where none was requested. Never for publication as it is. */
export type Details = Estimate | null;

/** Two-way estimates, which one-way tables do not cover. */
export interface CrossedTable {
  readonly measure: ShareMeasure;
  readonly by: readonly [By, By];
  readonly table: EstimateTable;
}

/** What a build publishes of a survey, before disclosure control. */
export interface SurveyTables {
  readonly tables: Tables<Details>;
  readonly crossed: readonly CrossedTable[];
  readonly bases: SurveyBases;
  readonly groupings: ReadonlyMap<By, Grouping>;
  /** Weight by interview; null for unweighted data. */
  readonly weights: Float64Array | null;
}

/** Decimals of a published percentage. */
export const DECIMALS = 1;

/**
 * One-way tables of a survey for disclosure control: all interviews by every dimension and period, other bases by
 * those with a requested number.
 */
export function surveyTables(
  interviews: CodedInterviews,
  { estimates, bases: printed }: FromInterviews,
): SurveyTables {
  const { codebook } = interviews;
  const bases = basesOf(interviews);
  const groupings = new Map(groupingsOf(interviews).map((groups) => [groups.by, groups]));
  const weights = weightsOf(interviews);
  const ofMeasure = (measure: Measure) => estimates.tables.filter((table) => table.measure === measure);
  const wanted = new Map<string, Set<By>>([[WHOLE, new Set(groupings.keys())]]);
  const want = (base: string, by: By) => {
    if (groupings.has(by)) wanted.set(base, (wanted.get(base) ?? new Set()).add(by));
  };
  for (const { base } of printed) {
    const population = bases.ofPopulation.get(base.population);
    const [by, ...more] = Object.keys(base.group) as By[];
    if (population !== undefined && by !== undefined && more.length === 0) want(population.id, by);
  }
  for (const measure of codebook.measures)
    for (const table of ofMeasure(measure))
      for (const by of waysOf(table, groupings) ?? []) want(bases.ofMeasure.get(measure.id)?.id ?? WHOLE, by);
  const counts = bases.all.flatMap((base): CountTable[] =>
    [...(wanted.get(base.id) ?? [])].map((by) =>
      countTable(interviews, base, groupings.get(by) as Grouping, bases.all),
    ),
  );
  const measures = codebook.measures.flatMap((measure): Estimated<Details>[] => {
    const base = bases.ofMeasure.get(measure.id);
    if (measure.kind === "profile" || base === undefined) return [];
    const answers = measure.kind === "share" ? conditionMask(interviews, measure.counts) : null;
    const estimated = (rows: Uint8Array, details: Details) => ({
      ...(answers === null ? {} : { share: shareOf(rows, answers, weights) }),
      details,
    });
    const own = ofMeasure(measure);
    const whole = own.find((table) => waysOf(table, groupings)?.length === 0);
    return [
      {
        id: measure.id,
        base: base.id,
        all: estimated(base.rows, whole?.estimates.estimates[0] ?? null),
        groups: own.flatMap((table) => {
          const [by, ...more] = waysOf(table, groupings) ?? [];
          if (by === undefined || more.length > 0) return [];
          const groups = groupings.get(by) as Grouping;
          const cells = table.estimates.estimates.map((estimate): GroupEstimate<Details> => {
            const code = codeOf(estimate, by);
            const place = groups.codes.findIndex((each) => each.code === code);
            const rows = base.rows.map((inside, row) => (inside && groups.of[row] === place ? 1 : 0));
            return { code, ...estimated(rows, estimate) };
          });
          const k = cells.length;
          const covariance = cells.map((_, a) =>
            cells.map((__, b) => entryAt(table.estimates.covariance, a * k + b)),
          );
          return [{ dimension: by, cells, covariance }];
        }),
      },
    ];
  });
  const crossed = estimates.tables.flatMap((table): CrossedTable[] => {
    const { measure } = table;
    const [a, b, ...more] = waysOf(table, groupings) ?? [];
    return measure.kind === "share" && a !== undefined && b !== undefined && more.length === 0
      ? [{ measure, by: [a, b], table }]
      : [];
  });
  const [low, high] = weights === null ? [1, 1] : minMax(weights);
  return {
    tables: { bases: includedBases(interviews, bases.all), counts, measures, weights: { low, high } },
    crossed,
    bases,
    groupings,
    weights,
  };
}

/**
 * The breakdown of an estimate's table: none, a dimension, periods, or several. Null if its periods are not the
 * survey's.
 */
export function waysOf(
  { dimensions, periods }: EstimateTable,
  groupings: ReadonlyMap<By, Grouping>,
): readonly By[] | null {
  if (periods.length === 0) return dimensions;
  const known = groupings.get("period")?.codes.map(({ code }) => code) ?? [];
  return periods.every((period) => known.includes(period)) ? [...dimensions, "period"] : null;
}

export const codeOf = ({ by }: Estimate, dimension: By): string => by[dimension] ?? "";

/** Counts interviews, with their share as printed. */
export function shareOf(rows: Uint8Array, counts: Uint8Array, weights: Float64Array | null): Share {
  let answers = 0;
  const weighted = { answers: 0, others: 0 };
  for (let row = 0; row < rows.length; row++) {
    if (!rows[row]) continue;
    const weight = weights === null ? 1 : entryAt(weights, row);
    if (counts[row]) {
      answers += 1;
      weighted.answers += weight;
    } else weighted.others += weight;
  }
  const all = weighted.answers + weighted.others;
  const percentage = formatNumber(all === 0 ? 0 : (100 * weighted.answers) / all, DECIMALS);
  return weights === null ? { answers, percentage } : { answers, percentage, weighted };
}

function weightsOf(interviews: CodedInterviews): Float64Array | null {
  const { weight } = interviews.codebook.roles;
  const column = weight === null ? null : interviews.column(weight);
  return column?.form === "numbers" ? column.numbers : null;
}

function minMax(numbers: Float64Array): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const x of numbers) {
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  return [low, high];
}
