import { SENTENCE_COLUMNS, statementColumns } from "../../analysis/by-statement/columns.js";
import { SEGMENTED_COLUMNS } from "../../analysis/segmented-row.js";
import {
  defineTable,
  flag,
  KIND,
  number,
  open,
  percent,
  points,
  type RowOf,
  text,
  whole,
} from "../../model/table.js";
import type { Around, Decreased, Falling, HistoryName, Mix, Scenario } from "./options.js";

const SOURCE = "Calculated from the sentences of CMS 2016";
const NAME = "Name, for readers";

/** The chosen reading of the words. */
const READING = {
  falling: text<Falling>("Month in which the first of the three falling quarters ends"),
  around: text<Around>("Width given to the word around: recorded, two or five points"),
};

const LEAST = "Least that the statements allow";
const MOST = "Most that the statements allow";
const LOWEST = "What the low end takes, where it is a corner";
const HIGHEST = "What the high end takes, where it is a corner";

const months = number("months");

/**
 * The pooled figure, each quarter with the range that the words imply, and events. An event's grade is `P` if the
 * report dates it, else that of another source.
 */
export const SAID = defineTable({
  name: "what-was-said",
  title: "What the report says of satisfaction over time",
  description: "One row a pooled figure, quarter or event, for each reading of the words.",
  source: SOURCE,
  columns: {
    ...READING,
    mark: text<"pooled" | "quarter" | "event">("pooled, quarter or event"),
    label: text(NAME, { label: "What" }),
    said: text("What the report says of it", { label: "What is said" }),
    kind: KIND,
    start: months("Start, counted from the first month of the series"),
    end: months("End, counted likewise"),
    value: open(percent("Printed percentage satisfied", { label: "Printed, %" })),
    low: open(percent("Least that the words leave")),
    high: open(percent("Most that the words leave")),
    fell: flag("Whether it is said to have fallen"),
    steady: flag("Whether it is said to be around one level"),
    grade: open(text("Who dates the event so: P the report, else another source")),
  },
});
export type SaidRow = RowOf<typeof SAID>;

/** The range of the fall by rung. If numbers filled in contradict an assumption, the range of the rung above. */
export const LADDER = defineTable({
  name: "fall-by-assumption",
  title: "The fall from May 2014 to February 2015, assumption by assumption",
  description: "One row a rung, for each reading of the words. Each rung keeps what those above assume.",
  source: SOURCE,
  columns: {
    ...READING,
    rung: text("Name of the rung"),
    label: text(NAME, { label: "Assumption, with those above" }),
    kind: KIND,
    low: points(LEAST, { label: "Fall from, points", as: "low" }),
    high: points(MOST, { label: "to", as: "high" }),
    lowest: open(text(LOWEST, { label: "The low end takes" })),
    highest: open(text(HIGHEST, { label: "The high end takes" })),
    buys: points("How much narrower the range is than on the rung above", {
      label: "Narrower by",
      as: "low",
    }),
    sentence: text("What the report says for or against the assumption", { label: "What the report says" }),
    fits: flag("Whether any figures agree with the assumption"),
  },
});
export type LadderRow = RowOf<typeof LADDER>;

/** Mean of the quarters before the fee minus that of the quarters around one level. */
export const CHANGE = defineTable({
  name: "before-less-after",
  title: "Mean of the quarters before the fee, less that of the quarters around one level",
  description: "One row a set of weights, for each reading of the words.",
  source: SOURCE,
  columns: {
    ...READING,
    growth: open(number("times")("Most that the last quarter weighs, in times the first")),
    label: text(NAME, { label: "Weights of the quarters" }),
    kind: KIND,
    low: points(LEAST, { label: "Before less after from, points", as: "low" }),
    high: points(MOST, { label: "to", as: "high" }),
    lowest: open(text(LOWEST, { label: "The low end takes" })),
    highest: open(text(HIGHEST, { label: "The high end takes" })),
    both: flag("Whether the range has numbers on both sides of 0"),
  },
});
export type ChangeRow = RowOf<typeof CHANGE>;

