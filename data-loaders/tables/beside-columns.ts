import { number, open, percent, points, text } from "../../src/analysis/columns.js";
import type { Asked } from "../../src/analysis/interviews/index.js";
import type { Codebook } from "../../src/model/codebook.js";
import { groupKey, groupLabel } from "../../src/model/dimensions.js";
import type { Column } from "../../src/model/table.js";
import type { Value } from "../../src/model/value.js";
import type { Raw } from "../read/index.js";
import { DIMENSION_COLUMNS } from "./values.js";

// The columns, with their cells, of all tables that have published numbers beside those from interviews.

/** Whom a number is about, and where it stands. */
export const ABOUT: readonly Column[] = [
  open(text("publication", "Publication that holds it")),
  text("group", "Who it is about, as dimension=code; empty for everyone"),
  text("group_label", "Who it is about, for readers"),
  ...DIMENSION_COLUMNS,
  open(text("period", "Month, or first and last month")),
];

export const about = (
  publication: string | null,
  { group, period }: Pick<Value, "group" | "period">,
): Readonly<Record<string, string | null>> => ({
  publication,
  group: groupKey(group),
  group_label: groupLabel(group),
  ...group,
  period,
});

/** A percentage: its measure, whom it is about, and as what it is printed. */
export const PUBLISHED: readonly Column[] = [
  open(text("id", "Name of the published number")),
  text("measure", "What was measured: a row of the table of measures"),
  text("label", "The measure in a few words"),
  ...ABOUT,
  text("unit", "Of the number: percent, or what a mean counts"),
  open(text("printed", "The number as printed, or as worded")),
  open(percent("published", "The published number")),
  open(percent("published_low", "Lowest number that is written like this")),
  open(percent("published_high", "Highest number that is written like this")),
];

export const published = (
  asked: Asked,
  value: Value | null,
  codebook: Pick<Codebook, "measures"> | undefined,
  measures: Raw["measures"],
) => ({
  id: value?.id ?? null,
  measure: asked.measure,
  label: labelOf(asked.measure, codebook, measures),
  ...about(value?.publication ?? null, asked),
  unit:
    value?.unit ??
    (codebook?.measures.find(({ id }) => id === asked.measure)?.kind === "mean" ? "count" : "percent"),
  printed: value?.printed ?? value?.words ?? null,
  published: value?.value ?? null,
  published_low: value?.low ?? null,
  published_high: value?.high ?? null,
});

/** Whether interviews are of people. */
export const MADE_UP: readonly Column[] = [
  text("kind", "calculated from interviews, or simulated from made-up ones"),
  open(text("simulated", "What made the interviews up; empty for interviews with people")),
];

/** An estimate with its sampling error. */
export const ESTIMATE: readonly Column[] = [
  open(percent("estimate", "Weighted estimate from the interviews")),
  open(points("standard_error", "Its standard error")),
  open(percent("low", "Lower end of its confidence interval")),
  open(percent("high", "Upper end of its confidence interval")),
  open(number("share")("level", "Confidence level of the interval")),
  open(text("method", "How the interval was made")),
];

/** How both stand to each other. */
export const DIFFERENCE = open(points("difference", "Estimate less published number"));

export const verdictColumn = (words: Iterable<string>): Column => text("verdict", [...words].join("; "));

export const LOCATOR = text("locator", "Publication and place");

/** A measure in a few words. */
export function labelOf(
  measure: string,
  codebook: Pick<Codebook, "measures"> | undefined,
  measures: Raw["measures"],
): string {
  const published = measures.find(({ id }) => id === measure);
  return published?.label ?? codebook?.measures.find(({ id }) => id === measure)?.label ?? measure;
}
