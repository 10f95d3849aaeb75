import { memoize } from "../../model/memoize.js";
import { chanceOfAFall, mostInterviewsFor, READINGS, type Reading } from "./chance-of-a-fall.js";
import type { Facts } from "./facts.js";
import { AT_INTERVIEWS } from "./settings.js";

const interviewsFor = memoize(mostInterviewsFor);

/** True levels for which chance is worked out, percent. */
export const LEVELS = [90, 80, 70, 60] as const;

/** From what probability a fall is called likely, and from what possible. */
export const LIKELY = 0.5;
export const POSSIBLE = 0.05;

/** One row of the fourth figure: what chance does at one true level, under one reading of the printed fall. */
export interface FallRow {
  readonly reading: Reading;
  readonly label: string;
  readonly kind: "calculated";
  /** True satisfaction in every month, percent. */
  readonly level: number;
  readonly months: number;
  /** The fall as printed, and the least that is printed like it. */
  readonly fall: number;
  readonly fall_low: number;
  /** The most interviews a month at which chance makes such a fall in half of all series, and in one of twenty. */
  readonly likely_up_to: number;
  readonly possible_up_to: number;
  /** Percent of series with such a fall, at 20, 50 and 100 interviews a month. */
  readonly chance_20: number;
  readonly chance_50: number;
  readonly chance_100: number;
}

/** How far chance alone explains the fall that the report prints, by level, under both readings. */
export function fallRows({ months, fall }: Pick<Facts, "months" | "fall">): FallRow[] {
  return READINGS.flatMap(({ code: reading }) =>
    LEVELS.map((level): FallRow => {
      const size = { size: fall.low, reading };
      const [chance_20 = 0, chance_50 = 0, chance_100 = 0] = AT_INTERVIEWS.map(
        (interviews) => 100 * chanceOfAFall({ interviews, level, months }, size),
      );
      return {
        reading,
        label: `${level}% satisfied`,
        kind: "calculated",
        level,
        months,
        fall: fall.value,
        fall_low: fall.low,
        likely_up_to: interviewsFor(LIKELY, { level, months }, size),
        possible_up_to: interviewsFor(POSSIBLE, { level, months }, size),
        chance_20,
        chance_50,
        chance_100,
      };
    }),
  );
}
