import { samplesPerGroup, smallestDetectableDifference } from "../../stats/planning/index.js";
import type { Facts } from "./facts.js";
import type { SizeRow } from "./schema.js";
import { OTHERS } from "./settings.js";

/** Gaps to find, points. */
export const GAPS_TO_SEE = [10, 8, 5, 3] as const;

/** The planned test: two-sided at 5%, with 80% power. */
export const GOAL = { alpha: 0.05, power: 0.8 } as const;

/** Interviews needed to find gaps of several sizes, at each report's printed level for everyone. */
export function sizeRows({ level, cmsLevel }: Pick<Facts, "level" | "cmsLevel">): SizeRow[] {
  const surveys = [
    { survey: "options", name: "Options", level: level.value },
    { survey: "cms", name: "CMS", level: cmsLevel.value },
  ] as const;
  return surveys.flatMap(({ survey, name, level: high }) =>
    GAPS_TO_SEE.map(
      (gap): SizeRow => ({
        survey,
        label: `${name}, ${gap} points`,
        kind: "calculated",
        gap,
        level: high,
        lower: high - gap,
        deff_1: interviewsToSee(high, gap, 1),
        deff_1_5: interviewsToSee(high, gap, 1.5),
        deff_2: interviewsToSee(high, gap, 2),
      }),
    ),
  );
}

/** Interviews in each of two equal groups, rounded up. Percentages from 0 to 100. */
function interviewsToSee(level: number, gap: number, deff: number): number {
  const { n1 } = samplesPerGroup({
    p1: level / 100,
    p2: (level - gap) / 100,
    deff,
    ratio: 1,
    nullVariance: "unpooled",
    ...GOAL,
  });
  return Math.ceil(n1 - 1e-6);
}

/**
 * The smallest gap, in points, that can be found between a small group and a higher one with ten times its
 * interviews.
 *
 * @param interviews of the small group, over all months
 */
export function gapSeen(level: number, interviews: number, deff: number): number {
  const found = smallestDetectableDifference({
    p1: level / 100,
    n1: OTHERS * interviews,
    n2: interviews,
    deff,
    nullVariance: "unpooled",
    direction: "below",
    ...GOAL,
  });
  if (found === null) throw new RangeError(`${interviews} interviews show no gap at all`);
  return 100 * found;
}
