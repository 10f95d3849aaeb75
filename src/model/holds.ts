import type { Condition } from "./codebook.js";

/** Looks up an answer: its code or digits; null where the variable was not asked. */
export type ReadAnswer = (variable: string) => string | null;

/** Like `ReadAnswer` for a partly known interview: undefined where the answer is not known yet. */
export type ReadSoFar = (variable: string) => string | null | undefined;

/**
 * Whether a condition is true of an interview. Comparisons with a variable that was not asked are false, and so are
 * ranges with a special answer.
 *
 * @example
 * const interview = new Map([["contact", "new"], ["parent", "paying"]]);
 * holds(is("contact", "new"), (variable) => interview.get(variable) ?? null); // true
 */
export function holds(condition: Condition, read: ReadAnswer): boolean {
  return holdsSoFar(condition, read) === true;
}

/** Like `holds` for a partly known interview: undefined where the unknown answers decide. */
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
  // Comparisons with NaN are false.
  return number >= (condition.from ?? -Infinity) && number <= (condition.to ?? Infinity);
}

/** Short-circuits: `wanted` if any condition has that value, undefined if any is unknown, else the opposite. */
function first(wanted: boolean, conditions: readonly Condition[], read: ReadSoFar): boolean | undefined {
  let open = false;
  for (const condition of conditions) {
    const truth = holdsSoFar(condition, read);
    if (truth === wanted) return wanted;
    open ||= truth === undefined;
  }
  return open ? undefined : !wanted;
}
