import { INTERVIEW } from "../../analysis/interview-worth.js";
import { defineControl, type OptionCode, optionOf } from "../../model/control.js";

/** Interviews a month in the small made-up group. */
export const INTERVIEWS = defineControl({
  name: "n",
  type: "choice",
  legend: "Interviews a month",
  options: [15, 30, 60, 120].map((interviews) => ({
    code: String(interviews),
    label: String(interviews),
    interviews,
  })),
  default: "30",
});

/** How far the small made-up group is truly below the other, in points. */
export const TRUE_GAP = defineControl({
  name: "gap",
  type: "choice",
  legend: "True gap",
  options: [0, 3, 5, 10].map((gap) => ({
    code: String(gap),
    label: gap === 0 ? "none" : `${gap} points`,
    gap,
  })),
  default: "5",
});

/** The default draw, chosen because its months on top and its swing are close to the mean of all draws. */
export const FIRST_DRAW = 28;

const SEEDS = numbered(99);

/** The draw of the made-up survey to show. */
export const DRAW = defineControl({
  name: "draw",
  type: "redraw",
  legend: "Draw again",
  options: SEEDS,
  default: String(FIRST_DRAW),
});

/** Ratio of the large made-up group's interviews to the small one's. The report says "much smaller". */
export const OTHERS = 10;

/** The guessing game: number of pictures, interviews a month, and the gap of all but one. */
export const GUESS = { pictures: 4, interviews: 15, gap: 5 } as const;

/** The picture that the reader guesses to be without a gap. */
export const PICTURE = defineControl({
  name: "guess",
  type: "choice",
  legend: "Which picture has no gap?",
  isView: true,
  options: [...numbered(GUESS.pictures), { code: "none", label: "not guessed yet", number: null }],
  default: "none",
});

/** The set of four pictures to show. */
export const ROUND = defineControl({
  name: "round",
  type: "redraw",
  legend: "New pictures",
  options: SEEDS,
  default: "1",
  clears: [PICTURE.name],
});

/** Whether "dropped by 22%" means points, or per cent of the month before. */
export const READING = defineControl({
  name: "reading",
  type: "choice",
  legend: "Read the fall as",
  options: [
    { code: "points", label: "points" },
    { code: "percent", label: "per cent of the month before" },
  ],
  default: "points",
});

export type Reading = OptionCode<typeof READING>;

/** Interviews a month for which the probability of a fall is given. */
export const AT_INTERVIEWS = { few: 20, more: 50, many: 100 } as const;

/** The design effects shown together: simple random sampling, the most favourable, and two others. */
export const WORTHS = (["full", "two-thirds", "half"] as const).map((code) => optionOf(INTERVIEW, code));

function numbered(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    return { code: String(number), label: String(number), number };
  });
}
