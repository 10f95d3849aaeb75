import { memoize } from "../../model/memoize.js";
import { binomialProbabilities, cumulativeSums } from "./binomial.js";
import type { Facts } from "./facts.js";
import type { FallRow } from "./schema.js";
import { AT_INTERVIEWS, READING, type Reading } from "./settings.js";

/** A monthly survey whose true level is constant. */
export interface SteadySurvey {
  /** Interviews a month, a whole number of 1 or more. */
  readonly interviews: number;
  /** True satisfaction in every month, percent. */
  readonly level: number;
  /** Months, 2 or more. */
  readonly months: number;
}

/** The smallest fall from one month to the next that counts. */
export interface Fall {
  /** Above 0: points, or per cent of the month before. */
  readonly size: number;
  readonly reading: Reading;
}

/**
 * The probability of at least one such fall between neighbouring months by sampling error alone. Exact: months are
 * independent binomial samples, so the number of satisfied, until a fall, is a Markov chain.
 *
 * @throws RangeError for fewer than 2 months, a fall that is not above 0, or interviews or a level out of range
 * @example chanceOfAFall({ interviews: 1, level: 50, months: 2 }, { size: 22, reading: "points" }) // 0.25
 */
export function chanceOfAFall({ months, ...survey }: SteadySurvey, fall: Fall): number {
  if (!(Number.isInteger(months) && months >= 2))
    throw new RangeError(`months must be a whole number from 2, not ${months}`);
  const { month, most } = chain(survey, fall);
  let none = Float64Array.from(month);
  for (let t = 1; t < months; t++) {
    const upTo = cumulativeSums(none);
    const next = new Float64Array(month.length);
    for (let now = 0; now < next.length; now++)
      next[now] = (month[now] as number) * (upTo[most[now] as number] as number);
    none = next;
  }
  return Math.max(0, 1 - none.reduce((a, b) => a + b, 0));
}

/** For each number of satisfied: its probability, and the highest number in the month before that is no fall to it. */
function chain(
  { interviews, level }: Omit<SteadySurvey, "months">,
  { size, reading }: Fall,
): { month: Float64Array; most: Int32Array } {
  if (!(Number.isInteger(interviews) && interviews >= 1))
    throw new RangeError(`interviews must be a whole number from 1, not ${interviews}`);
  if (!(size > 0)) throw new RangeError(`a fall must be above 0, not ${size}`);
  const most = new Int32Array(interviews + 1);
  // The highest number grows with this month's, so the search continues from the last one.
  for (let now = 0, before = 0; now <= interviews; now++) {
    while (before < interviews && !isFall(before + 1, now, interviews, size, reading)) before++;
    most[now] = before;
  }
  return { month: binomialProbabilities(interviews, level / 100), most };
}

/** Tolerates floating-point error, so that a fall of exactly the size counts. */
function isFall(before: number, now: number, of: number, size: number, reading: Reading): boolean {
  return (100 * (before - now)) / (reading === "points" ? of : before) >= size - 1e-9;
}

/**
 * The largest number of interviews a month at which such a fall has at least the given probability by sampling error
 * alone. It never has above this number, up to `limit`; below it nearly always has, since the probability is jagged
 * in whole numbers. 0 if none has.
 *
 * @throws RangeError if the probability is still reached at `limit`
 */
export function mostInterviewsFor(
  probability: number,
  survey: Omit<SteadySurvey, "interviews">,
  fall: Fall,
  limit = 300,
): number {
  for (let interviews = limit; interviews >= 1; interviews--) {
    const at = { ...survey, interviews };
    // The expected number of falls is cheap, and an upper bound of the probability.
    if (expectedFalls(at, fall) < probability || chanceOfAFall(at, fall) < probability) continue;
    if (interviews === limit)
      throw new RangeError(`a probability of ${probability} is reached beyond ${limit} interviews`);
    return interviews;
  }
  return 0;
}

/** The expected number of such falls: pairs of neighbouring months, times the probability of a fall in one pair. */
function expectedFalls({ months, ...survey }: SteadySurvey, fall: Fall): number {
  const { month, most } = chain(survey, fall);
  const upTo = cumulativeSums(month);
  let pair = 0;
  for (let now = 0; now < month.length; now++)
    pair += (month[now] as number) * (1 - (upTo[most[now] as number] as number));
  return (months - 1) * pair;
}

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
