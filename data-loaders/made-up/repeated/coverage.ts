import type { CodedInterviews } from "../../../src/analysis/interviews/index.js";
import { measureEstimates } from "../../../src/analysis/interviews/measure-estimates.js";
import {
  type Collapse,
  type Weighing,
  type WeighOptions,
  weigh,
} from "../../../src/analysis/weights/index.js";
import type { Estimate, IntervalMethod, SurveyDesign } from "../../../src/stats/index.js";
import { watermark } from "../watermark.js";
import { coreColumns, coreInterviews, targetsOf } from "./core-interviews.js";
import type { SurveyModel } from "./model.js";
import { drawPopulation, type Population } from "./population.js";
import { drawSample } from "./sample.js";
import { surveyRandom } from "./survey.js";

/** A survey that is drawn again and again, to see how often its interval holds the truth. */
export interface CoverageDesign {
  readonly id: string;
  readonly label: string;
  /** Whether theory promises that the interval holds the truth as often as it says; others are reported as they come. */
  readonly promised: boolean;
  readonly model: SurveyModel;
  readonly interviews: number;
  readonly interval: IntervalMethod;
  readonly collapse?: Collapse;
}

/** How often the interval of a design held the truth, over surveys of one population. Shares from 0 to 1. */
export interface Coverage {
  readonly id: string;
  readonly label: string;
  readonly promised: boolean;
  readonly replications: number;
  readonly interviews: number;
  readonly truth: number;
  /** Share of surveys whose interval contained the truth; a missing interval counts as a miss. */
  readonly coverage: number;
  /** Mean estimate minus the truth. */
  readonly bias: number;
  /** Mean standard error over the standard deviation of the estimates. */
  readonly errorRatio: number;
}

/** Weighting of a survey; the codebook's unless a test plants a fault. */
export type WeighSurvey = (
  interviews: CodedInterviews,
  population: Population,
  options: WeighOptions,
) => Pick<Weighing, "design">;

const codebookWeights: WeighSurvey = (interviews, population, options) =>
  weigh(interviews, targetsOf(population), options);

/**
 * Draws surveys of one population, weights and estimates each, and counts how often the interval contains the truth:
 * the full pipeline except reading a file.
 *
 * @param options.seed of the population; the surveys have the numbers after it
 */
export function measureCoverage(
  { id, label, promised, model, interviews, interval, collapse }: CoverageDesign,
  { replications, seed }: { replications: number; seed: number },
  weighSurvey: WeighSurvey = codebookWeights,
): Coverage {
  const population = drawPopulation(model, seed);
  const truth = population.truth.share;
  const estimates: number[] = [];
  let held = 0;
  let errors = 0;
  for (let r = 1; r <= replications; r++) {
    const random = surveyRandom(seed + r);
    const sample = drawSample(population, interviews, random);
    const coded = coreInterviews(
      model.codebook,
      coreColumns(population, sample, random),
      watermark("repeated", seed),
    );
    const { design } = weighSurvey(coded, population, collapse === undefined ? {} : { collapse });
    const { estimate, standardError, low, high } = outcomeEstimate(
      coded,
      design,
      model.outcome.measure,
      interval,
    );
    estimates.push(estimate);
    errors += standardError;
    if (low !== null && high !== null && low <= truth && truth <= high) held += 1;
  }
  const mean = estimates.reduce((sum, value) => sum + value, 0) / replications;
  const variance = estimates.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (replications - 1);
  return {
    ...{ id, label, promised, replications, interviews, truth },
    coverage: held / replications,
    bias: mean - truth,
    errorRatio: errors / replications / Math.sqrt(variance),
  };
}

/** The estimate of a measure of the codebook for everyone, under a design. */
export function outcomeEstimate(
  interviews: CodedInterviews,
  design: SurveyDesign,
  id: string,
  interval: IntervalMethod,
): Estimate {
  const measure = interviews.codebook.measures.find((one) => one.id === id);
  if (measure === undefined) throw new RangeError(`${interviews.codebook.id} has no measure ${id}`);
  const { estimates } = measureEstimates(interviews, design, measure, [], [], { level: 0.95, interval });
  return estimates[0] as Estimate;
}
