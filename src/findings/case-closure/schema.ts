import {
  defineTable,
  interviews,
  KIND,
  number,
  percent,
  points,
  type RowOf,
  text,
  whole,
} from "../../model/table.js";
import { AT_INTERVIEWS, type Reading } from "./settings.js";

const months = whole("months");
const count = whole("count");

const LABEL = "What it is about, for readers";

/** A line of a chart, known by its words and without numbers. */
export const WORDS = defineTable({
  name: "words-by-csa-past-and-letter",
  title: "What two reports say of satisfaction by CSA past and by closure letter",
  description: "One row a line of the two charts: its words, and how many of its numbers the text holds.",
  source: "CMS 2016 and Options 2016",
  columns: {
    survey: text<"cms" | "options">("cms or options"),
    group: text("Who it is about, as dimension=code"),
    label: text(LABEL),
    kind: KIND,
    shape: text<"above" | "below" | "level" | "erratic">("above, below, level or erratic"),
    said: text("What the report says, in our words"),
    held: count("Numbers of the line in the text we hold"),
    numbers: count("Numbers of the line"),
    each: text<"quarter" | "month">("What a number is about: quarter or month"),
    place: text("Official table that has the numbers"),
    start: text("Last month of the first number"),
    end: text("Last month of the last number"),
    letters: text("Month from which closure letters went out"),
    turn: text("Month until which the groups came closer; empty where nothing is said"),
    until_turn: count("Numbers up to the turn; 0 where nothing is said"),
  },
});
export type WordRow = RowOf<typeof WORDS>;

/** A made-up survey of two groups at constant levels. */
const MADE_UP = {
  months: months("Months"),
  level: percent("True satisfaction of the large group"),
};
const MADE_UP_SOURCE = "Made up, at the level that Options 2016 prints";

/** The pictures of the guessing game, before drawing. */
export const PICTURES = defineTable({
  name: "which-picture-has-no-gap",
  title: "Four made-up pictures, of which one has no gap",
  description: "One row a picture: how it is drawn. Which one has no gap is drawn with the seed.",
  source: MADE_UP_SOURCE,
  columns: {
    picture: count("Number of the picture"),
    label: text(LABEL, { label: "Picture" }),
    kind: KIND,
    interviews: interviews("Interviews a month in the small group", {
      label: "Interviews a month, small group",
    }),
    others: interviews("Interviews a month in the large group", { label: "large group" }),
    ...MADE_UP,
    gap: points("How far the small group lies below it, in every picture but one"),
  },
});
export type GuessRow = RowOf<typeof PICTURES>;

/** The effect of chance on a constant gap, for every made-up survey that the reader can choose, over all draws. */
export const NOISE = defineTable({
  name: "steady-gap-in-a-small-sample",
  title: "What chance does to a steady gap",
  description:
    "One row a made-up survey: how often the small group comes out on top and how far it swings, over all draws.",
  source: MADE_UP_SOURCE,
  columns: {
    label: text(LABEL),
    kind: KIND,
    interviews: interviews("Interviews a month in the small group"),
    others: interviews("Interviews a month in the large group"),
    ...MADE_UP,
    gap: points("How far the small group lies below it"),
    on_top: number("months")("Months with the small group on top, mean over draws"),
    ever_on_top: percent("Draws with the small group on top at least once"),
    swing: points("Highest month less lowest of the small group, mean over draws"),
    swing_others: points("The same for the large group"),
  },
});
export type NoiseRow = RowOf<typeof NOISE>;

const printed = number("points-or-percent");

/** How far chance explains the printed fall, at a true level and under a reading of the fall. */
export const FALL = defineTable({
  name: "fall-by-chance",
  title: "How likely chance alone makes the fall that the report prints",
  description: "One row a reading of the fall and a true level.",
  source: "Calculated from the fall that Options 2016 prints",
  columns: {
    reading: text<Reading>("points, or percent of the month before"),
    label: text(LABEL, { label: "True level" }),
    kind: KIND,
    level: percent("True satisfaction in every month"),
    months: months("Months"),
    fall: printed("The fall as printed"),
    fall_low: printed("Least fall that is printed like it"),
    likely_up_to: interviews("Most interviews a month at which half of all series have such a fall", {
      label: "Likely up to, interviews a month",
    }),
    possible_up_to: interviews("Most interviews a month at which one series in twenty has such a fall", {
      label: "Possible up to",
    }),
    chance_20: percent("Series with such a fall at 20 interviews a month", {
      label: `Chance at ${AT_INTERVIEWS.few} interviews, %`,
      decimals: 1,
    }),
    chance_50: percent("The same at 50", { label: `at ${AT_INTERVIEWS.more}, %`, decimals: 1 }),
    chance_100: percent("The same at 100", { label: `at ${AT_INTERVIEWS.many}, %`, decimals: 1 }),
  },
});
export type FallRow = RowOf<typeof FALL>;

/** Interviews in each of two groups that are needed to find a gap. */
export const SIZES = defineTable({
  name: "interviews-to-see-a-gap",
  title: "How many interviews show a gap",
  description: "One row a survey and a gap: interviews in each of two groups of equal size.",
  source: "Calculated, at the levels that Options 2016 and CMS 2016 print",
  columns: {
    survey: text<"options" | "cms">("options or cms: whose level"),
    label: text(LABEL, { label: "Survey and gap" }),
    kind: KIND,
    gap: points("Gap to be seen"),
    level: percent("Higher percentage: as printed for everyone", { label: "Higher, %" }),
    lower: percent("Lower percentage", { label: "Lower, %" }),
    deff_1: interviews("Interviews in each group, design effect 1: simple random sampling", {
      label: "Design effect 1 (simple random sampling, the most favourable)",
    }),
    deff_1_5: interviews("The same, design effect 1.5", { label: "1.5" }),
    deff_2: interviews("The same, design effect 2", { label: "2" }),
  },
});
export type SizeRow = RowOf<typeof SIZES>;
