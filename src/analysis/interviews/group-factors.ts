import { DIMENSION_NAMES, type Dimension, type Group } from "../../model/dimensions.js";
import { entryAt } from "../../model/entry-at.js";
import { isWithin, periodEnd, periodStart } from "../../model/period.js";
import type { Factor } from "../../stats/index.js";
import type { CodedInterviews } from "./coded-interviews.js";

/** The dimensions that a group names, in the order of all. */
export const dimensionsOf = (group: Group): Dimension[] =>
  DIMENSION_NAMES.filter((dimension) => group[dimension] !== undefined);

/**
 * A dimension as a factor of the interviews: codes that are answers are levels, other answers are in none. Null where
 * the codebook has no variable for it, or no code is an answer.
 */
export function dimensionFactor(
  interviews: CodedInterviews,
  dimension: Dimension,
  codes: readonly string[],
): Factor | null {
  const { codebook } = interviews;
  const variable = codebook.variables.find(({ id }) => id === codebook.dimensions[dimension]);
  if (variable?.kind !== "category") return null;
  const answers = variable.answers.map(({ code }) => code);
  const levels = codes.filter((code) => answers.includes(code));
  const column = interviews.column(variable.id);
  if (column.form !== "answers" || levels.length === 0) return null;
  const places = answers.map((code) => levels.indexOf(code));
  return {
    name: dimension,
    levels,
    codes: column.codes.map((place) => (place < 0 ? -1 : entryAt(places, place))),
  };
}

/** Disjoint periods as a factor of the interviews; contacts outside them are in no level. */
export function periodFactor(interviews: CodedInterviews, periods: readonly string[]): Factor {
  const read = interviews.reader(interviews.codebook.roles.period);
  const known = new Map<string | number | null, number>([[null, -1]]);
  const codes = Int32Array.from({ length: interviews.rows }, (_, row) => {
    const value = read(row);
    let place = known.get(value);
    if (place === undefined) {
      place = periods.findIndex((period) => isWithin(String(value), endsOf(period)));
      known.set(value, place);
    }
    return place;
  });
  return { name: "period", levels: periods, codes };
}

/** Whether a period covers all contacts of the survey. */
export function isWhole({ codebook }: CodedInterviews, period: string | null): boolean {
  return period === null || isWithin(`${codebook.contacts.from}/${codebook.contacts.to}`, endsOf(period));
}

/** Partitions periods into sets of disjoint ones, earlier and shorter first. */
export function apart(periods: readonly string[]): string[][] {
  const sets: string[][] = [];
  for (const period of periods.toSorted(byLengthAndStart)) {
    const { from, to } = endsOf(period);
    const set = sets.find(
      (others) =>
        lengthOf(entryAt(others, 0)) === lengthOf(period) &&
        others.every((other) => periodEnd(other) < from || periodStart(other) > to),
    );
    if (set === undefined) sets.push([period]);
    else set.push(period);
  }
  return sets;
}

const endsOf = (period: string) => ({ from: periodStart(period), to: periodEnd(period) });

/** In months. */
function lengthOf(period: string): number {
  const month = (text: string) => 12 * Number(text.slice(0, 4)) + Number(text.slice(5, 7));
  return month(periodEnd(period)) - month(periodStart(period)) + 1;
}

const byLengthAndStart = (a: string, b: string) => lengthOf(a) - lengthOf(b) || (a < b ? -1 : a > b ? 1 : 0);
