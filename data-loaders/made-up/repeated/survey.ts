import type { CodedInterviews, CodedValue } from "../../../src/analysis/interviews/index.js";
import { type Weighing, weigh } from "../../../src/analysis/weights/index.js";
import type { Codebook } from "../../../src/model/codebook.js";
import { madeInterviews } from "../made-interviews.js";
import { type Random, randomOf } from "../random.js";
import { watermark } from "../watermark.js";
import { coreColumns, coreInterviews, targetsOf } from "./core-interviews.js";
import { fillIn } from "./fill-in.js";
import type { SurveyModel } from "./model.js";
import { drawPopulation, type Population } from "./population.js";
import { drawSample } from "./sample.js";

/** A drawn survey: its interviews with weights, and its population. */
export interface DrawnSurvey {
  readonly population: Population;
  readonly interviews: CodedInterviews;
  readonly weighing: Weighing;
  readonly approached: number;
}

/**
 * Draws a population and a survey of it: sampling, exclusions, nonresponse, answers to every question asked, and the
 * codebook's weights.
 *
 * @param interviews how many to end with
 * @param seed gives the population and the survey; `luck` another survey of the same population
 */
export function drawSurvey(
  model: SurveyModel,
  { seed, interviews, luck = seed }: { seed: number; interviews: number; luck?: number },
): DrawnSurvey {
  const population = drawPopulation(model, seed);
  const random = surveyRandom(luck);
  const sample = drawSample(population, interviews, random);
  const core = coreColumns(population, sample, random);
  const { codebook, settings } = model;
  const made = watermark("repeated", seed);
  const weighing = weigh(coreInterviews(codebook, core, made), targetsOf(population));
  const columns = fillIn(codebook, core, settings.shares, random);
  return {
    population,
    interviews: weighted(codebook, columns, weighing, made),
    weighing,
    approached: sample.approached,
  };
}

/** Random numbers of a survey, distinct from those of the population with the same seed. */
export const surveyRandom = (luck: number): Random => randomOf(luck ^ 0x5eed5eed);

/** Interviews with final weights as in a file: mean 1, six decimals. */
export function weighted(
  codebook: Codebook,
  columns: ReadonlyMap<string, readonly CodedValue[]>,
  { weights }: Weighing,
  simulated: string,
): CodedInterviews {
  const { weight } = codebook.roles;
  if (weight === null) return madeInterviews(codebook, columns, simulated);
  const mean = weights.reduce((sum, value) => sum + value, 0) / weights.length;
  const own = Array.from(weights, (value) => Math.max(1e-6, Number((value / mean).toFixed(6))));
  return madeInterviews(codebook, new Map(columns).set(weight, own), simulated);
}
