import type { Condition } from "../../model/codebook.js";
import { answersOf, type CodedInterviews, variableOf } from "./coded-interviews.js";

/**
 * For each interview whether a condition holds, 1 or 0. A condition on one variable is false where its cell is empty, and
 * one with ends is false for special answers; `all`, `any` and `not` then are as in logic, so that a `not` is true of those
 * who were not asked.
 *
 * @throws RangeError for a variable or a code that the codebook does not have
 */
export function conditionMask(interviews: CodedInterviews, condition: Condition): Uint8Array {
  const { rows } = interviews;
  if ("all" in condition) {
    const mask = new Uint8Array(rows).fill(1);
    for (const part of condition.all) and(mask, conditionMask(interviews, part));
    return mask;
  }
  if ("any" in condition) {
    const mask = new Uint8Array(rows);
    for (const part of condition.any) or(mask, conditionMask(interviews, part));
    return mask;
  }
  if ("not" in condition) return conditionMask(interviews, condition.not).map((holds) => 1 - holds);
  return "is" in condition
    ? answerMask(interviews, condition.variable, condition.is)
    : rangeMask(interviews, condition.variable, condition);
}

/** For each interview whether a variable has one of these codes; of dates, texts and numbers whether it is one of them. */
export function answerMask(
  interviews: CodedInterviews,
  variable: string,
  codes: readonly string[],
): Uint8Array {
  const column = interviews.column(variable);
  if (column.form === "texts")
    return Uint8Array.from(column.texts, (text) => (text !== null && codes.includes(text) ? 1 : 0));
  const answers = answersOf(variableOf(interviews.codebook, variable)).map(({ code }) => code);
  const numbers =
    column.form === "numbers" ? codes.filter((code) => !answers.includes(code)).map(Number) : [];
  const unknown = codes.find((code) => column.form === "answers" && !answers.includes(code));
  if (unknown !== undefined || numbers.some(Number.isNaN))
    throw new RangeError(`${variable} has no code ${unknown ?? codes.join(" or ")}`);
  const wanted = Uint8Array.from(answers, (code) => (codes.includes(code) ? 1 : 0));
  const places = column.form === "answers" ? column.codes : column.special;
  const mask = Uint8Array.from(places, (place) => (place < 0 ? 0 : (wanted[place] as number)));
  if (column.form === "numbers" && numbers.length > 0)
    column.numbers.forEach((number, row) => {
      if (numbers.includes(number)) mask[row] = 1;
    });
  return mask;
}

/** For each interview whether the number of a variable lies within the ends, both included. */
export function rangeMask(
  interviews: CodedInterviews,
  variable: string,
  { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: { from?: number; to?: number },
): Uint8Array {
  const column = interviews.column(variable);
  if (column.form !== "numbers") throw new RangeError(`${variable} has no numbers to lie within ends`);
  return Uint8Array.from(column.numbers, (number) => (number >= from && number <= to ? 1 : 0));
}

/** The variables that a condition asks about, each once, in its order. */
export function variablesOf(condition: Condition): string[] {
  if ("all" in condition) return [...new Set(condition.all.flatMap(variablesOf))];
  if ("any" in condition) return [...new Set(condition.any.flatMap(variablesOf))];
  return "not" in condition ? variablesOf(condition.not) : [condition.variable];
}

function and(mask: Uint8Array, other: Uint8Array): void {
  for (let i = 0; i < mask.length; i++) mask[i] = (mask[i] as number) & (other[i] as number);
}

function or(mask: Uint8Array, other: Uint8Array): void {
  for (let i = 0; i < mask.length; i++) mask[i] = (mask[i] as number) | (other[i] as number);
}
