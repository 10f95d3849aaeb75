import { factor } from "../../stats/design/factor.js";
import { type SurveyDesign, surveyDesign } from "../../stats/design/survey-design.js";

/**
 * The made-up sample of the examples: twelve interviews in six units of three strata, two without an answer to `yes`.
 * In `lone`, two of four strata have one unit; `inside` is a domain without the last of these.
 */
export const SAMPLE = {
  stratum: ["a", "a", "a", "a", "b", "b", "b", "b", "c", "c", "c", "c"],
  lone: ["a", "a", "a", "a", "b", "b", "b", "b", "c", "c", "d", "d"],
  unit: [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6],
  weight: [2, 1, 3, 2, 1, 2, 2, 1, 3, 1, 2, 2],
  score: [3, 5, 4, 8, 6, 9, 2, 7, 5, 4, 10, 6],
  yes: [1, 0, 1, 0, 1, 1, 0, 0, 1, 0, null, null],
  group: ["u", "v", "u", "u", "v", "v", "v", "u", "u", "v", "v", "u"],
  inside: [1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0, 0],
} as const;

/** Confidence level of the examples. */
export const LEVEL = 0.95;

export const SCORE = Float64Array.from(SAMPLE.score);
export const YES = Float64Array.from(SAMPLE.yes, (answer) => answer ?? Number.NaN);
export const YES_LEVELS = factor(SAMPLE.yes);
export const GROUP = factor(SAMPLE.group);
export const STRATUM = factor(SAMPLE.stratum);

/** The design of the sample, optionally with other weights. */
export function sampleDesign(weights: ArrayLike<number> = SAMPLE.weight): SurveyDesign {
  return surveyDesign({ weights, strata: STRATUM, clusters: factor(SAMPLE.unit) });
}

/** The design with two single-unit strata, which get the mean variance of the others. */
export function loneDesign(): SurveyDesign {
  return surveyDesign({
    weights: SAMPLE.weight,
    strata: factor(SAMPLE.lone),
    clusters: factor(SAMPLE.unit),
    singlePsu: "average",
  });
}
