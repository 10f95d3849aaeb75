import type { InterviewWorth } from "../../analysis/interview-worth.js";
import { INTERVIEW } from "../../analysis/interview-worth.js";
import type { Cell } from "../../bounds/index.js";
import { codesOf } from "../../model/control.js";
import {
  type ColumnOf,
  defineTable,
  interviews,
  kind,
  number,
  open,
  percent,
  points,
  type RowOf,
  text,
  whole,
} from "../../model/table.js";
import type { Direction } from "./options.js";

const GROUP = text("Who it is about, as dimension=code; empty for everyone");
const LABEL = "Who it is about, for readers";

/** The five printed percentages. */
export const SATISFACTION = defineTable({
  name: "satisfaction-by-parent-and-contact",
  title: "Satisfied with the service overall, by parent and contact type",
  description: "One row a group: the printed percentage with its rounding interval and interviews.",
  source: "CES CMS 2023/24, Figures 1 to 3",
  columns: {
    group: GROUP,
    label: text(LABEL),
    kind: kind<"published">(),
    value: percent("Printed percentage satisfied"),
    low: percent("Lowest percentage that rounds to it"),
    high: percent("Highest percentage that rounds to it"),
    interviews: interviews("Unweighted base"),
    locator: text("Publication and place"),
    value_id: text("Row of the table of values"),
  },
});
export type SatisfactionRow = RowOf<typeof SATISFACTION>;

/** The gap between two groups, from two printed percentages. */
export const GAPS = defineTable({
  name: "gaps-by-parent-and-contact",
  title: "Gaps in satisfaction between parents and between contact types",
  description: "One row a gap: the difference of two printed percentages.",
  source: "CES CMS 2023/24, Figures 1 to 3, and calculations from them",
  columns: {
    gap: text<"parent" | "contact">("parent or contact"),
    label: text(LABEL),
    kind: kind<"calculated">(),
    value: points("Difference of the printed percentages"),
    low: points("Least difference that rounding allows"),
    high: points("Greatest difference that rounding allows"),
    higher: percent("Higher percentage"),
    higher_interviews: interviews("Its unweighted base"),
    lower: percent("Lower percentage"),
    lower_interviews: interviews("Its unweighted base"),
    critical_deff: number()("Largest design effect at which the gap is significant"),
    critical_deff_worst: number()("The same at the worst rounding"),
  },
});
export type GapRow = RowOf<typeof GAPS>;

/** The share of New customers in a parent group, and the share that would explain the gap. */
export const MIX = defineTable({
  name: "mix-of-contact-types",
  title: "Share of New customers in each parent group, and the share that would make the gap",
  description: "One row a parent group.",
  source: "CES CMS 2023/24, bases of Figures 4 and 7, and calculations from Figures 2 and 3",
  columns: {
    group: GROUP,
    label: text(LABEL, { label: "Group" }),
    kind: kind<"calculated">(),
    among_interviews: percent("New customers among the interviews of the group", {
      label: "New among interviews, %",
    }),
    new_interviews: interviews("Interviews with New customers", { label: "New interviews" }),
    interviews: interviews("Interviews of the group", { label: "Interviews" }),
    needed: percent("New customers needed for contact type alone to make the gap", {
      label: "New needed, %",
    }),
    needed_low: percent("Least that rounding allows", { label: "from", as: "low" }),
    needed_high: percent("Most that rounding allows", { label: "to", as: "high" }),
  },
});
export type MixRow = RowOf<typeof MIX>;

/** A group's share of the interviews, and the range of its share of the weights given three printed percentages. */
export const SHARES = defineTable({
  name: "weighted-shares",
  title: "Share of Receiving Parents and of New customers, by interviews and by weight",
  description: "One row a group: its share of the interviews, and the range of its share of the weights.",
  source: "Calculated from CES CMS 2023/24, Figures 1 to 3",
  columns: {
    group: GROUP,
    label: text(LABEL, { label: "Group" }),
    kind: kind<"bounded">(),
    among_interviews: percent("Share of the interviews with an answer", {
      label: "Share of interviews, %",
      decimals: 1,
    }),
    interviews: interviews("Interviews of the group with an answer", { label: "Interviews" }),
    all_interviews: interviews("All interviews with an answer"),
    low: percent("Least share of the weights", { label: "Share of weights from, %", as: "low" }),
    high: percent("Greatest share of the weights", { label: "to, %", as: "high" }),
  },
});
export type ShareRow = RowOf<typeof SHARES>;

/** A cell of parent by contact type, with its range, as none is printed. */
export const CELL_RANGES = defineTable({
  name: "parent-by-contact-cells",
  title: "What satisfaction can be in the four cells of parent by contact type",
  description: "One row a cell: its interviews, and the range of its satisfaction.",
  source: "Calculated from CES CMS 2023/24, Figures 1 to 3 and the bases of Figures 4 and 7",
  columns: {
    cell: text<Cell>("a: Receiving, b: Paying; 1: New, 2: Change of Circumstances"),
    group: GROUP,
    label: text(LABEL),
    kind: kind<"bounded">(),
    interviews: interviews("Interviews"),
    answered_low: interviews("Fewest of them that can have answered"),
    answered_high: interviews("Most of them that can have answered"),
    low: percent("Least satisfied"),
    high: percent("Most satisfied"),
    low_ahead: percent("Least, if Receiving Parents are at least as satisfied in both contact types"),
    high_ahead: percent("Most, if Receiving Parents are at least as satisfied in both contact types"),
  },
});
export type CellRow = RowOf<typeof CELL_RANGES>;

/** The ends of a range and of its hole, by column: `receiving_low`, `receiving_hole_low`. */
export type Ends<Name extends string, Cell> = Readonly<
  Record<`${Name}_${"low" | "high" | "hole_low" | "hole_high"}`, Cell>
>;

const ends = <Name extends string>(name: Name, what: string, unit: typeof percent) =>
  ({
    [`${name}_low`]: open(unit(`${what}: least that fits; empty where nothing does`)),
    [`${name}_high`]: open(unit(`${what}: most that fits`)),
    [`${name}_hole_low`]: open(unit(`${what}: from here on nothing fits`)),
    [`${name}_hole_high`]: open(unit("up to here")),
  }) as Ends<Name, ColumnOf<number | null>>;

/** The possible bars of a driver question at a design effect, with or without the direction. */
export const DRIVERS = defineTable({
  name: "driver-questions-by-parent",
  title: "What the bars of both parents can have been in the driver questions",
  description: "One row a question and setting: the ranges of its two lost bars and of their gap.",
  source: "Calculated from CES CMS 2023/24, Figures 4 and 6 to 9",
  columns: {
    interview: text<InterviewWorth>(`What each interview was worth: ${codesOf(INTERVIEW)}`),
    direction: text<Direction>(
      "said where Receiving Parents are the higher, as the report says; open where not",
    ),
    measure: text("Row of the table of measures"),
    label: text(LABEL),
    kind: kind<"bounded">(),
    total: percent("Printed percentage of everyone asked"),
    receiving_value: open(percent("Receiving Parents: percentage, where it is held")),
    paying_value: open(percent("Paying Parents: percentage, where it is held")),
    ...ends("receiving", "Receiving Parents", percent),
    ...ends("paying", "Paying Parents", percent),
    ...ends("gap", "Receiving less Paying Parents", points),
    pairs: whole("count")("Pairs of whole percentages that fit"),
    receiving_interviews: interviews("Unweighted base of Receiving Parents"),
    paying_interviews: interviews("Unweighted base of Paying Parents"),
  },
});
export type DriverRow = RowOf<typeof DRIVERS>;
