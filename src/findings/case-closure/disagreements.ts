import { type Disagreement, numbersAsStatements } from "../../model/conflict.js";
import { memoizeByObject } from "../../model/memoize.js";
import { binomialProbabilities } from "./binomial.js";
import type { Facts, Printed } from "./facts.js";
import { fallRows } from "./fall.js";
import { GUESS, INTERVIEWS, TRUE_GAPS } from "./settings.js";
import { gapSeen, sizeRows } from "./survey-size.js";

/** Which printed numbers leave nothing to work out, for each part of the page; null where they leave something. */
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
      () => [...TRUE_GAPS, GUESS.gap].map((gap) => binomialProbabilities(1, (level.value - gap) / 100)),
      "with a group below it by each gap that the page looks at",
      [level],
    ),
    levels: where(
      () => [sizeRows(facts), INTERVIEWS.map((n) => gapSeen(level.value, n, 1))],
      "with a group below them by each gap that the page looks at",
      [level, cmsLevel],
    ),
    fall: where(() => fallRows(facts), "in surveys of the sizes that the page looks at", [fall]),
  };
}

/** The numbers that a part is worked out from, where it is asked for something out of its range. */
function where(work: () => unknown, given: string, numbers: readonly Printed[]): Disagreement | null {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { given, statements: numbersAsStatements(numbers.map(({ id }) => id)) };
  }
}
