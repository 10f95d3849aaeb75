import type { CodedInterviews } from "../../src/analysis/interviews/index.js";
import { groupKey, groupLabel } from "../../src/model/dimensions.js";
import type { Value } from "../../src/model/value.js";
import type { Raw } from "../read/index.js";
import { interviews as counted, number, open, percent, points, text } from "./columns.js";
import type { Column, Dataset } from "./dataset.js";
import type { FromInterviews } from "./from-interviews.js";
import { DIMENSION_COLUMNS } from "./values.js";

const VERDICT = text(
  "verdict",
  "agrees within rounding, differs, not-held in the text, no-interviews in the group, no-definition in the codebook, or not-published anywhere",
);

const ABOUT: readonly Column[] = [
  open(text("publication", "Publication that holds it")),
  text("group", "Who it is about, as dimension=code; empty for everyone"),
  text("group_label", "Who it is about, for readers"),
  ...DIMENSION_COLUMNS,
  open(text("period", "Month, or first and last month")),
];

const about = (publication: string | null, { group, period }: Pick<Value, "group" | "period">) => ({
  publication,
  group: groupKey(group),
  group_label: groupLabel(group),
  ...group,
  period,
});

/** A measure in a few words. */
export function labelOf(
  measure: string,
  codebook: CodedInterviews["codebook"],
  measures: Raw["measures"],
): string {
  const published = measures.find(({ id }) => id === measure);
  return published?.label ?? codebook.measures.find(({ id }) => id === measure)?.label ?? measure;
}

/** The published percentages beside those from the interviews. **Not for publication**: small groups are in it. */
export function estimatesDataset(
  { kind, simulated, values }: FromInterviews,
  { codebook }: CodedInterviews,
  { measures }: Pick<Raw, "measures">,
): Dataset {
  return {
    name: `estimates-${codebook.id}`,
    title: `${codebook.title}: published percentages and those from the interviews`,
    description:
      "One row a published percentage, and one a measure that is not published, with the weighted estimate from the interviews, its sampling error and whether the two agree within rounding.",
    source: "Interviews, and the publication named in the locator",
    columns: [
      open(text("id", "Name of the published number")),
      text("measure", "What was measured: a row of the table of measures"),
      text("label", "The measure in a few words"),
      ...ABOUT,
      open(text("printed", "The number as printed, or as worded")),
      open(percent("published", "The published number")),
      open(percent("published_low", "Lowest number that is written like this")),
      open(percent("published_high", "Highest number that is written like this")),
      text("kind", "Of the estimate: calculated from interviews, or simulated from made-up ones"),
      open(text("simulated", "What made the interviews up; empty for interviews with people")),
      open(percent("estimate", "Weighted estimate from the interviews")),
      open(points("standard_error", "Its standard error")),
      open(percent("low", "Lower end of its confidence interval")),
      open(percent("high", "Upper end of its confidence interval")),
      open(number("share")("level", "Confidence level of the interval")),
      open(text("method", "How the interval was made")),
      open(number("interviews")("degrees_of_freedom", "Degrees of freedom of the standard error")),
      open(number("times")("design_effect", "Variance against simple random sampling with replacement")),
      open(counted("interviews", "Interviews behind the estimate, unweighted")),
      open(points("difference", "Estimate less published number")),
      VERDICT,
      open(text("locator", "Publication and place")),
    ],
    rows: values.map(({ asked, value, estimate, number: shown, difference, verdict }) => {
      const scale = estimate?.statistic === "mean" ? 1 : 100;
      const scaled = (one: number | null | undefined) => {
        const known = finite(one);
        return known === null ? null : known * scale;
      };
      return {
        id: value?.id ?? null,
        measure: asked.measure,
        label: labelOf(asked.measure, codebook, measures),
        ...about(value?.publication ?? null, asked),
        printed: value?.printed ?? value?.words ?? null,
        published: value?.value ?? null,
        published_low: value?.low ?? null,
        published_high: value?.high ?? null,
        kind,
        simulated,
        estimate: shown,
        standard_error: scaled(estimate?.standardError),
        low: scaled(estimate?.low),
        high: scaled(estimate?.high),
        level: estimate?.level ?? null,
        method: estimate?.method ?? null,
        degrees_of_freedom: finite(estimate?.df),
        design_effect: estimate?.deff ?? null,
        interviews: estimate?.n ?? null,
        difference,
        verdict,
        locator: value?.locator ?? null,
      };
    }),
  };
}

/** The published numbers of interviews beside those of the file. **Not for publication**: small groups are in it. */
export function countsDataset(
  { kind, simulated, bases }: FromInterviews,
  { codebook }: CodedInterviews,
): Dataset {
  return {
    name: `counts-${codebook.id}`,
    title: `${codebook.title}: published numbers of interviews and those of the file`,
    description: "One row a published base, with the interviews of the file that it counts.",
    source: "Interviews, and the publication named in the locator",
    columns: [
      text("id", "Name of the base"),
      text("definition", "Who is counted"),
      ...ABOUT,
      open(text("printed", "The number as printed")),
      open(counted("published", "The published number")),
      text("kind", "Of the count: calculated from interviews, or simulated from made-up ones"),
      open(text("simulated", "What made the interviews up; empty for interviews with people")),
      open(counted("interviews", "Interviews of the file")),
      open(counted("difference", "Of the file less published")),
      VERDICT,
      text("locator", "Publication and place"),
    ],
    rows: bases.map(({ base, number: shown, verdict }) => ({
      id: base.id,
      definition: base.definition,
      ...about(base.publication, base),
      printed: base.printed,
      published: base.interviews,
      kind,
      simulated,
      interviews: shown,
      difference: shown === null || base.interviews === null ? null : shown - base.interviews,
      verdict,
      locator: base.locator,
    })),
  };
}

const finite = (one: number | null | undefined) => (Number.isFinite(one) ? (one as number) : null);
