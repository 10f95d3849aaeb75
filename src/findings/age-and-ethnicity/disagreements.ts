import {
  disagreementAmong,
  disagreementIn,
  disagreementOfWeights,
  isMean,
} from "../../analysis/disagreement.js";
import type { Disagreement } from "../../model/conflict.js";
import { memoizeByObject } from "../../model/memoize.js";
import type { Facts } from "./facts.js";
import { neededShares } from "./gender.js";
import { problemOf } from "./problem.js";
import { type Chart, readingOf, USUAL_SHARES, weightsOf } from "./readings.js";

/** For each chart, statements that cannot all be true in the default reading; null if all can be. */
export interface Disagreements {
  readonly ages: Disagreement | null;
  readonly ethnicities: Disagreement | null;
  /** The figures for women and men, and for Receiving and Paying Parents. */
  readonly gender: Disagreement | null;
  /** Internet access of both kinds of parent and of everyone. */
  readonly online: Disagreement | null;
}

export const disagreements = /* @__PURE__ */ memoizeByObject(findDisagreements);

function findDisagreements(facts: Facts): Disagreements {
  const { women, men, receiving, paying, online } = facts;
  const groups = [...facts.ages, ...facts.ethnicities];
  const idOf = (code: string) =>
    code === "dont-know"
      ? facts.ethnicityNotKnown.id
      : (groups.find((group) => group.code === code)?.id ?? code);
  const inChart = (chart: Chart) =>
    disagreementIn(
      problemOf(chart, facts, readingOf(chart)),
      `if ${weightsOf(USUAL_SHARES[chart]).name}, each interview worth one in full`,
      idOf,
    );
  return {
    ages: inChart("age"),
    ethnicities: inChart("ethnicity"),
    gender: disagreementAmong(
      { women, men, receiving, paying },
      100,
      "if parental role alone makes the difference between women and men",
      (some) => neededShares(some).length > 0 && isMean(some.men, some.receiving, some.paying),
    ),
    online: disagreementOfWeights(online.everyone, online.receiving, online.paying),
  };
}
