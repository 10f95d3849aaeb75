import type { SurveyDesign } from "../design/survey-design.js";
import type { DeffReference } from "./estimate.js";

/**
 * Throws a RangeError if the reference is meaningless: without replacement, the population size is the sum of
 * weights, which for weights scaled to the number of interviews is the sample itself.
 */
export function assertReference({ n, weights }: SurveyDesign, reference: DeffReference | undefined): void {
  if (reference !== "without-replacement") return;
  let sum = 0;
  let rows = 0;
  for (let i = 0; i < n; i++) {
    sum += weights[i];
    if (weights[i] > 0) rows += 1;
  }
  assertPopulation(sum, rows);
}

/** Throws a RangeError unless the weights can estimate the size of a population. */
export function assertPopulation(sum: number, rows: number): void {
  if (!tellsPopulation(sum, rows))
    throw new RangeError(
      `the weights sum to ${sum} over ${rows} interviews, so that they do not tell the size of a population; a design effect without replacement needs weights that do`,
    );
}

/** Whether the weights are not just scaled to the number of interviews. */
export function tellsPopulation(sum: number, rows: number): boolean {
  return sum > rows * (1 + 1e-6);
}

/**
 * The design effect: a variance over that of a simple random sample of the same n interviews.
 *
 * @param variance of the estimate
 * @param unitVariance of the estimate from one interview of a simple random sample with replacement
 * @param n interviews
 * @param population sum of their weights
 * @returns null where it is undefined: fewer than 2 interviews, no variance between them, or a population not above n
 * Source: Kish, Survey Sampling, 8.2; R `survey::svymean(deff = TRUE)` and `deff = "replace"`.
 */
export function designEffect(
  variance: number,
  unitVariance: number,
  n: number,
  population: number,
  reference: DeffReference,
): number | null {
  const correction = reference === "with-replacement" ? 1 : (population - n) / population;
  const simple = (unitVariance / n) * correction;
  return n > 1 && simple > 0 && Number.isFinite(variance) ? variance / simple : null;
}
