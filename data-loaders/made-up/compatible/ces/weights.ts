import { entryAt } from "../../../../src/model/entry-at.js";
import { type Factor, rake, surveyDesign, weightDiagnostics } from "../../../../src/stats/index.js";
import type { Random } from "../../random.js";
import { codesOf, type Draft, make, valuesOf } from "../draft.js";
import { AGES, GENDERS, isAnswered, LENGTHS } from "./people.js";

/** Range of the weight factor of each class, before normalisation to mean 1. */
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

/** Range of Kish's design effect: mild, so that the significant differences are possible. */
const KISH = [1.08, 1.38] as const;

/** Required weight shares of New customers and Receiving Parents, away from the ends that rounding allows. */
const NEW = [0.385, 0.45] as const;
const RECEIVING = [0.48, 0.545] as const;

/** Maximum number of targets to draw before giving up on these people. */
const MAX_ATTEMPTS = 200;

/**
 * Weights raked on age, gender, length of service use and contact reason.
 *
 * Targets are not printed. They are computed from drawn class factors that apply in every combination, so they are
 * consistent and raking from equal weights converges to them. Redrawn until weights are mild and give New customers
 * and Receiving Parents the shares that the printed percentages need. Weights have mean 1 and six decimals.
 *
 * @returns whether such targets were found
 */
export function makeWeights(draft: Draft, random: Random): boolean {
  const factors = Object.entries(PULLS).map(
    ([name, { codes }]): Factor => ({ name, levels: codes, codes: codesOf(draft, name, codes) }),
  );
  for (let tries = 0; tries < MAX_ATTEMPTS; tries++) {
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

/** Product of the class factors per row, with mean 1. */
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

/** A group's share of the weights of those who answered. */
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
