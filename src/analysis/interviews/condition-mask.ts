import type { Condition } from "../../model/codebook.js";
import { variablesOf } from "../../model/condition-variables.js";
import { holdsSoFar, type ReadSoFar } from "../../model/holds.js";
import type { CodedInterviews } from "./coded-interviews.js";

/** Evaluates a condition for each interview: 1 or 0. */
export function conditionMask(interviews: CodedInterviews, condition: Condition): Uint8Array {
  return Uint8Array.from(conditionTruth(interviews, condition, new Map()));
}

/**
 * Evaluates a condition for each interview: 1 or 0, or -1 where doubtful values decide.
 *
 * @param doubts for a variable the rows, 1, in which its value is not to be relied on
 */
export function conditionTruth(
  interviews: CodedInterviews,
  condition: Condition,
  doubts: ReadonlyMap<string, Uint8Array>,
): Int8Array {
  const truth = new Int8Array(interviews.rows);
  let row = 0;
  const readers = new Map(
    [...variablesOf(condition)].map((variable): [string, () => string | null | undefined] => {
      const value = interviews.reader(variable);
      const doubt = doubts.get(variable);
      return [variable, () => (doubt?.[row] ? undefined : asText(value(row)))];
    }),
  );
  const read: ReadSoFar = (variable) => readers.get(variable)?.();
  for (; row < truth.length; row++) {
    const holds = holdsSoFar(condition, read);
    truth[row] = holds === undefined ? -1 : holds ? 1 : 0;
  }
  return truth;
}

const asText = (value: string | number | null) => (typeof value === "number" ? String(value) : value);
