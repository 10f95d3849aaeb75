import { statementColumns } from "../../analysis/by-statement/columns.js";
import type { InterviewWorth } from "../../analysis/interview-worth.js";
import { INTERVIEW } from "../../analysis/interview-worth.js";
import { codesOf } from "../../model/control.js";
import {
  defineTable,
  interviews,
  KIND,
  number,
  open,
  percent,
  type RowOf,
  type RowOfColumns,
  text,
} from "../../model/table.js";
import type { OlderReading, Silence } from "./readings.js";

/** The options that a row depends on. */
const SETTING = {
  interview: text<InterviewWorth>(`What each interview was worth: ${codesOf(INTERVIEW)}`),
  silence: text<Silence>("yes where differences not mentioned are taken as not significant"),
};
const AGE_SETTING = {
  ...SETTING,
  older: text<OlderReading>("Whether 35-54 is each of two groups, or both together"),
};

const WHO = {
  group: text("Who it is about, as dimension=code"),
  label: text("Who it is about, for readers"),
  kind: KIND,
};
const BASE = { interviews: interviews("Unweighted base") };

/** A known figure with its 95% interval, or the range of an unknown one, which can have a hole. */
const RANGE = {
  ...WHO,
  words: open(text("The figure as worded")),
  value: open(percent("The figure as printed or worded; empty where the text does not hold it")),
  low: open(percent("Lowest that is written like this, or lowest that fits; empty where none fits")),
  high: open(percent("Highest that is written like this, or highest that fits")),
  hole_low: open(percent("From here on no figure fits")),
  hole_high: open(percent("up to here")),
  customers_low: open(percent("Low end of the range of a lost figure, widened by sampling error to 95%")),
  customers_high: open(percent("Its high end")),
  customers_hole_low: open(percent("Where the widened range has a hole: from here on")),
  customers_hole_high: open(percent("up to here")),
  charts: open(text("Whole-percentage charts that fit, by the lost figure in them, as percentage:charts")),
  sample_low: open(percent("Lower end of the 95% Wilson interval of a figure that the text holds")),
  sample_high: open(percent("Its upper end")),
  ...BASE,
};
export type RangeColumns = RowOfColumns<typeof RANGE>;

const RANGE_DESCRIPTION = (group: string) =>
  `One row ${group} and setting: its figure with what sampling adds, or the range of its lost figure.`;

/** Every ethnic group at each design effect, without and with silence taken as a statement. */
export const ETHNICITY = defineTable({
  name: "satisfaction-by-ethnicity",
  title: "Satisfied with the service overall, by ethnicity: held, or what can be",
  description: RANGE_DESCRIPTION("an ethnic group"),
  source: "CES CMS 2023/24, Figures 1 and 12, and calculations from them",
  columns: { ...SETTING, ...RANGE },
});
export type RangeRow = RowOf<typeof ETHNICITY>;

/** Every age group, also under each reading of "35-54". */
export const AGE = defineTable({
  name: "satisfaction-by-age",
  title: "Satisfied with the service overall, by age: held, or what can be",
  description: RANGE_DESCRIPTION("an age group"),
  source: "CES CMS 2023/24, Figures 1 and 10, and calculations from them",
  columns: { ...AGE_SETTING, ...RANGE },
});
export type AgeRow = RowOf<typeof AGE>;

/** Each age group in two of the charts that fit. */
export const AGE_CHARTS = defineTable({
  name: "flattest-and-steepest-ages",
  title: "The flattest and the steepest chart of ages that would fit",
  description:
    "One row an age group and setting: its figure in two of many charts that agree with everything said.",
  source: "Calculated from CES CMS 2023/24, Figures 1 and 10",
  columns: {
    ...AGE_SETTING,
    ...WHO,
    flattest: open(percent("Satisfied in the flattest chart that fits; empty where none fits")),
    steepest: open(percent("Satisfied in the steepest chart that fits")),
    low: open(percent("The lower of the two")),
    high: open(percent("The higher of the two")),
    ...BASE,
  },
});
export type AgeChartRow = RowOf<typeof AGE_CHARTS>;

const effect = number("design effect");

/** The largest design effects at which differences called significant can be significant. */
export const DESIGN_EFFECTS = defineTable({
  name: "largest-design-effects",
  title: "Up to which design effect what is called significant can be so",
  description: "One row a statement and an assumption.",
  source: "Calculated from CES CMS 2023/24, Figures 1, 10 and 15",
  columns: {
    code: text("Name of the row"),
    label: text("What is called significant", { label: "What is called significant" }),
    detail: text("What the number is", { label: "Read as" }),
    kind: text<"calculated">(KIND.description),
    value: effect("Largest design effect"),
  },
});
export type DesignEffectRow = RowOf<typeof DESIGN_EFFECTS>;

/** The share of women who receive, and of men who pay, if parental role alone explained the difference. */
export const ROLE_ALONE = defineTable({
  name: "parental-role-alone",
  title: "Women who receive and men who pay, if parental role alone made the difference",
  description: "One row a gender: the shares that would be needed, and what they are worked out from.",
  source: "Calculated from CES CMS 2023/24, Figures 2 and 11",
  columns: {
    ...WHO,
    low: percent("Least share needed"),
    high: percent("Greatest share needed"),
    agreed_low: open(percent("Least that agrees with the interviews, each counting the same")),
    agreed_high: open(percent("Greatest that agrees with the interviews")),
    satisfied_low: percent("Lowest satisfaction of the gender that is printed like this"),
    satisfied_high: percent("Highest"),
    ...BASE,
    role_low: percent("Lowest satisfaction of the role (Receiving beside women, Paying beside men)"),
    role_high: percent("Highest"),
    role_interviews: interviews("Unweighted base of the role"),
  },
});
export type GenderRow = RowOf<typeof ROLE_ALONE>;

/** The largest design effect at which a publication standard shows a small group. */
export const SMALL_GROUPS = defineTable({
  name: "small-groups",
  title: "Up to which design effect a standard for publication would show a small group's figure",
  description: "One row a small group; 0 where the standard would leave it out even at a design effect of 1.",
  source: "Calculated from CES CMS 2023/24, Figures 10 and 12",
  columns: {
    ...WHO,
    kind: text<"calculated" | "bounded">(KIND.description),
    value: open(effect("Largest design effect, where the figure is held")),
    low: effect("Least over all figures that fit"),
    high: effect("Greatest over all figures that fit"),
    ...BASE,
  },
});
export type SmallGroupRow = RowOf<typeof SMALL_GROUPS>;

const BY_STATEMENT_DESCRIPTION =
  "One row an interval of what could be: with all that the report says, then without each sentence.";

export const ETHNICITY_BY_STATEMENT = defineTable({
  name: "ethnicity-by-statement",
  title: "What the Black group’s figure could be without each sentence",
  description: BY_STATEMENT_DESCRIPTION,
  source: "Calculated from CES CMS 2023/24, Figures 1 and 12",
  columns: statementColumns("percent"),
});

export const AGE_BY_STATEMENT = defineTable({
  name: "age-by-statement",
  title: "What the figure of ages 25 to 34 could be without each sentence",
  description: BY_STATEMENT_DESCRIPTION,
  source: "Calculated from CES CMS 2023/24, Figures 1 and 10",
  columns: statementColumns("percent"),
});
