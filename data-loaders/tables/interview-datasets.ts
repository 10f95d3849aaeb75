import { interviews as counted, number, open, text } from "../../src/analysis/columns.js";
import type { CodedInterviews } from "../../src/analysis/interviews/index.js";
import { VERDICT_WORDS } from "../../src/analysis/interviews/verdict-words.js";
import type { Dataset } from "../../src/model/table.js";
import type { FromInterviews } from "../interviews/beside-printed/from-interviews.js";
import type { Raw } from "../read/index.js";
import {
  ABOUT,
  about,
  DIFFERENCE,
  ESTIMATE,
  LOCATOR,
  MADE_UP,
  PUBLISHED,
  published,
  verdictColumn,
} from "./beside-columns.js";

const VERDICT = verdictColumn(
  Object.entries(VERDICT_WORDS)
    .filter(([verdict]) => verdict !== "withheld")
    .map(([verdict, words]) => (verdict === words ? verdict : `${verdict}: ${words}`)),
);

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
      ...PUBLISHED,
      ...MADE_UP,
      ...ESTIMATE,
      open(number("interviews")("degrees_of_freedom", "Degrees of freedom of the standard error")),
      open(number("times")("design_effect", "Variance against simple random sampling with replacement")),
      open(counted("interviews", "Interviews behind the estimate, unweighted")),
      DIFFERENCE,
      VERDICT,
      open(LOCATOR),
    ],
    rows: values.map(({ asked, value, estimate, number: shown, difference, verdict }) => {
      const scale = estimate?.statistic === "mean" ? 1 : 100;
      const scaled = (one: number | null | undefined) => {
        const known = finite(one);
        return known === null ? null : known * scale;
      };
      return {
        ...published(asked, value, codebook, measures),
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
      ...MADE_UP,
      open(counted("interviews", "Interviews of the file")),
      open(counted("difference", "Of the file less published")),
      VERDICT,
      LOCATOR,
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
