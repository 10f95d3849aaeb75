import { changeCorners } from "./corner.js";
import type { FeeFacts } from "./facts.js";
import { WORDS_LABEL } from "./ladder.js";
import { AROUND, FALLING, GROWTH } from "./options.js";
import { changeAsk, WORDS } from "./problem.js";
import { solveOne } from "./solve.js";

/** One row: the mean of the quarters before the fee less that of the quarters around one level, in points. */
export interface ChangeRow {
  readonly falling: string;
  readonly around: string;
  /** How many times the first quarter's weight the last one's may be; null: any weights. */
  readonly growth: number | null;
  readonly label: string;
  readonly kind: "bounded";
  readonly low: number;
  readonly high: number;
  /** Why an end is a corner, such as nobody satisfied in November 2013; null where it is none. */
  readonly lowest: string | null;
  readonly highest: string | null;
  /** Whether the range has numbers below 0 and above 0. */
  readonly both: boolean;
}

/** Before less after, for each set of weights, under each reading. */
export function changeRows(facts: FeeFacts): ChangeRow[] {
  return FALLING.flatMap(({ code: falling }) =>
    AROUND.flatMap(({ code: around }) =>
      GROWTH.map((growth): ChangeRow => {
        const reading = { ...WORDS, falling, around, weights: { growth } };
        const bound = solveOne(facts, reading, changeAsk(facts));
        const { low, high } = bound ?? { low: -100, high: 100 };
        const label =
          growth === null
            ? WORDS_LABEL
            : growth === 1
              ? "All quarters weigh the same"
              : `Last weighs up to ${growth} × the first`;
        return {
          ...{ falling, around, growth, label, kind: "bounded", low, high, both: low < 0 && high > 0 },
          ...(bound === null ? { lowest: null, highest: null } : changeCorners(facts, reading, bound)),
        };
      }),
    ),
  );
}
