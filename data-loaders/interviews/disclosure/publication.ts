import type { AnswerInterval } from "./answers.js";
import type { Reason } from "./knowledge.js";
import type { Rules } from "./rules.js";
import type { Estimate, Tables } from "./tables.js";
import type { Target } from "./targets.js";

/** The tables cannot be published safely; the message says which counts fail, and why. */
export class DisclosureError extends Error {
  override readonly name = "DisclosureError";
}

/** A count that is suppressed, or small though not shown, with the attacker's interval. */
export interface AuditedCount {
  readonly id: string;
  /** 0 for the current build, -1 for the one before, and so on. */
  readonly build: number;
  readonly reason: Target["reason"];
  readonly count: number;
  /** The feasibility interval: the least and greatest possible number. */
  readonly low: number;
  readonly high: number;
  /** The minimum size of the interval, in whole numbers. */
  readonly required: number;
}

/** The result of the attack. Contains true counts: for the publisher only, not for publication. */
export interface Audit {
  readonly counts: readonly AuditedCount[];
  readonly answers: readonly AnswerInterval[];
}

/** What a later publication needs of this one, as plain JSON data. Contains true counts: never for publication. */
export interface Kept {
  readonly rules: Rules;
  readonly tables: Tables<null>;
  readonly suppressed: readonly (readonly [id: string, reason: Reason])[];
  readonly estimates: readonly string[];
  readonly answers: readonly AnswerInterval[];
}

/** An earlier publication, and whether the next has the same interviews or more. */
export interface Earlier {
  readonly kept: Kept;
  readonly interviews: "same" | "added";
}

/** Drops what a later attack does not need. */
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
