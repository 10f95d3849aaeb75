import type { Kind } from "../../model/kind.js";
import {
  defineTable,
  interviews,
  number,
  open,
  percent,
  points,
  type RowOf,
  text,
} from "../../model/table.js";
import { DIMENSION_COLUMNS } from "../value-cells.js";
import { type InterviewVerdict, VERDICT_WORDS } from "./verdict-words.js";

// The columns of all tables that have published numbers beside those from interviews.

/** Whom a number is about, and where it stands. */
export const ABOUT = {
  publication: open(text("Publication that holds it")),
  group: text("Who it is about, as dimension=code; empty for everyone"),
  group_label: text("Who it is about, for readers"),
  ...DIMENSION_COLUMNS,
  period: open(text("Month, or first and last month")),
};

/** A percentage: its measure, whom it is about, and as what it is printed. */
export const PUBLISHED = {
  id: open(text("Name of the published number")),
  measure: text("What was measured: a row of the table of measures"),
  label: text("The measure in a few words"),
  ...ABOUT,
  unit: text("Of the number: percent, or what a mean counts"),
  printed: open(text("The number as printed, or as worded")),
  published: open(percent("The published number")),
  published_low: open(percent("Lowest number that is written like this")),
  published_high: open(percent("Highest number that is written like this")),
};

/** Whether interviews are of people. */
export const MADE_UP = {
  kind: text<Kind>("calculated from interviews, or simulated from made-up ones"),
  simulated: open(text("What made the interviews up; empty for interviews with people")),
};

/** The survey that a number is of. */
export const SURVEY = { survey: text("Codebook of the survey"), ...MADE_UP };

/** An estimate with its sampling error. */
export const ESTIMATE = {
  estimate: open(percent("Weighted estimate from the interviews")),
  standard_error: open(points("Its standard error")),
  low: open(percent("Lower end of its confidence interval")),
  high: open(percent("Upper end of its confidence interval")),
  level: open(number("share")("Confidence level of the interval")),
  method: open(text("How the interval was made")),
};

export const MARK = open(
  text(
    "Stands in the place of a number: [c] confidential, [low] more than zero and rounded to zero, [z] nobody can be in the group",
  ),
);

export const DIFFERENCE = open(points("Estimate less published number"));
export const LOCATOR = text("Publication and place");

/** What is said of a number where small groups are withheld. */
const SHOWN = (Object.keys(VERDICT_WORDS) as InterviewVerdict[]).filter(
  (verdict) => verdict !== "no-interviews",
);

/** Published numbers beside those from interviews; without rows where a build has no interviews. */
export const FROM_INTERVIEWS = defineTable({
  name: "from-interviews",
  title: "Published percentages beside those from interviews",
  description:
    "One row a percentage of a survey whose interviews the build had, as printed and as the interviews give it, with its sampling error. Small groups are withheld.",
  source: "Interviews that lay in the folder of the build, after disclosure control",
  columns: {
    ...SURVEY,
    title: text("The survey for readers"),
    ...PUBLISHED,
    ...ESTIMATE,
    mark: MARK,
    interviews: open(interviews("Interviews of the group, unweighted; empty for groups of two dimensions")),
    difference: DIFFERENCE,
    verdict: text(SHOWN.map((verdict) => VERDICT_WORDS[verdict]).join("; ")),
    locator: open(LOCATOR),
  },
});
export type FromInterviewsRow = RowOf<typeof FROM_INTERVIEWS>;
