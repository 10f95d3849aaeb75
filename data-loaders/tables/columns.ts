import type { Column } from "./dataset.js";

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
