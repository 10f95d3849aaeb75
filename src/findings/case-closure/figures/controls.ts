import type { Control } from "../../../model/control.js";
import type { Options } from "../../../model/variants.js";
import { READINGS, type Reading } from "../chance-of-a-fall.js";
import { DEFAULT_GAP, DEFAULT_INTERVIEWS, FIRST_DRAW, GUESS, INTERVIEWS, TRUE_GAPS } from "../settings.js";

const seeds = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ code: String(index + 1), label: String(index + 1) }));

/** Interviews a month in the small made-up group. */
export const INTERVIEWS_CONTROL: Control = {
  name: "n",
  type: "choice",
  legend: "Interviews a month",
  options: INTERVIEWS.map((n) => ({ code: String(n), label: String(n) })),
  default: String(DEFAULT_INTERVIEWS),
};

/** How far the small made-up group truly lies below the other. */
export const GAP_CONTROL: Control = {
  name: "gap",
  type: "choice",
  legend: "True gap",
  options: TRUE_GAPS.map((gap) => ({ code: String(gap), label: gap === 0 ? "none" : `${gap} points` })),
  default: String(DEFAULT_GAP),
};

/** Which of the draws of the made-up survey is shown. */
export const DRAW_CONTROL: Control = {
  name: "draw",
  type: "redraw",
  legend: "Draw again",
  options: seeds(99),
  default: String(FIRST_DRAW),
};

const NOT_GUESSED = "none";

/** Which picture the reader takes for the one without a gap. */
export const GUESS_CONTROL: Control = {
  name: "guess",
  type: "choice",
  legend: "Which picture has no gap?",
  isView: true,
  options: [...seeds(GUESS.pictures), { code: NOT_GUESSED, label: "not guessed yet" }],
  default: NOT_GUESSED,
};

/** Which four pictures are shown. */
export const ROUND_CONTROL: Control = {
  name: "round",
  type: "redraw",
  legend: "New pictures",
  options: seeds(99),
  default: "1",
  clears: [GUESS_CONTROL.name],
};

/** How the printed fall is read. */
export const READING_CONTROL: Control = {
  name: "reading",
  type: "choice",
  legend: "Read the fall as",
  options: READINGS.map(({ code, label }) => ({ code, label })),
  default: READINGS[0].code,
};

/** The option of a control, a number. */
export function chosenNumber(control: Control, state: Options): number {
  return Number(state[control.name] ?? control.default);
}

/** The picture that the reader chose, null before. */
export function chosenPicture(state: Options): number | null {
  const code = state[GUESS_CONTROL.name] ?? NOT_GUESSED;
  return code === NOT_GUESSED ? null : Number(code);
}

/** The reading that the reader chose. */
export function chosenReading(state: Options): Reading {
  return (state[READING_CONTROL.name] ?? READING_CONTROL.default) as Reading;
}
