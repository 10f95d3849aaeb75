import { binomialProbabilities, runningSums } from "./binomial.js";
import type { Facts } from "./facts.js";
import { INTERVIEWS, OTHERS, TRUE_GAPS } from "./settings.js";

/** One made-up survey: two groups at steady levels, and what chance does to them, over all draws. */
export interface NoiseRow {
  readonly label: string;
  readonly kind: "simulated";
  /** Interviews a month in the small and in the large group. */
  readonly interviews: number;
  readonly others: number;
  readonly months: number;
  /** True satisfaction of the large group, percent, and how far the small one lies below, points. */
  readonly level: number;
  readonly gap: number;
  /** Months in which the small group comes out on top: the mean over all draws. */
  readonly on_top: number;
  /** Percent of draws in which it does so at least once. */
  readonly ever_on_top: number;
  /** The small group's highest month less its lowest, points: the mean over all draws; and that of the large group. */
  readonly swing: number;
  readonly swing_others: number;
}

/** Every made-up survey that the reader can choose. Exact sums, without a draw. */
export function noiseRows({ level, months }: Pick<Facts, "level" | "months">): NoiseRow[] {
  return INTERVIEWS.flatMap((interviews) =>
    TRUE_GAPS.map((gap): NoiseRow => {
      const others = OTHERS * interviews;
      const small = { interviews, level: level.value - gap };
      const large = { interviews: others, level: level.value };
      const above = chanceAbove(small, large);
      return {
        label: `${interviews} a month, gap of ${gap}`,
        kind: "simulated",
        interviews,
        others,
        months,
        level: level.value,
        gap,
        on_top: months * above,
        ever_on_top: 100 * (1 - (1 - above) ** months),
        swing: expectedSwing(small, months),
        swing_others: expectedSwing(large, months),
      };
    }),
  );
}

interface Group {
  readonly interviews: number;
  /** Percent. */
  readonly level: number;
}

/** With how many decimals a mean number of months on top is written: two below one month. */
export function onTopDecimals(months: number): number {
  return months < 1 ? 2 : 1;
}

/** The probability that a month of the first group comes out above a month of the second. Exact: binomial sums. */
export function chanceAbove(first: Group, second: Group): number {
  const month = binomialProbabilities(first.interviews, first.level / 100);
  const upTo = runningSums(binomialProbabilities(second.interviews, second.level / 100));
  let sum = 0;
  for (let yes = 1; yes <= first.interviews; yes++) {
    // The most yes of the second group that are a smaller share.
    const most = Math.ceil((yes * second.interviews) / first.interviews) - 1;
    sum += (month[yes] as number) * (upTo[most] as number);
  }
  return sum;
}

/**
 * The mean, over all draws, of the highest of a number of months less the lowest, in points. Exact: the sum over numbers
 * of yes of the probability that some month lies at or below it and some month above.
 */
export function expectedSwing({ interviews, level }: Group, months: number): number {
  const upTo = runningSums(binomialProbabilities(interviews, level / 100));
  let sum = 0;
  for (let yes = 0; yes < interviews; yes++) {
    const below = Math.min(1, upTo[yes] as number);
    sum += 1 - below ** months - (1 - below) ** months;
  }
  return (100 * sum) / interviews;
}
