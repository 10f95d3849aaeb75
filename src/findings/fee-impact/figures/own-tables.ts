import { findOwn, type LostNumber, type OwnNumbers } from "../../../analysis/own-table/numbers.js";
import { oneQuantityText } from "../../../analysis/own-table/score.js";
import { differenceMark, type OwnTable, printedMark } from "../../../figures/own-table.js";
import { periodEnd, periodLabel } from "../../../model/period.js";
import type { ChangeRow, LadderRow, SaidRow } from "../index.js";
import { COMPARED } from "../options.js";
import { readingOf } from "./controls.js";

const MEASURE = "cms16.satisfied";

const asks = ({ measure, group }: LostNumber) => measure === MEASURE && Object.keys(group).length === 0;

const quarters = (numbers: OwnNumbers) =>
  [...numbers.values()].filter(
    ({ measure, group, period }) => measure === MEASURE && group === "" && period !== null,
  );

const ending = (numbers: OwnNumbers, month: string) =>
  quarters(numbers).find(({ period }) => periodEnd(period ?? "") === month);

/** Table 1 of the report: satisfaction by quarter. */
export const quartersTable: OwnTable<SaidRow> = {
  asks,
  mark: (row, numbers) =>
    row.mark === "quarter"
      ? printedMark(
          findOwn(
            numbers,
            ({ measure, group, period }) =>
              measure === MEASURE && group === "" && period !== null && periodLabel(period) === row.label,
          ),
        )
      : null,
  label: (row) => row.label,
  ranges: ({ low, high }) => (low === null || high === null ? [] : [[low, high]]),
  check: async (sources, numbers, state) =>
    (await analysis()).checkQuarters(sources.values, sources.events, numbers, readingOf(state)),
  further: async (sources, numbers, state) =>
    (await analysis()).fromQuarters(sources.values, sources.events, numbers, readingOf(state)),
};

/** The fall in the reader's quarters, shown with its range under each assumption. */
export const fallTable: OwnTable<LadderRow> = {
  asks,
  mark: (_row, numbers) => differenceMark([ending(numbers, COMPARED.from)], [ending(numbers, COMPARED.to)]),
  label: (row) => row.label,
  ranges: ({ low, high, fits }) => (fits ? [[low, high]] : []),
  workedOut: true,
  scoreText: (scored) => oneQuantityText("The fall", scored),
};

/** Before minus after in the reader's quarters. */
export const changeTable: OwnTable<ChangeRow> = {
  asks,
  mark: (_row, numbers) => {
    const months = quarters(numbers).map((number) => ({ number, end: periodEnd(number.period ?? "") }));
    const before = months.filter(({ end }) => end <= COMPARED.from).map(({ number }) => number);
    const after = months.filter(({ end }) => end >= COMPARED.to).map(({ number }) => number);
    return before.length < COMPARED.before || after.length < COMPARED.after
      ? null
      : differenceMark(before, after);
  },
  label: (row) => row.label,
  ranges: ({ low, high }) => [[low, high]],
  workedOut: true,
  scoreText: (scored) => oneQuantityText("Before less after", scored),
};

function analysis() {
  return import("../own-quarters.js");
}
