import { memoize } from "../../model/memoize.js";
import { chanceOfAFall, mostInterviewsFor } from "./chance-of-a-fall.js";
import type { Facts } from "./facts.js";
import type { FallRow } from "./schema.js";
import { AT_INTERVIEWS, READING } from "./settings.js";

const interviewsFor = memoize(mostInterviewsFor);

/** True levels for which the fall is analysed, percent. */
export const LEVELS = [90, 80, 70, 60] as const;

/** Probabilities from which a fall is called likely, and possible. */
export const LIKELY = 0.5;
export const POSSIBLE = 0.05;

/** Up to how many interviews chance explains the printed fall, by level and reading. */
export function fallRows({ months, fall }: Pick<Facts, "months" | "fall">): FallRow[] {
  return READING.options.flatMap(({ code: reading }) =>
    LEVELS.map((level): FallRow => {
      const size = { size: fall.low, reading };
      const chanceAt = (interviews: number) => 100 * chanceOfAFall({ interviews, level, months }, size);
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
        chance_20: chanceAt(AT_INTERVIEWS.few),
        chance_50: chanceAt(AT_INTERVIEWS.more),
        chance_100: chanceAt(AT_INTERVIEWS.many),
      };
    }),
  );
}
