import { changeCorners } from "./corner.js";
import type { FeeFacts } from "./facts.js";
import { WORDS_LABEL } from "./ladder.js";
import { AROUND, FALLING, GROWTH } from "./options.js";
import { changeAsk, WORDS } from "./problem.js";
import type { ChangeRow } from "./schema.js";
import { solveOne } from "./solve.js";

/** Mean before minus mean after, for each set of weights and each reading. */
export function changeRows(facts: FeeFacts): ChangeRow[] {
  return FALLING.options.flatMap(({ code: falling }) =>
    AROUND.options.flatMap(({ code: around }) =>
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
