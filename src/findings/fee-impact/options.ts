import { defineControl, type OptionCode } from "../../model/control.js";

/** Which three quarters satisfaction fell in. The report says: the three after June 2014. */
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

/** How wide "around" is: points on either side; null for the width in the table of values. */
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

/** The largest swing of the share of Receiving Parents over the quarters, in points. */
export const MIXES = [
  { code: "any", label: "Any mix of parents", within: 100 },
  { code: "ten", label: "Mix within 10 points", within: 10 },
  { code: "five", label: "Mix within 5 points", within: 5 },
  { code: "constant", label: "One mix throughout", within: 0 },
] as const;

export type Decreased = (typeof DECREASED)[number]["code"];
export type Mix = (typeof MIXES)[number]["code"];

/** Falls of both parents and gaps between them, in points, for the table of swings. */
export const SWING_FALLS = [1, 2, 5, 10] as const;
export const SWING_GAPS = [5, 10, 20, 40] as const;

/** The largest ratio of the last quarter's weight to the first one's. Null: weights of any size, in any order. */
export const GROWTH = [null, 10, 5, 3, 2, 1] as const;

/** The ladder's assumption: quarters before the fee differ by at most this. */
export const BEFORE_WITHIN = 5;

/** The narrowest reading of "around": values that round to it. */
export const ROUNDS_TO = 0.5;

/** Example numbers for the chart of what would settle it: one for each side of the fee. */
export const EXAMPLES = { before: "70", after: "60" } as const;

/** The smallest fall from quarter to quarter in drawn histories, in points, so that it is visible. */
export const SMALLEST_FALL = 0.1;

/** The history that the last chart draws. */
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
 * The quarters that the fall compares, by their last months, and the numbers of quarters before and after the
 * charges: constants for pages that have not loaded the facts.
 */
export const COMPARED = { from: "2014-05", to: "2015-02", before: 3, after: 7 } as const;

/** Weights of the quarters in the histories: growing linearly, given the ratio of the last to the first. */
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
