import { variableOf } from "../../../src/analysis/interviews/coded-interviews.js";
import { expectedOf } from "../mapping/answers.js";
import type { CubePlan } from "./plan.js";
import type { RowFault } from "./statement.js";
import { LARGEST_WEIGHT } from "./weight-layers.js";

/** Message of a fault, after the cell, and what was expected. */
export function faultWords(plan: CubePlan, { variable, kind }: RowFault): { why: string; expected: string } {
  switch (kind) {
    case "unknown": {
      const of = variableOf(plan.codebook, variable);
      const months = of.kind === "date" ? `a month from ${of.from} to ${of.to}` : "";
      return { why: "", expected: expectedOf(of) ?? months };
    }
    case "number":
      return { why: "", expected: "a number such as 57.5" };
    case "weight":
      return {
        why: "",
        expected: `a weight from 0 to ${LARGEST_WEIGHT.toLocaleString("en-GB")} that six decimals hold`,
      };
    case "stratum":
      return { why: ", so that the interview is in no stratum", expected: "an answer in each interview" };
    case "adjustment":
      return {
        why: ", so that the adjustment of weights leaves out the interview",
        expected: "an answer in each interview, and weights of 0 both before and after or not at all",
      };
  }
}
