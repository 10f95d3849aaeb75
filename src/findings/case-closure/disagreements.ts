import { type Disagreement, numbersAsStatements } from "../../model/conflict.js";
import { memoizeByObject } from "../../model/memoize.js";
import { binomialProbabilities } from "./binomial.js";
import type { Facts, Printed } from "./facts.js";
import { fallRows } from "./fall.js";
import { GUESS, INTERVIEWS, TRUE_GAP } from "./settings.js";
import { gapSeen, sizeRows } from "./survey-size.js";

/** The printed numbers with which a part of the page cannot be worked out; null where it can be. */
export interface Disagreements {
  /** The level at which surveys are made up. */
  readonly level: Disagreement | null;
  /** The two levels at which gaps are to be seen. */
  readonly levels: Disagreement | null;
  readonly fall: Disagreement | null;
}

export const disagreements = /* @__PURE__ */ memoizeByObject(lookFor);

function lookFor(facts: Facts): Disagreements {
  const { level, cmsLevel, fall } = facts;
  return {
    level: where(
      () =>
        [...TRUE_GAP.options, GUESS].map(({ gap }) => binomialProbabilities(1, (level.value - gap) / 100)),
      "with a group below it by each gap that the page looks at",
      [level],
    ),
    levels: where(
      () => [
        sizeRows(facts),
        INTERVIEWS.options.map(({ interviews }) => gapSeen(level.value, interviews, 1)),
      ],
      "with a group below them by each gap that the page looks at",
      [level, cmsLevel],
    ),
    fall: where(() => fallRows(facts), "in surveys of the sizes that the page looks at", [fall]),
  };
}

/** The numbers that `work` needs, where it throws a RangeError; null where it does not. */
function where(work: () => unknown, given: string, numbers: readonly Printed[]): Disagreement | null {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { given, statements: numbersAsStatements(numbers.map(({ id }) => id)) };
  }
}
