import { movedByWeighting, weigh, weightDistribution } from "../../../src/analysis/weights/index.js";
import type { WeightMoveRow, WeightSpreadRow } from "../../../src/methods/weights/schema.js";
import { watermark } from "../watermark.js";
import { coreColumns, coreInterviews, targetsOf } from "./core-interviews.js";
import { outcomeEstimate } from "./coverage.js";
import { withSettings } from "./model.js";
import { CES_MODEL } from "./models.js";
import { drawPopulation } from "./population.js";
import { drawSample } from "./sample.js";
import { surveyRandom } from "./survey.js";

/** Several surveys: a single one would look like the real one. */
export const EXAMPLE_SEEDS = [1, 2, 3] as const;

/** Interviews of each: as many as the real survey. */
const INTERVIEWS = 2280;

/** Large enough for a small sampling fraction, small enough to be drawn in each build. */
const MODEL = withSettings(CES_MODEL, { population: 15_000 });

interface Example {
  readonly moved: readonly WeightMoveRow[];
  readonly spread: readonly WeightSpreadRow[];
}

let made: Example | undefined;

/**
 * The effect of the Customer Experience Survey's weighting on made-up surveys, and the distribution of weights.
 * Cached.
 */
export function weightExample(): Example {
  made ??= {
    moved: EXAMPLE_SEEDS.flatMap((seed) => exampleOf(seed).moved),
    spread: EXAMPLE_SEEDS.flatMap((seed) => exampleOf(seed).spread),
  };
  return made;
}

const examples = new Map<number, Example>();

function exampleOf(seed: number): Example {
  const found = examples.get(seed);
  if (found !== undefined) return found;
  const population = drawPopulation(MODEL, seed);
  const random = surveyRandom(seed);
  const sample = drawSample(population, INTERVIEWS, random);
  const interviews = coreInterviews(
    MODEL.codebook,
    coreColumns(population, sample, random),
    watermark("repeated", seed),
  );
  const targets = targetsOf(population);
  const { measure } = MODEL.outcome;
  const moved = movedByWeighting(interviews, targets, (rows, design) =>
    outcomeEstimate(rows, design, measure, "beta"),
  );
  const order = MODEL.codebook.weighting.flatMap(({ variables }) => variables);
  const labelOf = (id: string) =>
    MODEL.codebook.variables.find((variable) => variable.id === id)?.label ?? id;
  const { quantiles, diagnostics } = weightDistribution(weigh(interviews, targets).weights);
  const example: Example = {
    moved: moved.map(({ variable, way, estimate, moved: by, kish, largestOverSmallest }) => ({
      kind: "simulated",
      seed,
      way,
      step: variable === null ? 0 : order.indexOf(variable) + 1,
      variable: variable ?? "none",
      label: variable === null ? "Before weighting" : labelOf(variable),
      estimate: 100 * estimate.estimate,
      standard_error: 100 * estimate.standardError,
      moved: 100 * by,
      kish,
      deff: estimate.deff ?? Number.NaN,
      largest_over_smallest: largestOverSmallest,
      truth: 100 * population.truth.share,
      interviews: INTERVIEWS,
    })),
    spread: quantiles.map(({ part, weight }) => ({
      kind: "simulated",
      seed,
      part: 100 * part,
      weight,
      kish: diagnostics.kishDesignEffect,
      effective: diagnostics.kish,
      interviews: INTERVIEWS,
    })),
  };
  examples.set(seed, example);
  return example;
}
