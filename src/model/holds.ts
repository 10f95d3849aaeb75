import type { Condition } from "./codebook.js";

/** The answer of an interview to a variable: its code, or digits; null where it was not asked. */
export type ReadAnswer = (variable: string) => string | null;

/** The same of an interview that is not at its end: undefined where it is not known yet. */
export type ReadSoFar = (variable: string) => string | null | undefined;

/**
 * Whether a condition is true of an interview. A variable that was not asked is none of its answers and within no ends, and
 * neither is a special answer within ends.
 *
 * @example
 * const interview = new Map([["contact", "new"], ["parent", "paying"]]);
 * holds(is("contact", "new"), (variable) => interview.get(variable) ?? null); // true
 */
export function holds(condition: Condition, read: ReadAnswer): boolean {
  return holdsSoFar(condition, read) === true;
}

/** The same of an interview of which only a part is known: undefined where the rest decides. */
export function holdsSoFar(condition: Condition, read: ReadSoFar): boolean | undefined {
  if ("all" in condition) return first(false, condition.all, read);
  if ("any" in condition) return first(true, condition.any, read);
  if ("not" in condition) {
    const inner = holdsSoFar(condition.not, read);
    return inner === undefined ? undefined : !inner;
  }
  const answer = read(condition.variable);
  if (answer === undefined) return undefined;
  if (answer === null) return false;
  if ("is" in condition) return condition.is.includes(answer);
  const number = answer.trim() === "" ? Number.NaN : Number(answer);
  // Comparisons with what is no number are false.
  return number >= (condition.from ?? -Infinity) && number <= (condition.to ?? Infinity);
}

/** `wanted` where one of the conditions is, undefined where one may be, else the opposite. */
function first(wanted: boolean, conditions: readonly Condition[], read: ReadSoFar): boolean | undefined {
  let open = false;
  for (const condition of conditions) {
    const truth = holdsSoFar(condition, read);
    if (truth === wanted) return wanted;
    open ||= truth === undefined;
  }
  return open ? undefined : !wanted;
}
