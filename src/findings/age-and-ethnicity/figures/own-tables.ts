import { INTERVIEW } from "../../../analysis/interview-worth.js";
import type { StatementCheck } from "../../../analysis/own-table/broken-statements.js";
import { findOwn, type LostNumber, type OwnNumbers } from "../../../analysis/own-table/numbers.js";
import { type OwnMark, type OwnSources, type OwnTable, printedMark } from "../../../figures/own-table.js";
import { chosenCode } from "../../../model/control.js";
import type { Options } from "../../../model/variants.js";
import { OLDER, type OlderReading, SILENCE } from "../readings.js";
import type { AgeChartRow, AgeRow, RangeRow } from "../rows.js";
import { OLDER_CONTROL, SILENCE_CONTROL } from "./controls.js";
import { surveyRow } from "./layers.js";
import { bandsOf } from "./words.js";

const MEASURE = "ces.satisfied";

/** The number of a group in the reader's table. */
export function ownNumberOf(
  row: { readonly group: string },
  numbers: OwnNumbers = new Map(),
): OwnMark | null {
  return printedMark(findOwn(numbers, ({ measure, group }) => measure === MEASURE && group === row.group));
}

const asks = (dimension: "age" | "ethnicity") => (lost: LostNumber) =>
  lost.measure === MEASURE && Object.keys(lost.group).join() === dimension;

const label = (row: { readonly label: string }) => row.label;

const ranges = (row: RangeRow) => bandsOf(surveyRow(row)).map(({ low, high }) => [low, high] as const);

/** Figure 12 of the survey: satisfaction by ethnicity. */
export const ethnicityTable: OwnTable<RangeRow> = {
  asks: asks("ethnicity"),
  mark: (row, numbers) => (row.value === null ? ownNumberOf(row, numbers) : null),
  ...{ label, ranges },
  check: (sources, numbers, state) => check("ethnicity", sources, numbers, state),
};

/** Figure 10 of the survey: satisfaction by age. */
export const ageTable: OwnTable<AgeRow> = {
  asks: asks("age"),
  mark: (row, numbers) => (row.value === null ? ownNumberOf(row, numbers) : null),
  ...{ label, ranges },
  check: (sources, numbers, state) => check("age", sources, numbers, state),
};

/** The same numbers beside two charts that would fit. */
export const ageChartsTable: OwnTable<AgeChartRow> = {
  asks: asks("age"),
  mark: ownNumberOf,
  label,
};

async function check(
  what: "age" | "ethnicity",
  { values }: OwnSources,
  numbers: OwnNumbers,
  state: Options,
): Promise<StatementCheck> {
  const { checkAges, checkEthnicities } = await import("../check-own.js");
  const reading = {
    interview: chosenCode(INTERVIEW, state),
    silence: state[SILENCE_CONTROL.name] === SILENCE.on,
  };
  return what === "ethnicity"
    ? checkEthnicities(values, numbers, reading)
    : checkAges(values, numbers, {
        ...reading,
        older: (state[OLDER_CONTROL.name] ?? OLDER.each) as OlderReading,
      });
}
