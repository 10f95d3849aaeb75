import { samplesPerGroup, smallestDetectableDifference } from "../../stats/planning/index.js";
import type { Facts } from "./facts.js";
import { DESIGN_EFFECTS, OTHERS } from "./settings.js";

/** Gaps that a survey might want to see, points. */
export const GAPS_TO_SEE = [10, 8, 5, 3] as const;

/** The test for which interviews are counted: two-sided at 5%, found four times in five. */
export const GOAL = { alpha: 0.05, power: 0.8 } as const;

/** One row of the last figure: the interviews in each of two groups that a gap takes. */
export interface SizeRow {
  readonly survey: "options" | "cms";
  readonly label: string;
  readonly kind: "calculated";
  /** Points. */
  readonly gap: number;
  /** The higher and the lower percentage. */
  readonly level: number;
  readonly lower: number;
  /** Interviews in each group, at design effects of 1, 1.5 and 2. */
  readonly deff_1: number;
  readonly deff_1_5: number;
  readonly deff_2: number;
}

/** What a survey needs to see gaps of several sizes, at the level that each report prints for everyone. */
export function sizeRows({ level, cmsLevel }: Pick<Facts, "level" | "cmsLevel">): SizeRow[] {
  const surveys = [
    { survey: "options", name: "Options", level: level.value },
    { survey: "cms", name: "CMS", level: cmsLevel.value },
  ] as const;
  return surveys.flatMap(({ survey, name, level: high }) =>
    GAPS_TO_SEE.map((gap): SizeRow => {
      const [deff_1 = 0, deff_1_5 = 0, deff_2 = 0] = DESIGN_EFFECTS.map((deff) =>
        interviewsToSee(high, gap, deff),
      );
      return {
        survey,
        label: `${name}, ${gap} points`,
        kind: "calculated",
        gap,
        level: high,
        lower: high - gap,
        deff_1,
        deff_1_5,
        deff_2,
      };
    }),
  );
}

/** Interviews in each of two equal groups, rounded up. Percentages from 0 to 100. */
export function interviewsToSee(level: number, gap: number, deff: number): number {
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
 * The smallest gap, in points, that a small group shows below one with ten times its interviews, both all counted together.
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
