import type { Condition } from "./codebook.js";

/** A condition on one variable. */
export type Leaf = Extract<Condition, { readonly variable: string }>;

/** The leaves of a condition, in order. */
export function leavesOf(condition: Condition): Leaf[] {
  if ("not" in condition) return leavesOf(condition.not);
  if ("all" in condition) return condition.all.flatMap(leavesOf);
  return "any" in condition ? condition.any.flatMap(leavesOf) : [condition];
}

/** The variables that a condition names, each once. */
export const variablesOf = (condition: Condition): ReadonlySet<string> =>
  new Set(leavesOf(condition).map(({ variable }) => variable));
