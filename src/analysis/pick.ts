import type { ColumnTable } from "arquero";
import { type Group, groupKey } from "../model/dimensions.js";
import type { ValueCells } from "./value-cells.js";

/** A published percentage with its rounding interval and its interviews. */
export interface HeldValue {
  readonly id: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly interviews: number;
  /** The id of the base that holds the interviews. */
  readonly base: string;
  readonly locator: string;
}

/**
 * The value of a measure for a group, from the table of values.
 *
 * @throws Error when it is absent, stands there twice, or is not held with its base
 */
export function pickValue(values: ColumnTable, measure: string, group: Group): HeldValue {
  const rows = values
    .params({ measure, group: groupKey(group) })
    .filter(
      (d: ValueCells, $: { measure: string; group: string }) =>
        d.measure === $.measure && d.group === $.group,
    )
    .objects() as ValueCells[];
  const [row] = rows;
  const name = `${measure} of ${groupKey(group) || "everyone"}`;
  if (row === undefined) throw new Error(`no value for ${name}`);
  if (rows.length > 1) throw new Error(`${rows.length} values for ${name}`);
  const { id, value, low, high, interviews, base, locator } = row;
  if (value === null || low === null || high === null || interviews === null || base === null)
    throw new Error(`${name} is not held`);
  return { id, value, low, high, interviews, base, locator };
}

/** The interviews of a base. @throws Error when it is absent or not printed */
export function pickInterviews(bases: ColumnTable, id: string): number {
  const rows = bases
    .params({ id })
    .filter((d: { id: string }, $: { id: string }) => d.id === $.id)
    .objects() as { interviews: number | null }[];
  const interviews = rows[0]?.interviews;
  if (rows.length !== 1 || interviews === null || interviews === undefined)
    throw new Error(`base ${id} is not held`);
  return interviews;
}
