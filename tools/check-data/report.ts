import type {
  FromInterviews,
  PairedBase,
  PairedValue,
  Verdict,
} from "../../data-loaders/interviews/beside-printed/from-interviews.js";
import type { Microdata } from "../../data-loaders/interviews/mapping/index.js";
import type { Raw } from "../../data-loaders/read/index.js";
import { labelOf } from "../../data-loaders/tables/beside-cells.js";
import { countsDataset, estimatesDataset } from "../../data-loaders/tables/interview-datasets.js";
import { VERDICT_WORDS } from "../../src/analysis/interviews/verdict-words.js";
import type { Codebook } from "../../src/model/codebook.js";
import { groupLabel } from "../../src/model/dimensions.js";
import { formatNumber } from "../../src/model/format.js";
import { periodLabel } from "../../src/model/period.js";
import { aligned } from "../aligned.js";

/** A valid file of interviews. */
export interface Checked {
  readonly data: string;
  readonly microdata: Microdata;
  readonly beside: FromInterviews;
}

/** Verdicts on numbers of interviews, which are not rounded: equal or not. */
const COUNT_WORDS: Readonly<Record<Verdict, string>> = { ...VERDICT_WORDS, agrees: "agrees" };

/** Report on a file, as text. */
export function checkedText({ data, microdata, beside }: Checked, raw: Raw, estimates: boolean): string {
  const { interviews, unusedColumns, unusedCodes } = microdata;
  const { codebook, rows, simulated } = interviews;
  return `${[
    `${codebook.title} (${codebook.id})`,
    `${data}: ${formatNumber(rows)} interviews, and nothing is wrong with them`,
    ...(simulated === null ? [] : [`Made-up data: ${simulated}. They show methods, never parents.`]),
    "",
    "Interviews of the file, beside the numbers that are printed",
    ...tally(beside.bases, COUNT_WORDS),
    "",
    ...aligned([["whom", "group", "period", "printed", "in the file", ""], ...beside.bases.map(baseCells)]),
    "",
    ...(estimates
      ? [
          "Percentages from the interviews (weighted, with 95% intervals), beside the printed ones",
          ...tally(beside.values, VERDICT_WORDS),
          "",
          ...aligned([
            [
              "measure",
              "group",
              "period",
              "printed",
              "from interviews",
              "standard error",
              "interval",
              "interviews",
              "difference",
              "",
            ],
            ...beside.values.map((value) => valueCells(value, codebook, raw)),
          ]),
          "",
        ]
      : []),
    ...(unusedColumns.length === 0 ? [] : [`Columns that are not used: ${unusedColumns.join(", ")}`]),
    ...(unusedCodes.length === 0
      ? []
      : [
          `Codes of the mapping that stand in no cell: ${unusedCodes.map(({ variable, code }) => `${variable} "${code}"`).join(", ")}`,
        ]),
    "Small groups are in these lists: they are for you and not for publication.",
  ].join("\n")}\n`;
}

/** The report as JSON, with estimates on request, and the disclosure rules in words. */
export function checkedJson(
  checked: readonly Checked[],
  raw: Raw,
  estimates: boolean,
  rules: readonly string[] | null,
): object {
  return {
    ...(rules === null ? {} : { rules }),
    surveys: checked.map(({ data, microdata: { interviews, unusedColumns, unusedCodes }, beside }) => ({
      survey: interviews.codebook.id,
      data,
      interviews: interviews.rows,
      kind: beside.kind,
      simulated: interviews.simulated,
      unusedColumns,
      unusedCodes,
      bases: countsDataset(beside, interviews).rows,
      ...(estimates ? { estimates: estimatesDataset(beside, interviews, raw).rows } : {}),
    })),
  };
}

function baseCells({ base, number, verdict }: PairedBase): string[] {
  return [
    base.definition,
    groupLabel(base.group),
    base.period === null ? "" : periodLabel(base.period),
    base.printed ?? "",
    number === null ? "" : formatNumber(number),
    COUNT_WORDS[verdict],
  ];
}

function valueCells(
  { asked, value, estimate, number, difference, verdict }: PairedValue,
  codebook: Codebook,
  { measures }: Raw,
): string[] {
  const scale = estimate?.statistic === "mean" ? 1 : 100;
  const { low = null, high = null } = estimate ?? {};
  const shown = (one: number | null) => (one === null ? "" : formatNumber(one, 2));
  return [
    labelOf(asked.measure, codebook, measures),
    groupLabel(asked.group),
    asked.period === null ? "" : periodLabel(asked.period),
    value?.printed ?? value?.words ?? "",
    shown(number),
    estimate === null || !Number.isFinite(estimate.standardError)
      ? ""
      : shown(estimate.standardError * scale),
    low === null || high === null
      ? ""
      : `${shown(low * scale)} to ${shown(high * scale)} (${estimate?.method})`,
    estimate === null ? "" : formatNumber(estimate.n),
    shown(difference),
    VERDICT_WORDS[verdict],
  ];
}

/** Counts rows by verdict: "45 agree, 3 differ". */
function tally(
  rows: readonly { readonly verdict: Verdict }[],
  words: Readonly<Record<Verdict, string>>,
): string[] {
  const counts = Object.entries(words).flatMap(([verdict, said]) => {
    const count = rows.filter((row) => row.verdict === verdict).length;
    return count === 0 ? [] : [`${said}: ${formatNumber(count)}`];
  });
  return counts.length === 0 ? [] : [counts.join("; ")];
}
