import { type Disagreement, numbersAsStatements } from "../../model/conflict.js";
import { memoizeByObject } from "../../model/memoize.js";
import { binomialProbabilities } from "./binomial.js";
import type { Facts, Printed } from "./facts.js";
import { fallRows } from "./fall.js";
import { GUESS, INTERVIEWS, TRUE_GAP } from "./settings.js";
import { gapSeen, sizeRows } from "./survey-size.js";

/** The printed numbers that make a part of the page infeasible; null if they do not. */
export interface Disagreements {
  /** The level of the made-up surveys. */
  readonly level: Disagreement | null;
  /** The two levels for the sizes of surveys. */
  readonly levels: Disagreement | null;
  readonly fall: Disagreement | null;
}

export const disagreements = /* @__PURE__ */ memoizeByObject(findDisagreements);

function findDisagreements(facts: Facts): Disagreements {
  const { level, cmsLevel, fall } = facts;
  return {
    level: infeasible(
      () =>
        [...TRUE_GAP.options, GUESS].map(({ gap }) => binomialProbabilities(1, (level.value - gap) / 100)),
      "with a group below it by each gap that the page looks at",
      [level],
    ),
    levels: infeasible(
      () => [
        sizeRows(facts),
        INTERVIEWS.options.map(({ interviews }) => gapSeen(level.value, interviews, 1)),
      ],
      "with a group below them by each gap that the page looks at",
      [level, cmsLevel],
    ),
    fall: infeasible(() => fallRows(facts), "in surveys of the sizes that the page looks at", [fall]),
  };
}

/** The numbers used by `work` if it throws a RangeError; else null. */
function infeasible(work: () => unknown, given: string, numbers: readonly Printed[]): Disagreement | null {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { given, statements: numbersAsStatements(numbers.map(({ id }) => id)) };
  }
}
