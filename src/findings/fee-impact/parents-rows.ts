import type { FeeFacts } from "./facts.js";
import { AROUND, DECREASED, FALLING, MIXES, SWING_FALLS, SWING_GAPS } from "./options.js";
import { PARENT_READINGS } from "./parents.js";
import { changeAsk, type Reading, WORDS } from "./problem.js";
import type { ParentsRow, SwingRow } from "./schema.js";
import { solveOne } from "./solve.js";

/** Equal weights of all quarters: the narrowest case. A sign unknown here is unknown for any weights. */
const SAME: Reading = { ...WORDS, weights: { growth: 1 } };

/** Before minus after with the sentences on both parents, for each reading of "decreased" and each mix. */
export function parentsRows(facts: FeeFacts): ParentsRow[] {
  return FALLING.options.flatMap(({ code: falling }) =>
    AROUND.options.flatMap(({ code: around }) =>
      PARENT_READINGS.map((parents): ParentsRow => {
        const bound = solveOne(facts, { ...SAME, falling, around, parents }, changeAsk(facts));
        const { low, high } = bound ?? { low: -100, high: 100 };
        return {
          ...{ falling, around, decreased: parents.decreased, mix: parents.mix },
          reading: DECREASED.find(({ code }) => code === parents.decreased)?.label ?? "",
          label: MIXES.find(({ code }) => code === parents.mix)?.label ?? "",
          ...{ kind: "bounded", low, high, both: low < -1e-6 && high > 1e-6, fits: bound !== null },
        };
      }),
    ),
  );
}

/** The readings of the rows under one combination of the other options. */
export const PARENTS_WORLDS: readonly Reading[] = PARENT_READINGS.map((parents) => ({ ...SAME, parents }));

/**
 * The swing of the share of Receiving Parents, in points, that is needed for all clients together to have been less
 * satisfied before the fee than since February 2015 although both parents fell: their own fall divided by the gap
 * between them since then. Null if that is 100% or more.
 *
 * Let m be the smallest share, w the swing, and bars plain means of the quarters. A quarter's figure is at least
 * paying + m lead, and at most paying + (m + w) lead. So before minus after is at least the fall of Paying Parents,
 * plus m times the decrease of the lead, minus w times the mean lead since February 2015: below 0 only if w is above
 * fall over gap.
 *
 * @throws RangeError unless both are above 0
 * @example swingNeeded(2, 10) // 20
 */
export function swingNeeded(fall: number, gap: number): number | null {
  if (!(fall > 0 && gap > 0)) throw new RangeError("a fall and a gap are above 0");
  const swing = (100 * fall) / gap;
  return swing >= 100 ? null : swing;
}

/** Swings for combinations of falls and gaps. */
export function swingRows(): SwingRow[] {
  return SWING_FALLS.flatMap((fall) =>
    SWING_GAPS.map((gap) => ({ fall, gap, swing: swingNeeded(fall, gap), kind: "calculated" as const })),
  );
}
