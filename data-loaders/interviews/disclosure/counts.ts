import type { Row } from "../../../src/bounds/program.js";
import type { Tables } from "./tables.js";

/** One publication, and how its interviews relate to those of the next. */
export interface Build {
  readonly tables: Tables;
  /** `same`: the next has the same interviews; `added`: these and more. Left out for the last. */
  readonly next?: "same" | "added";
}

/** A count of interviews in some table of some build. */
export interface Count {
  readonly id: string;
  /** Index of its build; the last is about to be published. */
  readonly build: number;
  /** `rest`: those in no group; never shown, but total minus cells. */
  readonly kind: "total" | "cell" | "rest";
  readonly base: string;
  /** Index of its table; -1 for a total. */
  readonly table: number;
  readonly value: number;
  readonly structural: boolean;
  /** Cannot be suppressed: totals of outermost bases, and everything in earlier builds. */
  readonly locked: boolean;
}

/** People in no table whom two tables reveal: in a base but not in one within it, or added since a build. */
export interface Difference {
  readonly id: string;
  readonly kind: "outside" | "added";
  readonly build: number;
  /** The row whose sum it is. */
  readonly row: number;
  readonly value: number;
  /** Whether it is protected when small. */
  readonly guarded: boolean;
}

/** All counts of some builds with the relations between them, which hold whatever the numbers. */
export interface CountSystem {
  readonly counts: readonly Count[];
  /** The true value of each. */
  readonly values: Int32Array;
  readonly rows: readonly Row[];
  readonly differences: readonly Difference[];
  /** The same count in the previous build, and whether that has the same interviews; null for none. */
  readonly before: readonly ({ readonly count: number; readonly isSame: boolean } | null)[];
  /** Row indexes of each count. */
  readonly rowsOf: readonly (readonly number[])[];
  /** Count indexes of each table: cells and rest. */
  readonly tables: readonly (readonly number[])[];
  /** Upper limit of all counts. */
  readonly most: number;
  /** Work done so far, in entries of linear programme tableaus: the same on every machine. */
  readonly effort: { spent: number };
}
