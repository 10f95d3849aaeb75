import type {
  Answer,
  Basis,
  CategoryVariable,
  Condition,
  DateVariable,
  NumberVariable,
  ScaleVariable,
  TextVariable,
} from "../../src/model/codebook.js";
import { monthAfter, periodLabel } from "../../src/model/period.js";

/** Places of a publication: `at("Figure 5")` is stated there, `at("Figure 5", "the answers")` but for the answers. */
export const basisIn =
  (publication: string) =>
  (place: string, assumed?: string): Basis => ({
    locator: `${publication}: ${place}`,
    ...(assumed === undefined ? {} : { assumed }),
  });

/** Who is asked a variable, as a condition and in words. */
export interface Asked {
  readonly asked?: Condition;
  readonly askedOf?: string;
}

export const category = (
  id: string,
  label: string,
  basis: Basis,
  answers: readonly Answer[],
  asked: Asked = {},
): CategoryVariable => ({ kind: "category", id, label, basis, ...asked, answers });

/** A rating from 1, very poor, to 10, excellent. */
export const rating = (
  id: string,
  label: string,
  basis: Basis,
  special: readonly Answer[],
): ScaleVariable => ({
  kind: "scale",
  id,
  label,
  basis,
  lowest: 1,
  highest: 10,
  ends: ["Very poor", "Excellent"],
  special,
});

export const INTERVIEW: TextVariable = {
  kind: "text",
  id: "interview",
  label: "Number of the interview",
  basis: { assumed: "a file has one for each row" },
};

/** The day of the interview, within the fieldwork. */
export const interviewDate = (
  { from, to }: { readonly from: string; readonly to: string },
  basis: Basis,
): DateVariable => ({
  kind: "date",
  id: "interview-date",
  label: "Day of the interview",
  basis,
  precision: "day",
  from,
  to,
});

/** A weight above 0. */
export const weight = (basis: Basis): NumberVariable => ({
  kind: "number",
  id: "weight",
  label: "Weight of the interview",
  basis,
  lowest: 0,
  above: true,
});

/** The quarters from a first month on, each an answer: 2013-09/2013-11, "September to November 2013". */
export function quarters(first: string, count: number): Answer[] {
  return Array.from({ length: count }, (_, i) => {
    const code = `${monthAfter(first, 3 * i)}/${monthAfter(first, 3 * i + 2)}`;
    return { code, label: periodLabel(code) };
  });
}

/** The months of a quarter: 2013-09, 2013-10, 2013-11. */
export const monthsOf = (quarter: string): string[] =>
  [0, 1, 2].map((later) => monthAfter(quarter.slice(0, 7), later));
