import { balancedRepeatedReplication } from "../../stats/design/balanced-repeated-replication.js";
import { bootstrap } from "../../stats/design/bootstrap.js";
import { factor } from "../../stats/design/factor.js";
import { type SurveyDesign, surveyDesign } from "../../stats/design/survey-design.js";
import { calibrate } from "../../stats/weighting/calibrate.js";
import { trimWeights } from "../../stats/weighting/trim.js";
import { type Difference, orRefused } from "./difference.js";
import { SAMPLE, SCORE, sampleDesign } from "./sample.js";

/** Differences in weights. */
export const WEIGHTS: readonly Difference[] = [
  {
    id: "negative-weights",
    topic: "Calibration that makes weights negative",
    rFunction: 'calibrate(calfun = "linear")',
    rDoes: "Returns them.",
    weDo: "Refuse, and say how many there are; bounds or another distance help.",
    why: "Nobody stands for fewer than no people, and shares of such weights can leave 0 to 100%.",
    example: "Calibrated to a total score far above the sample's: lowest weight",
    decimals: 2,
    r: -1.1946934385084291,
    ours: () =>
      orRefused(() => {
        const columns = [SCORE.map(() => 1), SCORE];
        const { design } = calibrate(sampleDesign(), columns, [22, 180], { distance: "linear" });
        return design.weights.reduce((lowest, weight) => Math.min(lowest, weight));
      }),
  },
  {
    id: "trimming",
    topic: "Trimming beside weights of 0",
    rFunction: "trimWeights",
    rDoes: "Shares what is cut off among all weights within the bounds, those of 0 too.",
    weDo: "Leave weights of 0 alone.",
    why: "Whoever has no weight is not in the sample, and trimming should not bring them in.",
    example: "Trimmed to 2.5 at most: the weight that was 0",
    decimals: 2,
    r: 0.1,
    ours: () => {
      const weights = SAMPLE.weight.map((weight, i) => (i === 11 ? 0 : weight));
      const { design } = trimWeights(sampleDesign(weights), { upper: 2.5, strict: false });
      return design.weights[11] as number;
    },
  },
];

/** The maximum number of units of the first stratum in a replicate. */
function maxUnits(design: SurveyDesign): number {
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
    ours: () => maxUnits(bootstrap(sampleDesign(), { replicates: 50, seed: 1, mse: false })),
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