/** The same difference with the sentences on both parents, for one reading of "decreased" and one mix. */
export const PARENTS = defineTable({
  name: "before-less-after-by-parents",
  title: "The same difference, with the sentences on both parents",
  description:
    "One row a reading of decreased and a mix of parents, for each reading of the other words; all quarters weigh the same.",
  source: SOURCE,
  columns: {
    ...READING,
    decreased: text<Decreased>(
      "ends: last quarter below first; trend: least squares line falls; means: later mean below earlier",
    ),
    mix: text<Mix>("How far the share of Receiving Parents may swing: any, ten or five points, constant"),
    reading: text("The reading of decreased, for readers"),
    label: text(NAME),
    kind: KIND,
    low: points(LEAST),
    high: points(MOST),
    both: flag("Whether the range has numbers on both sides of 0"),
    fits: flag("Whether any figures agree"),
  },
});
export type ParentsRow = RowOf<typeof PARENTS>;

/** The swing of the mix of parents that hides the fall of both. */
export const SWINGS = defineTable({
  name: "swing-of-the-mix",
  title: "The swing of the mix of parents beyond which all clients can have risen though both parents fell",
  description: "One row a fall of both parents and a gap between them.",
  source: SOURCE,
  columns: {
    fall: points("Points by which both parents fell"),
    gap: points("Points by which Receiving Parents lead since February 2015"),
    swing: open(points("Fall divided by gap; empty where no swing is large enough")),
    kind: KIND,
  },
});
export type SwingRow = RowOf<typeof SWINGS>;

/** The range of the fall once one more number is known; all possible differences of percentages if infeasible. */
export const SETTLES = defineTable({
  name: "number-that-would-settle",
  title: "The range of the fall once one more number is known",
  description: "One row a number at an example value, narrowest range first, for each reading of the words.",
  source: SOURCE,
  columns: {
    ...READING,
    label: text(NAME, { label: "Number learnt" }),
    example: text("Value supposed", { label: "Supposed" }),
    kind: KIND,
    low: points(LEAST, { label: "Fall from, points", as: "low" }),
    high: points(MOST, { label: "to", as: "high" }),
    width: points("Greatest less least", { label: "Width", as: "high" }),
    fits: flag("Whether any figures agree"),
  },
});
export type SettlesRow = RowOf<typeof SETTLES>;

/** Possible histories by quarter. The random ones are of all clients only. */
export const HISTORIES = defineTable({
  name: "histories-that-fit",
  title: "Histories that fit",
  description:
    "One row a quarter of a history. Those named random illustrate how much is open; no number is to be taken from them.",
  source: SOURCE,
  columns: {
    history: text<HistoryName | "random">("steepest, flattest, rising or random"),
    ...READING,
    scenario: text<Scenario>("What the quarters weigh: same, three or ten times the first in the last"),
    draw: open(whole()("Which of those drawn at random")),
    label: text(NAME, { label: "Quarter ending" }),
    kind: KIND,
    quarter: whole()("Position in the series, from 0"),
    value: percent("Percent satisfied in this history", {
      label: "Satisfied in this history, %",
      decimals: 1,
    }),
    weight: percent("Weight of the quarter in the pooled figure in this history", {
      label: "Weight of the quarter, %",
      decimals: 1,
    }),
    receiving: open(
      percent("Percent of Receiving Parents satisfied in this history", {
        label: "Receiving Parents, %",
        decimals: 1,
      }),
    ),
    paying: open(
      percent("Percent of Paying Parents satisfied in this history", {
        label: "Paying Parents, %",
        decimals: 1,
      }),
    ),
  },
});
export type HistoryRow = RowOf<typeof HISTORIES>;

/** Level and slope before and after the fee: no table unless every quarter has been filled in. */
export const SEGMENTED = defineTable({
  name: "segmented-regression",
  title: "Level and slope of satisfaction before and after the fee",
  description: "One row a coefficient of a least squares fit to the quarters, each counted once.",
  source: "Calculated from Table 1 of CMS 2016, filled in",
  columns: SEGMENTED_COLUMNS,
});

/** The range of the fall without each sentence. */
export const BY_STATEMENT = defineTable({
  name: "fall-by-statement",
  title: "The fall from May 2014 to February 2015 without each sentence",
  description:
    "One row an interval of what could be: with all that the report says, then without each sentence.",
  source: SOURCE,
  columns: statementColumns("points"),
});

/** The sentences that each figure uses, and those that it omits. */
export const SENTENCES = defineTable({
  name: "sentences-of-figures",
  title: "Sentences that figures use and leave out",
  description: "One row a figure and a sentence of the report, or an assumption.",
  source: SOURCE,
  columns: SENTENCE_COLUMNS,
});
