import { balancedRepeatedReplication } from "../../stats/design/balanced-repeated-replication.js";
import { bootstrap } from "../../stats/design/bootstrap.js";
import { factor } from "../../stats/design/factor.js";
import { type SurveyDesign, surveyDesign } from "../../stats/design/survey-design.js";
import type { Difference } from "./difference.js";
import { SAMPLE, sampleDesign } from "./sample.js";

/** The maximum number of units of the first stratum in a replicate. */
function mostUnits(design: SurveyDesign): number {
  const weights = new Float64Array(design.n);
  const first = SAMPLE.stratum[0];
  return Array.from({ length: design.replicates?.count ?? 0 }, (_, r) => {
    design.replicates?.weightsOf(r, weights);
    const kept = SAMPLE.unit.filter((_, i) => SAMPLE.stratum[i] === first && (weights[i] as number) > 0);
    return new Set(kept).size;
  }).reduce((most, units) => Math.max(most, units), 0);
}

/** Differences in replicate weights. */
export const REPLICATES: readonly Difference[] = [
  {
    id: "bootstrap",
    topic: "Which bootstrap",
    rFunction: 'as.svrepdesign(type = "bootstrap")',
    rDoes:
      'Draws as many units as a stratum has (Canty and Davison), and allows for a finite population. type = "subbootstrap" does as we do.',
    weDo: "Draw one unit fewer than a stratum has (Rao and Wu), without allowance for a finite population.",
    why: "It is right on average in every stratum, however many units each has; R's default corrects by their harmonic mean. Random draws never agree in their digits.",
    example: "Most units that a replicate has of a stratum of two",
    decimals: 0,
    r: 2,
    ours: () => mostUnits(bootstrap(sampleDesign(), { replicates: 50, seed: 1, mse: false })),
  },
  {
    id: "balanced-replicates",
    topic: "How many balanced replicates",
    rFunction: 'as.svrepdesign(type = "BRR") and "Fay"',
    rDoes: "Picks the smallest Hadamard matrix that it knows.",
    weDo: "Use Sylvester's matrices, whose order is a power of two.",
    why: "They follow from one line of arithmetic. Totals have the same standard errors with either; others differ a little.",
    example: "Eight strata of two units: replicates",
    decimals: 0,
    r: 12,
    ours: () => {
      const strata = factor(Array.from({ length: 16 }, (_, i) => Math.floor(i / 2)));
      const design = balancedRepeatedReplication(surveyDesign({ strata }), { fay: 0, mse: false });
      return design.replicates?.count ?? Number.NaN;
    },
  },
];
