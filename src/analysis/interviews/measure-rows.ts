import type { Condition, Measure } from "../../model/codebook.js";
import { answersOf } from "../../model/condition-words.js";
import { type CodedInterviews, variableOf } from "./coded-interviews.js";
import { conditionMask } from "./condition-mask.js";

/**
 * The rows in the base of a measure, as 1 or 0: for a mean those with a number; for a pooled measure those with a
 * substantive answer to any item.
 */
export function measureRows(interviews: CodedInterviews, measure: Measure): Uint8Array {
  if (measure.kind === "pooled") {
    const masks = measure.items.map((item) => {
      const special = answersOf(variableOf(interviews.codebook, item)).flatMap((a) =>
        a.special ? [a.code] : [],
      );
      const read = interviews.reader(item);
      return Uint8Array.from({ length: interviews.rows }, (_, row) => {
        const value = read(row);
        return value === null || special.includes(String(value)) ? 0 : 1;
      });
    });
    return Uint8Array.from({ length: interviews.rows }, (_, row) =>
      masks.some((mask) => mask[row]) ? 1 : 0,
    );
  }
  const mask = conditionMask(interviews, measure.base);
  if (measure.kind !== "mean") return mask;
  const column = interviews.column(measure.variable);
  return mask.map((inside, row) =>
    inside && column.form === "numbers" && !Number.isNaN(column.numbers[row]) ? 1 : 0,
  );
}

/** A necessary condition for being in the base of a measure: having a number or a substantive answer is not checked. */
export function measureCondition(measure: Measure): Condition {
  if (measure.kind === "pooled") return { any: measure.items.map((item) => wasAsked(item)) };
  return measure.kind === "mean" ? { all: [measure.base, wasAsked(measure.variable)] } : measure.base;
}

/** True of any number: a range without ends excludes only those not asked. */
const wasAsked = (variable: string): Condition => ({ variable, from: Number.NEGATIVE_INFINITY });
