import { findOwn, type LostNumber, type OwnNumbers } from "../../../analysis/own-table/numbers.js";
import { type OwnMark, type OwnTable, printedMark } from "../../../figures/own-table.js";
import type { Chart } from "../readings.js";
import type { AgeChartRow, RangeRow } from "../schema.js";
import { surveyRow } from "./layers.js";
import { bandsOf } from "./words.js";

const MEASURE = "ces.satisfied";

/** A group's number in the reader's table. */
export function ownNumberOf(
  row: { readonly group: string },
  numbers: OwnNumbers = new Map(),
): OwnMark | null {
  return printedMark(findOwn(numbers, ({ measure, group }) => measure === MEASURE && group === row.group));
}

const asks = (chart: Chart) => (lost: LostNumber) =>
  lost.measure === MEASURE && Object.keys(lost.group).join() === chart;

const label = (row: { readonly label: string }) => row.label;

/** The survey table behind a chart. */
const tableOf = (chart: Chart): OwnTable<RangeRow> => ({
  asks: asks(chart),
  mark: (row, numbers) => (row.value === null ? ownNumberOf(row, numbers) : null),
  label,
  ranges: (row) => bandsOf(surveyRow(row)).map(({ low, high }) => [low, high] as const),
  check: async ({ values }, numbers, state) =>
    (await import("../check-own.js")).checkChart(chart, values, numbers, state),
});

/** Figure 12 of the survey. */
export const ethnicityTable = tableOf("ethnicity");

/** Figure 10 of the survey. */
export const ageTable = tableOf("age");

/** The age table shown with two charts that fit. */
export const ageChartsTable: OwnTable<AgeChartRow> = {
  asks: asks("age"),
  mark: ownNumberOf,
  label,
};
