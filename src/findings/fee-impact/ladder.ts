import { fallCorners } from "./corner.js";
import type { FeeFacts } from "./facts.js";
import { AROUND, type Around, BEFORE_WITHIN, FALLING, type Falling, GROWTH } from "./options.js";
import { fallAsk, type Reading, WORDS } from "./problem.js";
import type { LadderRow } from "./schema.js";
import { solveOne } from "./solve.js";

type Ends = Pick<LadderRow, "low" | "high" | "lowest" | "highest">;

interface Rung {
  readonly rung: string;
  readonly label: string;
  readonly sentence: string;
  readonly assumes: Partial<Reading>;
}

/** Label of the row without assumptions beyond the report's words on all clients. */
export const WORDS_LABEL = "The report’s words on all clients";

const GREW = "it says that samples grew";

/** The rungs; each also assumes everything above it. */
export const RUNGS: readonly Rung[] = [
  { rung: "words", label: WORDS_LABEL, sentence: "its own sentences", assumes: {} },
  {
    rung: "before",
    label: `Quarters before within ${BEFORE_WITHIN} points`,
    sentence: "no sentence says so",
    assumes: { beforeWithin: BEFORE_WITHIN },
  },
  ...GROWTH.filter((growth) => growth !== null).map((growth) => ({
    rung: growth === 1 ? "same" : `growth-${growth}`,
    label: growth === 1 ? "All quarters weigh the same" : `Last weighs up to ${growth} × the first`,
    sentence: growth === 1 ? "though samples grew, it says" : GREW,
    assumes: { weights: { growth } },
  })),
  {
    rung: "rounded",
    label: `“Around” within ½ point`,
    sentence: "no sentence says so",
    assumes: { around: "rounded" },
  },
];

/** The cumulative reading of each rung. */
export function ladderReadings(falling: Falling, around: Around): Reading[] {
  let reading: Reading = { ...WORDS, falling, around };
  return RUNGS.map(({ assumes }) => {
    reading = { ...reading, ...assumes };
    return reading;
  });
}

/** The rows for each reading of which quarters fell and how wide "around" is. */
export function ladderRows(facts: FeeFacts): LadderRow[] {
  return FALLING.options.flatMap(({ code: falling }) =>
    AROUND.options.flatMap(({ code: around }) => {
      const readings = ladderReadings(falling, around);
      let above: Ends = { low: -100, high: 100, lowest: null, highest: null };
      return RUNGS.map(({ rung, label, sentence, assumes }, i): LadderRow => {
        const bound = solveOne(facts, readings[i] as Reading, fallAsk(facts));
        const ends: Ends =
          bound === null
            ? above
            : {
                ...{ low: bound.low, high: bound.high },
                ...fallCorners(facts, bound),
              };
        const buys = i === 0 ? 0 : above.high - above.low - (ends.high - ends.low);
        above = ends;
        return {
          ...{ falling, around, rung, label, kind: "bounded", ...ends },
          buys: Math.max(0, Math.round(buys * 1e6) / 1e6),
          sentence:
            bound === null
              ? "does not fit the numbers"
              : facts.weights !== null && assumes.weights !== undefined
                ? "weights are filled in"
                : sentence,
          fits: bound !== null,
        };
      });
    }),
  );
}
