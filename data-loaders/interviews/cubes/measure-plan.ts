import { variableOf } from "../../../src/analysis/interviews/coded-interviews.js";
import type { Codebook, Condition, Measure } from "../../../src/model/codebook.js";
import { variablesOf } from "../../../src/model/condition-variables.js";
import { answersOf } from "../../../src/model/condition-words.js";
import { dimensionText } from "../../../src/model/dimensions.js";
import { answerCodes } from "./answer-codes.js";

/**
 * A measure as states of an interview; state 0 has no answer. A statement counts interviews and sums weights by cell
 * and state, from which every sum of products with the answer follows exactly.
 */
export interface MeasurePlan {
  readonly id: string;
  readonly expression: StateExpression;
  /** The answer of each cube in each state, NaN for none. */
  readonly states: readonly (readonly number[])[];
  /** Ids of the cubes: several for a pooled measure or profile. */
  readonly cubes: readonly string[];
  readonly variables: readonly string[];
}

/** How to compute the state. */
export type StateExpression =
  /** 0 outside the base, else 1 plus the index of the first true condition; the last state if none is. */
  | { readonly kind: "first"; readonly base: Condition; readonly conditions: readonly Condition[] }
  /** 1 plus the code of the variable, 0 without a number. */
  | { readonly kind: "number"; readonly base: Condition; readonly variable: string; readonly count: number }
  /** Substantive answers times (items + 1), plus those that count. */
  | { readonly kind: "pooled"; readonly given: readonly Condition[]; readonly counted: readonly Condition[] };

/**
 * The states of a measure and the answers of its cubes:
 * - a share: 0 or 1 in its base
 * - a mean: the number
 * - a profile `ID`: for each answer and union, a cube `ID.CODE` of 0 or 1 in its base
 * - a pooled measure `ID`: cubes of numbers of answers, `ID.given` those in substance, `ID.counted` those that count, and
 *   `ID.both` their sum. The measure is the ratio of the means of the second and the first; the variance of the third
 *   gives their covariance, (Var(both) - Var(given) - Var(counted)) / 2
 *
 * @throws RangeError for a mean over more than 10,000 numbers, a profile of a dimension that the codebook does not have,
 *   and variables without answers that can be listed
 */
export function measurePlan(codebook: Codebook, measure: Measure): MeasurePlan {
  const { id } = measure;
  const plan = (
    expression: StateExpression,
    states: readonly (readonly number[])[],
    cubes: readonly string[],
    variables: readonly string[],
  ): MeasurePlan => {
    for (const each of variables) {
      const variable = variableOf(codebook, each);
      if (variable.kind !== "number") answerCodes(variable);
    }
    return { id, expression, states, cubes, variables: [...new Set(variables)] };
  };
  switch (measure.kind) {
    case "share": {
      const { base, counts } = measure;
      return plan(
        { kind: "first", base, conditions: [counts] },
        [[Number.NaN], [1], [0]],
        [id],
        [...variablesOf(base), ...variablesOf(counts)],
      );
    }
    case "mean": {
      const { base, variable } = measure;
      const { range } = answerCodes(variableOf(codebook, variable));
      if (range === null) throw new RangeError(`${id} is a mean of ${variable}, which has no whole numbers`);
      const count = range.highest - range.lowest + 1;
      if (count > 10_000) throw new RangeError(`${id} is a mean of ${variable}, which has ${count} numbers`);
      return plan(
        { kind: "number", base, variable, count },
        [[Number.NaN], ...Array.from({ length: count }, (_, i) => [range.lowest + i])],
        [id],
        [...variablesOf(base), variable],
      );
    }
    case "profile": {
      const { base, dimension, unions } = measure;
      const variable = codebook.dimensions[dimension];
      if (variable === undefined) throw new RangeError(`${id}: ${codebook.id} has no dimension ${dimension}`);
      const { listed } = answerCodes(variableOf(codebook, variable));
      const answers = Object.keys(dimensionText(dimension).codes).filter((code) => listed.has(code));
      const single = answers.map((code) => [code, [code]] as const);
      const groups = [...single, ...Object.entries(unions)];
      return plan(
        { kind: "first", base, conditions: answers.map((code) => ({ variable, is: [code] })) },
        [
          groups.map(() => Number.NaN),
          ...answers.map((code) => groups.map(([, codes]) => (codes.includes(code) ? 1 : 0))),
          groups.map(() => 0),
        ],
        groups.map(([code]) => `${id}.${code}`),
        [...variablesOf(base), variable],
      );
    }
    case "pooled": {
      const { items, counts } = measure;
      const given = items.map((item) => inSubstance(codebook, item));
      const counted = items.map(
        (item, i): Condition => ({ all: [given[i] as Condition, { variable: item, ...counts }] }),
      );
      const n = items.length + 1;
      const states = Array.from({ length: n * n }, (_, state) => {
        const a = Math.floor(state / n);
        const c = state % n;
        return a === 0 ? [Number.NaN, Number.NaN, Number.NaN] : [a, c, a + c];
      });
      return plan(
        { kind: "pooled", given, counted },
        states,
        ["given", "counted", "both"].map((name) => `${id}.${name}`),
        items,
      );
    }
  }
}

/** Any answer except special ones. */
function inSubstance(codebook: Codebook, id: string): Condition {
  const variable = variableOf(codebook, id);
  if (variable.kind === "scale" || variable.kind === "count")
    return { variable: id, from: variable.lowest, to: variable.highest };
  const codes = answersOf(variable).filter(({ special }) => special === undefined);
  return { variable: id, is: codes.map(({ code }) => code) };
}
