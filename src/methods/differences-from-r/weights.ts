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
