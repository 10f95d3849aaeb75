import type { Codebook, Condition } from "./codebook.js";
import { EVERYONE, is } from "./condition.js";
import { monthAfter, periodEnd } from "./period.js";

/**
 * The interviews of a period, 2014-04 or 2013-09/2013-11, as a condition on the variable of the role `period`: those whose
 * month or quarter lies within it. Everyone where it holds all contacts of the survey.
 *
 * @throws RangeError where no month or quarter of the survey lies within the period
 */
export function periodCondition(codebook: Codebook, period: string): Condition {
  const [first, last] = [period.slice(0, 7), periodEnd(period)];
  if (first <= codebook.contacts.from && last >= codebook.contacts.to) return EVERYONE;
  const codes = periodsOf(codebook).filter((code) => code.slice(0, 7) >= first && periodEnd(code) <= last);
  if (codes.length === 0) throw new RangeError(`${codebook.id} has no period within ${period}`);
  return is(codebook.roles.period, ...codes);
}

/** The months or quarters by which results are shown, in order. */
export function periodsOf({ variables, roles }: Pick<Codebook, "variables" | "roles">): string[] {
  const variable = variables.find(({ id }) => id === roles.period);
  if (variable?.kind === "category") return variable.answers.map(({ code }) => code);
  return variable?.kind === "date" ? monthsBetween(variable.from, variable.to) : [];
}

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = monthAfter(month, 1)) months.push(month);
  return months;
}
