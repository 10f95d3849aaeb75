import { entryAt } from "../../../../src/model/entry-at.js";
import { type Factor, rake, surveyDesign, weightDiagnostics } from "../../../../src/stats/index.js";
import type { Random } from "../../random.js";
import { codesOf, type Draft, make, valuesOf } from "../draft.js";
import { AGES, GENDERS, isAnswered, LENGTHS } from "./people.js";

/** What a customer of a class counts for, least and most, before all weights are put to a mean of 1. */
const PULLS: Readonly<Record<string, { codes: readonly string[]; between: readonly [number, number][] }>> = {
  age: {
    codes: AGES,
    between: [
      [1.2, 1.7],
      [1.05, 1.45],
      [0.85, 1.1],
      [0.75, 1],
      [0.7, 1.05],
    ],
  },
  gender: {
    codes: GENDERS,
    between: [
      [0.93, 1.07],
      [0.93, 1.07],
      [0.85, 1.15],
    ],
  },
  "service-length": {
    codes: LENGTHS,
    between: [
      [0.65, 1.2],
      [0.7, 1.3],
      [0.8, 1.4],
      [0.9, 1.6],
    ],
  },
  contact: {
    codes: ["new", "change"],
    between: [
      [0.95, 1.2],
      [0.95, 1.1],
    ],
  },
};

/** The design effect of unequal weights, after Kish: mild, so that what is called significant can be. */
const KISH = [1.08, 1.38] as const;

/** Shares of the weights of those who answered, away from the ends of what rounding leaves for them. */
const NEW = [0.385, 0.45] as const;
const RECEIVING = [0.48, 0.545] as const;

/** How often targets are drawn before these people are held to have none. */
const MOST = 200;

/**
 * Weights raked on age, gender, length of service use and contact reason.
 *
 * The targets are not printed. They are drawn: for each class what its customers count for, the same in every combination,
 * and the targets are the sums that this gives. So they can be met together, and raking finds them from equal weights.
 * Drawn again until the weights are mild, and give New customers and Receiving Parents such shares as the printed
 * percentages need. Weights have a mean of 1 and six decimals.
 *
 * @returns whether such targets were found
 */
export function makeWeights(draft: Draft, random: Random): boolean {
  const factors = Object.entries(PULLS).map(
    ([name, { codes }]): Factor => ({ name, levels: codes, codes: codesOf(draft, name, codes) }),
  );
  for (let tries = 0; tries < MOST; tries++) {
    const wanted = drawWanted(draft, random, factors);
    if (!isMild(draft, wanted)) continue;
    const raked = rake(
      surveyDesign({ n: draft.n, weights: new Float64Array(draft.n).fill(1) }),
      factors.map((factor) => ({ factor, totals: totalsOf(factor, wanted) })),
    ).design.weights;
    make(draft, "weight", (row) => Math.round(entryAt(raked, row) * 1e6) / 1e6);
    return true;
  }
  return false;
}

/** For each row a product over its classes, with a mean of 1. */
function drawWanted(draft: Draft, random: Random, factors: readonly Factor[]): Float64Array {
  const pulls = Object.values(PULLS).map(({ between }) =>
    between.map(([low, high]) => random.between(low, high)),
  );
  const wanted = Float64Array.from({ length: draft.n }, (_, row) =>
    factors.reduce((product, { codes }, i) => product * (pulls[i]?.[entryAt(codes, row)] ?? 1), 1),
  );
  const scale = draft.n / wanted.reduce((sum, weight) => sum + weight, 0);
  return wanted.map((weight) => weight * scale);
}

function totalsOf({ levels, codes }: Factor, weights: Float64Array): number[] {
  const totals = levels.map(() => 0);
  codes.forEach((place, row) => {
    totals[place] = entryAt(totals, place) + entryAt(weights, row);
  });
  return totals;
}

function isMild(draft: Draft, weights: Float64Array): boolean {
  const isIn = (share: number, [low, high]: readonly [number, number]) => share >= low && share <= high;
  return (
    isIn(weightDiagnostics(weights).kishDesignEffect, KISH) &&
    isIn(shareAnswered(draft, weights, "contact", "new"), NEW) &&
    isIn(shareAnswered(draft, weights, "parent", "receiving"), RECEIVING)
  );
}

/** The share that a group has of the weights of those who answered. */
function shareAnswered(draft: Draft, weights: Float64Array, variable: string, code: string): number {
  const answered = isAnswered(draft);
  const values = valuesOf(draft, variable);
  let all = 0;
  let group = 0;
  weights.forEach((weight, row) => {
    if (!answered(row)) return;
    all += weight;
    if (values[row] === code) group += weight;
  });
  return group / all;
}
