import { factor } from "../../stats/design/factor.js";
import { cellTotals } from "../../stats/estimates/cell-totals.js";
import { linearRegression } from "../../stats/models/linear-regression.js";
import { fQuantile } from "../../stats/numeric/distributions.js";
import { raoScottTest } from "../../stats/testing/rao-scott.js";
import { type Difference, numberOrNone, orRefused } from "./difference.js";
import { GROUP, LEVEL, SAMPLE, SCORE, sampleDesign, YES_LEVELS } from "./sample.js";

/** Interview times one hour apart, in seconds since 1970. */
const time = SCORE.map((_, hour) => 1_396_310_400 + 3600 * hour);

/** Differences in tests, models and the arithmetic behind them. */
export const TESTS_AND_MODELS: readonly Difference[] = [
  {
    id: "chi-squared-shown",
    topic: "Which chi-squared is shown",
    rFunction: 'svychisq(statistic = "Chisq")',
    rDoes: "Prints Pearson's X² before the correction for the design. Its p belongs to the corrected one.",
    weDo: "Give the corrected statistic.",
    why: "A reader who looks up the statistic should find its p. The p are the same.",
    example: "Yes by group: statistic",
    decimals: 3,
    r: 0.8922246584584246,
    ours: () => raoScottTest(cellTotals(sampleDesign(), YES_LEVELS, GROUP), "first").statistic,
  },
  {
    id: "level-that-nobody-has",
    topic: "A level that nobody has",
    rFunction: "svychisq of a factor",
    rDoes: "Gives no number where a factor has a level without rows.",
    weDo: "Test the levels that occur.",
    why: "Levels are often left over from the whole file when a part of it is looked at.",
    example: "Yes by group, with a third group that nobody is in: F",
    decimals: 3,
    r: "NaN",
    ours: () => {
      const named = factor(SAMPLE.group, { levels: ["u", "v", "w"] });
      return raoScottTest(cellTotals(sampleDesign(), YES_LEVELS, named), "second").statistic;
    },
  },
  {
    id: "nearly-dependent-terms",
    topic: "Terms of a model that nearly say the same",
    rFunction: "svyglm",
    rDoes:
      "Fits a column as long as it differs from the others in a very small part of its length, and loses digits of the coefficients on the way.",
    weDo: "Refuse a term of which too little is its own, and name it. With the hours counted from the first interview both give the same.",
    why: "The coefficient would look exact and have few right digits. Taking a middle off the column first cures it.",
    example: "Score by time in seconds and its square: the square's coefficient, per hour²",
    decimals: 6,
    r: -0.020350574155191908,
    ours: () =>
      orRefused(() => {
        const { terms } = linearRegression(
          sampleDesign(),
          SCORE,
          [
            { name: "time", kind: "number", values: time },
            { name: "time²", kind: "number", values: time.map((t) => t * t) },
          ],
          { level: LEVEL },
        );
        return numberOrNone(terms[2]?.estimate) as number;
      }),
  },
  {
    id: "f-quantile",
    topic: "Quantiles of distributions",
    rFunction: "qf, qt, qchisq and qbeta of base R",
    rDoes:
      "Takes short cuts: qf for many denominator degrees of freedom, and others far out in a tail, give what R's own pf or pt does not give back.",
    weDo: "Find the quantile at which the distribution function has the probability, to the last digits.",
    why: "A quantile and its probability should lead to each other.",
    example: "F of 200 and a million degrees of freedom: quantile at 97.5%",
    decimals: 5,
    r: 1.2052894775315548,
    ours: () => fQuantile(0.975, 200, 1e6),
  },
];
