import { seeded } from "../../analysis/seeded.js";
import { binomialProbabilities, cumulativeSums } from "./binomial.js";
import type { Facts } from "./facts.js";
import { drawGroups, monthsOnTop, type TwoGroups } from "./repeated-survey.js";
import type { GuessRow } from "./schema.js";
import { GUESS, OTHERS } from "./settings.js";

/** A picture as shown: its two lines, and what a guess reveals. */
export interface GuessPicture extends GuessRow, TwoGroups {
  readonly on_top: number;
  readonly round: number;
  /** True gap, points. */
  readonly true_gap: number;
  readonly chosen: boolean;
  /** Whether the reader has guessed. */
  readonly revealed: boolean;
}

/** The made-up survey behind every picture; one picture is drawn without the gap. */
export type PictureSurvey = Omit<GuessRow, "picture" | "label" | "kind">;

export function pictureSurvey({ level, months }: Pick<Facts, "level" | "months">): PictureSurvey {
  const { interviews, gap } = GUESS;
  return { interviews, others: OTHERS * interviews, months, level: level.value, gap };
}

/** The pictures before drawing. */
export function guessRows(facts: Pick<Facts, "level" | "months">): GuessRow[] {
  return Array.from({ length: GUESS.pictures }, (_, index) => ({
    picture: index + 1,
    label: `Picture ${index + 1}`,
    kind: "simulated",
    ...pictureSurvey(facts),
  }));
}

/** Draws the pictures of a round, and which of them has no gap. */
export function drawPictures(rows: readonly GuessRow[], round: number, guess: number | null): GuessPicture[] {
  const random = seeded(GUESS_SEED + round);
  const answer = Math.floor(random() * rows.length);
  return rows.map((row, index) => {
    const gap = index === answer ? 0 : row.gap;
    const groups = drawGroups(random, { ...row, gap });
    return {
      ...row,
      ...groups,
      on_top: monthsOnTop(groups),
      round,
      true_gap: gap,
      chosen: index + 1 === guess,
      revealed: guess !== null,
    };
  });
}

/** Offset of a round's seed, so that no picture repeats a draw of the noise figure. */
const GUESS_SEED = 1000;

/**
 * The probability that the picture without a gap has the smallest mean difference between groups: the best strategy
 * for a reader with a ruler. Exact: over all months both groups are binomial; ties are shared.
 */
export function rulerIsRight({ interviews, others, months, level, gap }: PictureSurvey): number {
  const without = differences(interviews * months, level, others * months, level);
  const withGap = differences(interviews * months, level - gap, others * months, level);
  const upTo = cumulativeSums(withGap);
  const rivals = GUESS.pictures - 1;
  let right = 0;
  for (let d = 0; d < without.length; d++) {
    const same = withGap[d] as number;
    const greater = Math.max(0, 1 - (upTo[d] as number));
    // Of the rivals, k tie and the others differ more; a tie is won with probability 1 / (k + 1).
    for (let k = 0; k <= rivals; k++)
      right += ((without[d] as number) * choose(rivals, k) * same ** k * greater ** (rivals - k)) / (k + 1);
  }
  return right;
}

/** Distribution of the large group's share minus the small group's, on the grid of the large group's interviews. */
function differences(few: number, fewLevel: number, many: number, manyLevel: number): Float64Array {
  const small = binomialProbabilities(few, fewLevel / 100);
  const large = binomialProbabilities(many, manyLevel / 100);
  const step = many / few;
  const made = new Float64Array(2 * many + 1);
  for (let x = 0; x <= few; x++) {
    const chance = small[x] as number;
    if (chance < 1e-18) continue;
    for (let y = 0; y <= many; y++) {
      const at = y - x * step + many;
      made[at] = (made[at] as number) + chance * (large[y] as number);
    }
  }
  return made;
}

function choose(n: number, k: number): number {
  let made = 1;
  for (let i = 1; i <= k; i++) made = (made * (n - k + i)) / i;
  return made;
}
