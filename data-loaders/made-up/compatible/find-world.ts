import type { CodedInterviews } from "../../../src/analysis/interviews/index.js";
import type { Ledger } from "../../../src/claims/index.js";
import { type FromInterviews, fromInterviews } from "../../interviews/beside-printed/from-interviews.js";
import {
  type SentenceFromInterviews,
  sentencesFromInterviews,
} from "../../interviews/beside-printed/sentences-from-interviews.js";
import { ledgerOf } from "../../ledger/ledger.js";
import type { Raw } from "../../read/index.js";

const MOST = 200;

/** A world that agrees with everything published, with what its interviews give beside it. */
export interface AgreeingWorld {
  readonly interviews: CodedInterviews;
  readonly beside: FromInterviews;
  readonly sentences: readonly SentenceFromInterviews[];
}

/** Said where no world was found that agrees. */
export class NoWorldError extends RangeError {
  /** @param disagreeing ids of values, bases and claims that the last draw did not agree with; none where none was made */
  constructor(
    message: string,
    readonly disagreeing: readonly string[],
  ) {
    super(message);
  }
}

/**
 * Draws worlds until one agrees with everything published, as the estimates from its interviews say and not the search that
 * made it.
 *
 * @param draw one world from a stream of random numbers; null where that leaves none
 * @param most draws after which the search is given up; 200 where left out
 * @throws NoWorldError where none of many draws agrees, with what the last did not agree with
 */
export function findWorld(
  raw: Raw,
  seed: number,
  draw: (stream: number) => CodedInterviews | null,
  most = MOST,
): CodedInterviews {
  return findAgreeingWorld(raw, seed, draw, most).interviews;
}

/** The same, with what was worked out from the interviews to find that they agree. */
export function findAgreeingWorld(
  raw: Raw,
  seed: number,
  draw: (stream: number) => CodedInterviews | null,
  most = MOST,
): AgreeingWorld {
  const ledger = ledgerOf(raw);
  let last: readonly string[] = [];
  for (let attempt = 0; attempt < most; attempt++) {
    const world = draw(streamOf(seed, attempt));
    if (world === null) continue;
    const beside = fromInterviews(raw, world);
    const sentences = sentencesFromInterviews(ledger, beside);
    last = disagreeing(beside, sentences);
    if (last.length === 0) return { interviews: world, beside, sentences };
  }
  throw new NoWorldError(
    `no compatible world was found for seed ${seed} in ${most} draws${last.length === 0 ? "" : `; the last did not agree with ${last.join(", ")}`}`,
    last,
  );
}

/** Different streams for each seed and attempt: an odd number spreads attempts over the 32 bits that a stream has. */
const streamOf = (seed: number, attempt: number): number => (seed + Math.imul(attempt, 0x9e3779b1)) >>> 0;

/**
 * What interviews do not agree with: values, bases, and sentences that their numbers decide. A sentence that is false
 * of the numbers as they are printed is none of these.
 *
 * @returns ids of values, bases and claims
 */
export function disagreements(ledger: Ledger, beside: FromInterviews): string[] {
  return disagreeing(beside, sentencesFromInterviews(ledger, beside));
}

function disagreeing(beside: FromInterviews, sentences: readonly SentenceFromInterviews[]): string[] {
  return [
    ...beside.values.flatMap(({ value, verdict }) =>
      value !== null && verdict === "differs" ? [value.id] : [],
    ),
    ...beside.bases.flatMap(({ base, verdict }) => (verdict === "differs" ? [base.id] : [])),
    ...sentences.flatMap(({ claim, holds, asPrinted }) => (holds || asPrinted === false ? [] : [claim.id])),
  ];
}
