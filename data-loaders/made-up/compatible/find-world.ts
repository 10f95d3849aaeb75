import type { CodedInterviews } from "../../../src/analysis/interviews/index.js";
import type { Ledger } from "../../../src/claims/index.js";
import { type FromInterviews, fromInterviews } from "../../interviews/beside-printed/from-interviews.js";
import {
  type SentenceFromInterviews,
  sentencesFromInterviews,
} from "../../interviews/beside-printed/sentences-from-interviews.js";
import { ledgerOf } from "../../ledger/ledger.js";
import type { Raw } from "../../read/index.js";

const MAX_ATTEMPTS = 200;

/** A world consistent with everything published, with the estimates from its interviews. */
export interface AgreeingWorld {
  readonly interviews: CodedInterviews;
  readonly beside: FromInterviews;
  readonly sentences: readonly SentenceFromInterviews[];
}

/** Thrown when no consistent world was found. */
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
 * Draws worlds until the estimates from one agree with everything published; the search that made it is not trusted.
 *
 * @param draw one attempt from a random stream; null if it fails
 * @param most maximum number of attempts, 200 by default
 * @throws NoWorldError if none agrees, with the disagreements of the last
 */
export function findWorld(
  raw: Raw,
  seed: number,
  draw: (stream: number) => CodedInterviews | null,
  most = MAX_ATTEMPTS,
): CodedInterviews {
  return findAgreeingWorld(raw, seed, draw, most).interviews;
}

/** Like `findWorld`, with the estimates that show the agreement. */
export function findAgreeingWorld(
  raw: Raw,
  seed: number,
  draw: (stream: number) => CodedInterviews | null,
  most = MAX_ATTEMPTS,
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

/** A distinct stream per seed and attempt: the odd factor spreads attempts over the 32 bits of a stream. */
const streamOf = (seed: number, attempt: number): number => (seed + Math.imul(attempt, 0x9e3779b1)) >>> 0;

/**
 * Values, bases and decidable sentences that the interviews contradict. Sentences that the printed numbers contradict
 * are ignored.
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
