import type { Row } from "../../../src/bounds/program.js";
import type { Tables } from "./tables.js";

/** One publication of tables, and how its interviews relate to those of the one after it. */
export interface Build {
  readonly tables: Tables;
  /** `same`: the next has these interviews and no other; `added`: these and more. Left out for the last. */
  readonly next?: "same" | "added";
}

/** A count of interviews that some table of some build is about. */
export interface Count {
  readonly id: string;
  /** The place of its build; the last one is about to be published. */
  readonly build: number;
  /** `rest` is the count of those in no group: never shown, but total less cells. */
  readonly kind: "total" | "cell" | "rest";
  readonly base: string;
  /** The cells of one table have the same number; -1 for a total. */
  readonly table: number;
  readonly value: number;
  readonly structural: boolean;
  /** Stays as it is: totals that no other base holds, and all of an earlier build. */
  readonly locked: boolean;
}

/** People that no table shows but that two tables tell of: in a base and not in one within it, or added since a build. */
export interface Difference {
  readonly id: string;
  readonly kind: "outside" | "added";
  readonly build: number;
  /** The row whose sum it is. */
  readonly row: number;
  readonly value: number;
  /** Whether it is protected where it is small. */
  readonly guarded: boolean;
}

/** All counts of some builds, and what always holds between them, whatever the numbers are. */
export interface CountSystem {
  readonly counts: readonly Count[];
  /** The true value of each. */
  readonly values: Int32Array;
  readonly rows: readonly Row[];
  readonly differences: readonly Difference[];
  /** The same count in the build before, and whether that has the same interviews; null where it has no such count. */
  readonly before: readonly ({ readonly count: number; readonly isSame: boolean } | null)[];
  /** The rows in which each count stands. */
  readonly rowsOf: readonly (readonly number[])[];
  /** The counts of each table: cells and rest. */
  readonly tables: readonly (readonly number[])[];
  /** No count can be above this. */
  readonly most: number;
  /** The work done on it so far: the numbers in all tableaus of linear programmes. The same on every machine. */
  readonly effort: { spent: number };
}
