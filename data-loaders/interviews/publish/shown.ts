import type { CodedInterviews } from "../../../src/analysis/interviews/index.js";
import type { Measure } from "../../../src/model/codebook.js";
import { unionsOf } from "../../../src/model/group-condition.js";
import { countId, type Mark, type PublishedTables } from "../disclosure/index.js";
import type { By } from "./dimensions.js";
import type { Details, SurveyTables } from "./survey-tables.js";

/** What disclosure control allows, and how counts are shown. */
export interface Shown {
  /** Whether a base's total, or one of its groups, is shown. */
  count(base: string, by?: By, code?: string): boolean;
  estimate(measure: string, by?: By, code?: string): boolean;
  /** Interviews behind an estimate, rounded like counts; null where not shown. */
  interviews(measure: string, by?: By, code?: string): number | null;
}

/**
 * Derives what may be shown. An estimate that equals another, or complements it to a hundred, is suppressed with it;
 * a pooled share is suppressed with the counts of its answers.
 */
export function shownOf(
  { codebook }: CodedInterviews,
  { tables, bases }: SurveyTables,
  published: PublishedTables<Details>,
): Shown {
  const counts = new Map<string, number | Mark>();
  for (const { id, total } of published.bases) if (total !== "[c]") counts.set(id, total);
  for (const { base, dimension, cells } of published.counts)
    for (const { code, count } of cells)
      if (count !== "[c]") counts.set(countId(base, dimension, code), count);
  const alike = equivalentMeasures(tables);
  const gone = new Set<string>();
  for (const { id, all, groups } of published.measures) {
    const withhold = (what: string) => {
      for (const other of alike.get(id) ?? [id]) gone.add(other + what);
    };
    if (typeof all === "string") withhold("");
    for (const { dimension, cells } of groups)
      for (const { code, estimate } of cells)
        if (typeof estimate === "string") withhold(`/${dimension}=${code}`);
  }
  const count = (base: string, by?: By, code?: string) =>
    counts.has(base) && (by === undefined || counts.has(countId(base, by, code)));
  const profiles = new Map(
    codebook.measures.flatMap((m): [string, Measure & { kind: "profile" }][] =>
      m.kind === "profile" ? [[m.id, m]] : [],
    ),
  );
  return {
    count,
    estimate(measure, by, code = "") {
      const base = bases.ofMeasure.get(measure)?.id ?? "";
      const profile = profiles.get(measure);
      if (profile === undefined) return !gone.has(by === undefined ? measure : countId(measure, by, code));
      if (by !== profile.dimension) return false;
      const answers = unionsOf(codebook, profile.dimension)[code] ?? [code];
      return answers.every((answer) => count(base, by, answer));
    },
    interviews(measure, by, code = "") {
      const base = bases.ofMeasure.get(measure)?.id ?? "";
      // All answers of a profile share one base.
      const id = by === undefined || profiles.has(measure) ? base : countId(base, by, code);
      const shown = counts.get(id);
      return typeof shown === "number" ? shown : null;
    },
  };
}

/** Equivalent measures: those that count the same interviews of the same base, or the complement, including itself. */
function equivalentMeasures({
  measures,
  bases,
}: SurveyTables["tables"]): ReadonlyMap<string, readonly string[]> {
  const totals = new Map(bases.map(({ id, total }) => [id, total]));
  return new Map(
    measures.map((one) => {
      const total = totals.get(one.base) ?? 0;
      const own = one.all.share?.answers;
      const like = measures.filter(({ base, all }) => {
        const answers = all.share?.answers;
        return base === one.base && own !== undefined && (answers === own || answers === total - own);
      });
      return [one.id, own === undefined ? [one.id] : like.map(({ id }) => id)];
    }),
  );
}
