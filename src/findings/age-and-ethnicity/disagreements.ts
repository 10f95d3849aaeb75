import {
  disagreementAmong,
  disagreementIn,
  disagreementOfWeights,
  isMean,
} from "../../analysis/disagreement.js";
import { designEffect, INTERVIEW } from "../../analysis/interview-worth.js";
import type { Disagreement } from "../../model/conflict.js";
import { memoizeByObject } from "../../model/memoize.js";
import type { Facts } from "./facts.js";
import { needed } from "./gender-rows.js";
import { ageProblem, ethnicityProblem } from "./problem.js";
import { OLDER, sharesInWords, USUAL_SHARES } from "./readings.js";

/** Which statements of the page cannot all be true, in the usual reading, for each of its charts; null where all can. */
export interface Disagreements {
  readonly ages: Disagreement | null;
  readonly ethnicities: Disagreement | null;
  /** Women and men beside Receiving and Paying Parents. */
  readonly gender: Disagreement | null;
  /** Internet access of both parents and of everyone. */
  readonly online: Disagreement | null;
}

export const disagreements = /* @__PURE__ */ memoizeByObject(lookFor);

function lookFor(facts: Facts): Disagreements {
  const { women, men, receiving, paying, online } = facts;
  const groups = [...facts.ages, ...facts.ethnicities];
  const idOf = (code: string) =>
    code === "dont-know"
      ? facts.ethnicityNotKnown.id
      : (groups.find((group) => group.code === code)?.id ?? code);
  const reading = { deff: designEffect(INTERVIEW.default), silence: false } as const;
  const given = (name: keyof typeof USUAL_SHARES) =>
    `if ${sharesInWords(USUAL_SHARES[name])}, each interview worth one in full`;
  return {
    ages: disagreementIn(
      ageProblem(facts, { ...reading, shares: USUAL_SHARES.age, older: OLDER.each }),
      given("age"),
      idOf,
    ),
    ethnicities: disagreementIn(
      ethnicityProblem(facts, { ...reading, shares: USUAL_SHARES.ethnicity }),
      given("ethnicity"),
      idOf,
    ),
    gender: disagreementAmong(
      { women, men, receiving, paying },
      100,
      "if parental role alone makes the difference between women and men",
      (some) => needed(some).length > 0 && isMean(some.men, some.receiving, some.paying),
    ),
    online: disagreementOfWeights(online.everyone, online.receiving, online.paying),
  };
}
