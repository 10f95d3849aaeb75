import type { AnswerInterval } from "./answers.js";
import { estimateId } from "./answers.js";
import { countId, type Tables } from "./tables.js";

/** Published information of one build about answers. */
export interface AnswersOfBuild {
  readonly tables: Tables;
  /** Ids of suppressed estimates. */
  readonly suppressed: ReadonlySet<string>;
  /** Intervals of small numbers of answers. */
  readonly intervals: readonly AnswerInterval[];
}

/** An answer whose interval becomes too narrow by combining two builds. */
export interface NarrowedAnswer {
  readonly id: string;
  /** The build that it belongs to. */
  readonly build: "earlier" | "later";
  readonly low: number;
  readonly high: number;
  readonly required: number;
}

/**
 * Small numbers of answers that two builds together reveal: respondents of the first are in the second, and new
 * answers cannot outnumber added interviews.
 */
export function narrowedAnswers(earlier: AnswersOfBuild, later: AnswersOfBuild): NarrowedAnswer[] {
  const [first, second] = [knownOf(earlier), knownOf(later)];
  const narrowed: NarrowedAnswer[] = [];
  for (const [id, before] of first) {
    const after = second.get(id);
    if (after === undefined) continue;
    const added = Math.max(0, after.size - before.size);
    const check = (build: "earlier" | "later", required: number | null, low: number, high: number) => {
      if (required !== null && high - low + 1 < required) narrowed.push({ id, build, low, high, required });
    };
    check(
      "earlier",
      before.required,
      Math.max(before.low, after.low - added),
      Math.min(before.high, after.high),
    );
    check(
      "later",
      after.required,
      Math.max(after.low, before.low),
      Math.min(after.high, before.high + added),
    );
  }
  return narrowed;
}

interface Known {
  readonly size: number;
  readonly low: number;
  readonly high: number;
  /** Null for an answer that needs no protection. */
  readonly required: number | null;
}

function knownOf({ tables, suppressed, intervals }: AnswersOfBuild): Map<string, Known> {
  const known = new Map<string, Known>();
  const few = new Map(intervals.map((interval) => [interval.id, interval]));
  const sizes = new Map(tables.bases.map(({ id, total }) => [id, total]));
  for (const { base, dimension, cells } of tables.counts)
    for (const { code, count } of cells) sizes.set(countId(base, dimension, code), count);
  for (const { id: measure, base, all, groups } of tables.measures) {
    const put = (id: string, size: number | undefined, answers: number | undefined) => {
      if (size === undefined || answers === undefined) return;
      const of = few.get(id);
      const { low, high } =
        of ?? (suppressed.has(id) ? { low: 0, high: size } : { low: answers, high: answers });
      known.set(id, { size, low, high, required: of?.required ?? null });
    };
    put(estimateId(measure), sizes.get(base), all.share?.answers);
    for (const { dimension, cells } of groups)
      for (const { code, share } of cells)
        put(estimateId(measure, dimension, code), sizes.get(countId(base, dimension, code)), share?.answers);
  }
  return known;
}
