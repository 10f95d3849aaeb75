import type { Column } from "../model/table.js";

type Named = (name: string, description: string) => Column;

/** Columns of numbers in a unit. */
export const number =
  (unit: string): Named =>
  (name, description) => ({ name, type: "number", unit, description });

/** Columns of whole numbers in a unit. */
export const whole =
  (unit: string): Named =>
  (name, description) => ({ name, type: "integer", unit, description });

export const text: Named = (name, description) => ({ name, type: "text", description });
export const flag: Named = (name, description) => ({ name, type: "flag", description });
export const percent = number("percent");
export const points = number("points");
export const interviews = whole("interviews");

/** The same column, in which cells may be empty. */
export const open = (column: Column): Column => ({ ...column, nullable: true });

export const KIND = text("kind", "published, calculated, bounded or simulated");

/** Columns of the table of a figure by statement. */
export const byStatementColumns = (unit: string): Column[] => [
  text(
    "part",
    "all: with all statements; without: without one; conflict: one of those that cannot all be true",
  ),
  text("statement", "The sentence in our words, or the assumption"),
  open(text("locator", "Where it stands; empty for an assumption")),
  KIND,
  open(number(unit)("low", "Least that is possible then; a row for each interval; empty where nothing fits")),
  open(number(unit)("high", "Most that is possible then")),
  number(unit)("moves", "By how much more is possible without it"),
];
