import { variableOf } from "../../../src/analysis/interviews/coded-interviews.js";
import type { Codebook, Condition } from "../../../src/model/codebook.js";
import { allCodes, UNKNOWN } from "./answer-codes.js";

/** The SQL names that a condition refers to. */
export interface ConditionNames {
  /** Expression for the code of a variable's answer. */
  code(variable: string): string;
  /** Expressions for the number of a numeric variable and whether it is present. */
  number(variable: string): { readonly number: string; readonly valid: string };
}

/** A condition as a boolean SQL expression, never null: `holds` of `src/model`, in SQL. */
export function conditionSql(codebook: Codebook, condition: Condition, names: ConditionNames): string {
  if ("all" in condition) return joined(codebook, condition.all, "AND", "1 = 1", names);
  if ("any" in condition) return joined(codebook, condition.any, "OR", "1 = 0", names);
  if ("not" in condition) return `NOT (${conditionSql(codebook, condition.not, names)})`;
  const variable = variableOf(codebook, condition.variable);
  const within = (number: number) =>
    !("is" in condition) && number >= (condition.from ?? -Infinity) && number <= (condition.to ?? Infinity);
  if (variable.kind === "number") {
    if ("is" in condition)
      throw new RangeError(`${variable.id} is a number, which is none of listed answers`);
    const { number, valid } = names.number(variable.id);
    const from = condition.from === undefined ? "" : ` AND ${number} >= ${condition.from}`;
    const to = condition.to === undefined ? "" : ` AND ${number} <= ${condition.to}`;
    return `(${valid}${from}${to})`;
  }
  const codes = allCodes(variable).flatMap(([answer, code]) =>
    ("is" in condition ? condition.is.includes(answer) : within(Number(answer))) ? [code] : [],
  );
  return codeIn(names.code(variable.id), codes);
}

/** Membership test; uses a range where the codes are contiguous. */
function codeIn(code: string, codes: readonly number[]): string {
  const sorted = codes.toSorted((a, b) => a - b);
  const [first = UNKNOWN, last = first] = [sorted[0], sorted.at(-1)];
  if (sorted.length === 0) return "1 = 0";
  if (sorted.length === 1) return `${code} = ${first}`;
  if (last - first === sorted.length - 1) return `(${code} >= ${first} AND ${code} <= ${last})`;
  return `${code} IN (${sorted.join(", ")})`;
}

function joined(
  codebook: Codebook,
  conditions: readonly Condition[],
  word: "AND" | "OR",
  none: string,
  names: ConditionNames,
): string {
  if (conditions.length === 0) return none;
  return `(${conditions.map((each) => conditionSql(codebook, each, names)).join(` ${word} `)})`;
}
