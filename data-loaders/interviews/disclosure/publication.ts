import type { AnswerInterval } from "./answers.js";
import type { Reason } from "./knowledge.js";
import type { Rules } from "./rules.js";
import type { Estimate, Tables } from "./tables.js";
import type { Target } from "./targets.js";

/** The tables cannot be published so that what is suppressed stays protected; the message says which counts, and why. */
export class DisclosureError extends Error {
  override readonly name = "DisclosureError";
}

/** A count that is suppressed, or small though no table shows it, under the attacker's problem. */
export interface AuditedCount {
  readonly id: string;
  /** 0 for the tables to be published, -1 for those published before them, and so on. */
  readonly build: number;
  readonly reason: Target["reason"];
  readonly count: number;
  /** The feasibility interval: the least and greatest whole number that the count can be. */
  readonly low: number;
  readonly high: number;
  /** How many whole numbers the interval must hold at least. */
  readonly required: number;
}

/** What the attack found. It holds true counts: it is for those who publish, and not for publication. */
export interface Audit {
  readonly counts: readonly AuditedCount[];
  readonly answers: readonly AnswerInterval[];
}

/** What a later publication must know of this one. Plain data that JSON can hold, with true counts: never for publication. */
export interface Kept {
  readonly rules: Rules;
  readonly tables: Tables<null>;
  readonly suppressed: readonly (readonly [id: string, reason: Reason])[];
  readonly estimates: readonly string[];
  readonly answers: readonly AnswerInterval[];
}

/** A publication before this one, and how its interviews relate to those of the next: the same, or more were added. */
export interface Earlier {
  readonly kept: Kept;
  readonly interviews: "same" | "added";
}

/** The tables without what a later attack does not need. */
export function withoutDetails({ bases, counts, measures, weights }: Tables): Tables<null> {
  return {
    bases,
    counts,
    weights,
    measures: measures.map(({ id, base, all, groups }) => ({
      id,
      base,
      all: { ...shareOf(all), details: null },
      groups: groups.map(({ dimension, cells }) => ({
        dimension,
        cells: cells.map((cell) => ({ code: cell.code, ...shareOf(cell), details: null })),
      })),
    })),
  };
}

const shareOf = ({ share }: Estimate) => (share === undefined ? {} : { share });
