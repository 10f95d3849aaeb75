import { binomialProbabilities, cumulativeSums } from "./binomial.js";
import type { Facts } from "./facts.js";
import type { NoiseRow } from "./schema.js";
import { INTERVIEWS, OTHERS, TRUE_GAP } from "./settings.js";

/** Every made-up survey that the reader can choose. Exact sums over all draws. */
export function noiseRows({ level, months }: Pick<Facts, "level" | "months">): NoiseRow[] {
  return INTERVIEWS.options.flatMap(({ interviews }) =>
    TRUE_GAP.options.map(({ gap }): NoiseRow => {
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

/** Decimals for a mean number of months: two below one month. */
export function onTopDecimals(months: number): number {
  return months < 1 ? 2 : 1;
}

/** The probability that a month of the first group is above a month of the second. Exact: binomial sums. */
export function chanceAbove(first: Group, second: Group): number {
  const month = binomialProbabilities(first.interviews, first.level / 100);
  const upTo = cumulativeSums(binomialProbabilities(second.interviews, second.level / 100));
  let sum = 0;
  for (let yes = 1; yes <= first.interviews; yes++) {
    // The second group is below the first with at most this many yes.
    const most = Math.ceil((yes * second.interviews) / first.interviews) - 1;
    sum += (month[yes] as number) * (upTo[most] as number);
  }
  return sum;
}

/**
 * The mean swing (highest minus lowest month, in points) over all draws. Exact: the sum, over numbers of yes, of the
 * probability that some month is at or below that number and some month above.
 */
export function expectedSwing({ interviews, level }: Group, months: number): number {
  const upTo = cumulativeSums(binomialProbabilities(interviews, level / 100));
  let sum = 0;
  for (let yes = 0; yes < interviews; yes++) {
    const below = Math.min(1, upTo[yes] as number);
    sum += 1 - below ** months - (1 - below) ** months;
  }
  return (100 * sum) / interviews;
}
