import { defineControl, type OptionCode } from "../../model/control.js";

/** Which three quarters satisfaction is said to have fallen in. The report says: the three after June 2014. */
export const FALLING = defineControl({
  name: "falling",
  type: "choice",
  legend: "The quarters of falling end in",
  options: [
    { code: "august", label: "Aug, Nov, Feb", startsAfter: 0 },
    { code: "november", label: "Nov, Feb, May", startsAfter: 1 },
  ],
  default: "august",
});

/** How wide "around" is: points on either side; null is the width that the table of values has. */
export const AROUND = defineControl({
  name: "around",
  type: "choice",
  legend: "“Around” means",
  options: [
    { code: "recorded", label: "within 2½ points", half: null },
    { code: "two", label: "within 2", half: 2 },
    { code: "five", label: "within 5", half: 5 },
  ],
  default: "recorded",
});

export type Falling = OptionCode<typeof FALLING>;
export type Around = OptionCode<typeof AROUND>;

/** The readings of "decreased" for the parents' series: each compares earlier quarters with later ones. */
export const DECREASED = [
  { code: "ends", label: "The last quarter below the first" },
  { code: "trend", label: "A trend that falls" },
  { code: "means", label: "Lower since February 2015 than before" },
] as const;

/** How far the share of Receiving Parents among clients may swing over the quarters, in points. */
export const MIXES = [
  { code: "any", label: "Any mix of parents", within: 100 },
  { code: "ten", label: "Mix within 10 points", within: 10 },
  { code: "five", label: "Mix within 5 points", within: 5 },
  { code: "constant", label: "One mix throughout", within: 0 },
] as const;

export type Decreased = (typeof DECREASED)[number]["code"];
export type Mix = (typeof MIXES)[number]["code"];

/** The falls of both parents and the gaps between them, in points, for which the table of swings is worked out. */
export const SWING_FALLS = [1, 2, 5, 10] as const;
export const SWING_GAPS = [5, 10, 20, 40] as const;

/** How many times the first quarter's weight the last one's may be. Null: weights of any size, in any order. */
export const GROWTH = [null, 10, 5, 3, 2, 1] as const;

/** The assumption of the ladder that no quarter before the fee was further than this from another. */
export const BEFORE_WITHIN = 5;

/** The narrowest reading of "around": what rounds to it. */
export const ROUNDS_TO = 0.5;

/** The numbers that the chart of what would settle it supposes: one for each side of the fee. */
export const EXAMPLES = { before: "70", after: "60" } as const;

/** The least fall from quarter to quarter in the histories drawn, in points: a quarter that fell is seen to fall. */
export const SMALLEST_FALL = 0.1;

/** Which of the histories the last chart draws. */
export const HISTORY = defineControl({
  name: "history",
  type: "choice",
  legend: "Show one that would fit",
  isView: true,
  options: [
    { code: "steepest", label: "Steepest fall" },
    { code: "flattest", label: "Flattest" },
    { code: "rising", label: "Lower before than after" },
  ],
  default: "steepest",
});

export type HistoryName = OptionCode<typeof HISTORY>;

/**
 * The quarters that the fall compares, by their last months, and how many quarters before and after the charges have: what a
 * page needs of the report before it has read it.
 */
export const COMPARED = { from: "2014-05", to: "2015-02", before: 3, after: 7 } as const;

/** What the quarters weigh in the histories: growing evenly, the last so many times the first. */
export const SCENARIO = defineControl({
  name: "scenario",
  type: "choice",
  legend: "The quarters weigh",
  options: [
    { code: "same", label: "all the same", growth: 1 },
    { code: "three", label: "the last 3 × the first", growth: 3 },
    { code: "ten", label: "the last 10 × the first", growth: 10 },
  ],
  default: "same",
});

export type Scenario = OptionCode<typeof SCENARIO>;
