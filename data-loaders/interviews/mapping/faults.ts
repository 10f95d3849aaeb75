import { firstProblems } from "../../read/interviews/index.js";
import type { Problem } from "../../read/problem.js";
import type { Source } from "./source.js";

/** Rules for interviews. */
export const RULES = {
  code: "an answer that the codebook does not list",
  range: "a number or date out of its range",
  forbidden: "an answer from someone who was not asked",
  missing: "no answer from someone who was asked",
  weight: "a weight that is missing, zero, negative or no number",
  duplicate: "an interview that stands twice",
  impossible: "a combination of answers that nobody can give",
  fieldwork: "an interview held out of the fieldwork",
  period: "a contact out of the survey's months",
  order: "an interview held before the period of its contact",
  watermark: "made-up interviews among others",
} as const;
export type Rule = keyof typeof RULES;

/** An error in a cell. Its message is built when shown, because most errors are only counted. */
export interface Fault {
  readonly rule: Rule;
  readonly variable: string;
  readonly row: number;
  readonly words: () => { readonly message: string; readonly expected: string };
  /** Separates faults of one rule and variable that are counted apart. */
  readonly part?: string;
}

/** Problems for the first 20 faults of each rule and variable, and a count of the rest. */
export function problemsOf(faults: readonly Fault[], source: Source): Problem[] {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) {
    const key = [fault.rule, fault.variable, fault.part ?? ""].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fault]);
    else group.push(fault);
  }
  return [...groups.values()].flatMap((group) =>
    firstProblems(
      group.toSorted((a, b) => a.row - b.row),
      ({ variable, row, words }) => ({ ...source.place(variable, row), ...words() }),
    ),
  );
}
