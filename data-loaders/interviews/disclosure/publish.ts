import { estimateId } from "./answers.js";
import type { CountSystem } from "./counts.js";
import type { PublishedEstimate, PublishedTables } from "./published.js";
import { explainMarks, type Mark } from "./published.js";
import type { Rules } from "./rules.js";
import { roundingInWords } from "./rules-in-words.js";
import { countId, type Estimate, type Tables } from "./tables.js";

/** The decisions about some tables. */
export interface Decision {
  /** Ids of suppressed counts and of suppressed estimates. */
  readonly counts: ReadonlySet<string>;
  readonly estimates: ReadonlySet<string>;
  /** Rounded shown counts by id; null without rounding. */
  readonly rounded: ReadonlyMap<string, number> | null;
  /** Ids of counts whose sums of weights are withheld. */
  readonly weightless: ReadonlySet<string>;
}

/** The tables with a mark instead of each withheld number. */
export function publish<Details>(
  tables: Tables<Details>,
  { counts, estimates, rounded, weightless }: Decision,
  { least, rounding }: Rules,
): PublishedTables<Details> {
  const marks = new Set<Mark>();
  const marked = (mark: Mark): Mark => {
    marks.add(mark);
    return mark;
  };
  const shownCount = (id: string, count: number): number | Mark => {
    if (counts.has(id)) return marked("[c]");
    const shown = rounded?.get(id) ?? count;
    return shown === 0 && count > 0 ? marked("[low]") : shown;
  };
  const shownEstimate = (
    id: string,
    of: string,
    estimate: Estimate<Details>,
  ): PublishedEstimate<Details> | Mark => {
    if (estimates.has(id)) return marked("[c]");
    const { share, sumOfWeights, details } = estimate;
    const hasWeights = sumOfWeights !== undefined && !weightless.has(of);
    return {
      ...(share === undefined ? {} : { percentage: share.percentage }),
      ...(hasWeights ? { sumOfWeights } : {}),
      details,
    };
  };
  const published = {
    bases: tables.bases.map(({ id, total }) => ({ id, total: shownCount(id, total) })),
    counts: tables.counts.map(({ base, dimension, cells }) => ({
      base,
      dimension,
      cells: cells.map(({ code, count, structural }) => ({
        code,
        count: structural ? marked("[z]") : shownCount(countId(base, dimension, code), count),
      })),
    })),
    measures: tables.measures.map(({ id, base, all, groups }) => ({
      id,
      base,
      all: shownEstimate(estimateId(id), base, all),
      groups: groups.map(({ dimension, cells, covariance }) => {
        const shown = cells.map((cell) =>
          shownEstimate(estimateId(id, dimension, cell.code), countId(base, dimension, cell.code), cell),
        );
        const isGone = (k: number) => typeof shown[k] === "string";
        return {
          dimension,
          cells: cells.map(({ code }, k) => ({
            code,
            estimate: shown[k],
          })),
          ...(covariance === undefined
            ? {}
            : {
                covariance: covariance.map((row, a) =>
                  row.map((c, b) => (isGone(a) || isGone(b) ? marked("[c]") : c)),
                ),
              }),
        };
      }),
    })),
  };
  return { ...published, marks: explainMarks(marks, least), rounding: roundingInWords(rounding) };
}

/**
 * Counts whose sums of weights would reveal the weights of few interviews: all in a table with a suppressed count, or
 * that differs from a table of another base or build by few.
 */
export function weightlessCounts(
  system: CountSystem,
  suppressed: ReadonlySet<number>,
  least: number,
): Set<string> {
  const { counts, differences, rows, tables } = system;
  const last = Math.max(...counts.map((count) => count.build));
  const hidden = new Set(suppressed);
  for (const { row, value, build } of differences) {
    if (build !== last || value <= 0 || value >= least) continue;
    // For an inclusion the smaller base, which is second; for an addition the later build, which is first.
    const { index } = rows[row];
    const of = index.filter((i) => counts[i]?.build === last);
    hidden.add(of.at(-1) as number);
  }
  const weightless = new Set<string>();
  for (const [t, members] of tables.entries()) {
    const first = counts[members[0]];
    if (first?.build !== last) continue;
    const total = counts.findIndex(
      ({ kind, base, build }) => kind === "total" && base === first.base && build === last,
    );
    if (!hidden.has(total) && !tables[t].some((i) => hidden.has(i))) continue;
    for (const i of members) weightless.add(counts[i].id);
  }
  for (const i of hidden) if (counts[i]?.build === last) weightless.add(counts[i].id);
  return weightless;
}
