import type { CodedInterviews } from "../../../src/analysis/interviews/index.js";
import type { Measure } from "../../../src/model/codebook.js";
import { unionsOf } from "../../../src/model/group-condition.js";
import { countId, type Mark, type PublishedTables } from "../disclosure/index.js";
import type { By } from "./dimensions.js";
import type { Details, SurveyTables } from "./survey-tables.js";

/** Which counts and one-way estimates disclosure control lets through, and how it shows numbers of interviews. */
export interface Shown {
  /** The total of a base, or one of its groups. */
  count(base: string, by?: By, code?: string): boolean;
  estimate(measure: string, by?: By, code?: string): boolean;
  /** The interviews behind an estimate, rounded where counts are; null where they are not shown. */
  interviews(measure: string, by?: By, code?: string): number | null;
}

/**
 * What may be shown. An estimate that is the same number as another, or what is left of it to a hundred, goes with it; a share
 * of all answers goes with the counts of the answers that it is made of.
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
  const alike = likeOnes(tables);
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
      // The shares of answers are all of the same interviews.
      const id = by === undefined || profiles.has(measure) ? base : countId(base, by, code);
      const shown = counts.get(id);
      return typeof shown === "number" ? shown : null;
    },
  };
}

/** For each measure those that count the same interviews of the same base, or all others of it, itself among them. */
function likeOnes({ measures, bases }: SurveyTables["tables"]): ReadonlyMap<string, readonly string[]> {
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
