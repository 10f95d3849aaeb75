import type { CodedValue } from "../../../src/analysis/interviews/coded-interviews.js";
import type { Variable } from "../../../src/model/codebook.js";
import { answersOf } from "../../../src/model/condition-words.js";

/** The listed answers and range of a variable, for messages; null for numbers, dates and texts. */
export function expectedOf(variable: Variable): string | null {
  const codes = answersOf(variable).map(({ code }) => code);
  if (variable.kind === "category") return `one of ${codes.join(", ")}`;
  if (variable.kind !== "scale" && variable.kind !== "count") return null;
  const { lowest, highest } = variable;
  return [`a whole number from ${lowest} to ${highest}`, ...codes].join(", or ");
}

/** Parses an answer to its code or number; undefined for none. */
export function codedAs(variable: Variable, text: string): CodedValue | undefined {
  if (answersOf(variable).some(({ code }) => code === text)) return text;
  if (variable.kind !== "scale" && variable.kind !== "count") return undefined;
  const number = Number(text);
  return /^-?\d+$/.test(text) && number >= variable.lowest && number <= variable.highest ? number : undefined;
}
