import { type Group, groupKey } from "../../model/dimensions.js";
import { roundingInterval } from "../../model/rounding.js";

/** A lost number as a page needs it, with the official table that has it. */
export interface LostNumber {
  readonly id: string;
  /** Its short title. */
  readonly publication: string;
  /** The chart or table: "Table 1". */
  readonly place: string;
  /** Where to look for it, in words. */
  readonly where: string;
  readonly measure: string;
  /** What was measured: "Satisfied with the CMS overall". */
  readonly label: string;
  readonly group: Group;
  readonly period: string | null;
}

/** A number of the reader's table: as printed, with its rounding interval. */
export interface OwnNumber {
  readonly id: string;
  readonly printed: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly measure: string;
  /** `parent=receiving`; empty for everyone. */
  readonly group: string;
  readonly period: string | null;
}

/** The reader's numbers by the id of the value that they fill in. */
export type OwnNumbers = ReadonlyMap<string, OwnNumber>;

/** The number of a cell as the reader's table prints it. @throws RangeError for text that is no number */
export function ownNumber({ id, measure, group, period }: LostNumber, printed: string): OwnNumber {
  return {
    ...{ id, printed, value: Number(printed), ...roundingInterval(printed) },
    ...{ measure, group: groupKey(group), period },
  };
}

/** The reader's number for a group or period, of those that `fits`; undefined for none. */
export function findOwn(numbers: OwnNumbers, fits: (number: OwnNumber) => boolean): OwnNumber | undefined {
  return [...numbers.values()].find(fits);
}
