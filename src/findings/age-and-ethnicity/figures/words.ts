import { INTERVIEW } from "../../../analysis/interview-worth.js";
import { isCounting } from "../../../figures/controls.js";
import { chosenOption } from "../../../model/control.js";
import { formatNumber, formatRange, formatRanges } from "../../../model/format.js";
import type { ShownColumn } from "../../../model/table.js";
import type { Options } from "../../../model/variants.js";
import type { RangeRow } from "../schema.js";
import { COUNTING_COLUMN } from "./counting.js";
import { isAboutCustomers } from "./layers.js";

/** Text for an empty range. */
export const NONE = "no figure fits";

/** Text for an unknown cell. */
const NOT_HELD = "not in the text";

/** A range as text: "35.4 to 42.6", "19.5 to 33.2 or 45.3 to 60.5". */
export function rangeText(row: RangeRow): string {
  return formatRanges(bandsOf(row).map(({ low, high }) => [low, high])) || NONE;
}

/** The bands of a range: one, two around a hole, or none. */
export function bandsOf({ low, high, hole_low, hole_high }: RangeRow): { low: number; high: number }[] {
  if (low === null || high === null) return [];
  if (hole_low === null || hole_high === null) return [{ low, high }];
  return [
    { low, high: hole_low },
    { low: hole_high, high },
  ];
}

/** All groups as text, for text alternatives. */
export function listRows(rows: readonly RangeRow[]): string {
  return rows
    .map((row) => {
      if (row.value === null)
        return `${row.label} ${row.low === null ? NONE : `anywhere from ${rangeText(row)}%`}`;
      const words = row.words === null ? "" : ` (“${row.words}”)`;
      return `${row.label} ${formatNumber(row.value)}%${words}, interval ${formatRange(row.sample_low ?? 0, row.sample_high ?? 0)}%`;
    })
    .join("; ");
}

/** The design effect in words. */
export function worthText(state: Options): string {
  return chosenOption(INTERVIEW, state).label;
}

/** Whether some chart agrees with every statement. */
export function someFits(rows: readonly RangeRow[]): boolean {
  return rows.every((row) => row.low !== null);
}

/** The table columns of a range figure, for the chosen layer and counts. */
export const rangeColumns = (state: Options): readonly ShownColumn<RangeRow>[] => [
  { label: "Group", value: (row) => row.label },
  { label: "Satisfied, %", value: (row) => row.value ?? NOT_HELD },
  {
    label: isAboutCustomers(state)
      ? "Customers like these, widened to 95% intervals, %"
      : "Could have been, %",
    // A known figure has no range.
    value: (row) => (row.value === null ? rangeText(row) : null),
  },
  {
    label: "95% interval, %",
    value: (row) =>
      row.sample_low === null || row.sample_high === null
        ? NOT_HELD
        : formatRange(row.sample_low, row.sample_high),
  },
  { label: "Interviews", value: (row) => row.interviews },
  ...(isCounting(state) ? [COUNTING_COLUMN] : []),
];
