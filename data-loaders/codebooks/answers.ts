import type {
  Answer,
  CategoryVariable,
  Condition,
  CountVariable,
  ScaleVariable,
  SpecialAnswer,
} from "../../src/model/codebook.js";
import { any } from "../../src/model/condition.js";

/** An answer that is none in substance, under its own label. */
export const special = (code: SpecialAnswer, label: string): Answer => ({ code, label, special: code });

export const DONT_KNOW = special("dont-know", "Don't know");
export const NOT_APPLICABLE = special("not-applicable", "Not applicable");
export const PREFER_NOT_TO_SAY = special("prefer-not-to-say", "Prefer not to say");

/** What the record leaves open: "Not on the record". */
export const NOT_RECORDED = special("missing", "Not on the record");

/** Answers from code and label, in the order given. */
export function answers(labels: Readonly<Record<string, string>>): Answer[] {
  return Object.entries(labels).map(([code, label]) => ({ code, label }));
}

export const YES_NO = answers({ yes: "Yes", no: "No" });

/** A condition: the variable was asked, and has an answer of any kind but these. */
export function answeredBut(variable: CategoryVariable, ...left: readonly SpecialAnswer[]): Condition {
  return {
    variable: variable.id,
    is: codes(variable.answers.filter(({ special }) => special === undefined || !left.includes(special))),
  };
}

/** A condition: the scale or count was asked, and has a number or a special answer but these. */
export function ratedBut(
  variable: ScaleVariable | CountVariable,
  ...left: readonly SpecialAnswer[]
): Condition {
  const others = variable.special.filter(({ special }) => special !== undefined && !left.includes(special));
  const rated: Condition = { variable: variable.id, from: variable.lowest, to: variable.highest };
  return others.length === 0 ? rated : any(rated, { variable: variable.id, is: codes(others) });
}

const codes = (list: readonly Answer[]) => list.map(({ code }) => code);
