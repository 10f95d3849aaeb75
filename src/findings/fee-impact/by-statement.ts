import type { World } from "../../analysis/by-statement/world.js";
import { defineControl, type OptionCode, optionOf } from "../../model/control.js";
import { dateLabel } from "../../model/period.js";
import type { FeeFacts } from "./facts.js";
import { AROUND, type Around, BEFORE_WITHIN, FALLING, type Falling } from "./options.js";
import { fallAsk, feeProblem, type Reading, WORDS } from "./problem.js";

const ALIKE = { beforeWithin: BEFORE_WITHIN } as const;
const SAME = { weights: { growth: 1 } } as const;

/** What is assumed beside the report's words. */
export const ASSUMED = defineControl({
  name: "assumed",
  type: "choice",
  legend: "Assumed beside the words",
  options: [
    { code: "nothing", label: "nothing", assumes: {} },
    { code: "before", label: `quarters before within ${BEFORE_WITHIN} points`, assumes: ALIKE },
    { code: "same", label: "all quarters weigh the same", assumes: SAME },
    { code: "both", label: "both", assumes: { ...ALIKE, ...SAME } },
  ],
  default: "nothing",
});

export type Assumed = OptionCode<typeof ASSUMED>;

/** The fall under a choice of the reader's. @throws RangeError for what the control does not offer */
export function feeWorld(
  facts: FeeFacts,
  { falling, around, assumed }: { falling: Falling; around: Around; assumed: Assumed },
): World {
  const { assumes } = optionOf(ASSUMED, assumed);
  const words: Reading = { ...WORDS, falling, around };
  const ask = fallAsk(facts);
  const problem = feeProblem(facts, { ...words, ...assumes }, [ask]);
  const quarters = facts.quarters.map(({ id, end }) => [id, dateLabel(end)] as const);
  return { problem, ask, labels: Object.fromEntries(quarters) };
}

/** The fall in the first view of the page: the words in their usual reading, and nothing beside them. */
export function firstFeeWorld(facts: FeeFacts): World {
  return feeWorld(facts, { falling: FALLING.default, around: AROUND.default, assumed: ASSUMED.default });
}
