import type { World } from "../../analysis/by-statement/world.js";
import { defineControl, type OptionCode, optionOf } from "../../model/control.js";
import { dateLabel } from "../../model/period.js";
import type { FeeFacts } from "./facts.js";
import { AROUND, type Around, BEFORE_WITHIN, FALLING, type Falling } from "./options.js";
import { fallAsk, feeProblem, type Reading, WORDS } from "./problem.js";

const ALIKE = { beforeWithin: BEFORE_WITHIN } as const;
const SAME = { weights: { growth: 1 } } as const;

/** Assumptions in addition to the report's words. */
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

/**
 * The bounds problem of the fall under an option.
 * @throws RangeError for an unknown option
 */
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

/** The bounds problem of the fall under the page's default options. */
export function firstFeeWorld(facts: FeeFacts): World {
  return feeWorld(facts, { falling: FALLING.default, around: AROUND.default, assumed: ASSUMED.default });
}
