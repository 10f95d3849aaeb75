import { jackknife } from "../../stats/design/jackknife.js";
import type { SurveyDesign } from "../../stats/design/survey-design.js";
import { mean } from "../../stats/estimates/mean.js";
import { proportion } from "../../stats/estimates/proportion.js";
import { total } from "../../stats/estimates/total.js";
import { postStratify } from "../../stats/weighting/post-stratify.js";
import { rake } from "../../stats/weighting/rake.js";
import { type Difference, numberOrNone, orRefused } from "./difference.js";
import { GROUP, LEVEL, loneDesign, SAMPLE, SCORE, STRATUM, sampleDesign, YES } from "./sample.js";

/** Population totals for the adjusted examples. */
const GROUP_TOTALS = [14, 8];
const STRATUM_TOTALS = [8, 6, 8];

const scoreError = (design: SurveyDesign, domain?: ArrayLike<number>) =>
  mean(design, SCORE, { level: LEVEL, ...(domain === undefined ? {} : { domain }) }).estimates[0]
    ?.standardError ?? Number.NaN;

/** Differences in standard errors and design effects. */
export const STANDARD_ERRORS: readonly Difference[] = [
  {
    id: "average-for-lone-units",
    topic: "Strata of one unit, given the average of the others",
    rFunction: 'options(survey.lonely.psu = "average")',
    rDoes:
      "Averages over the strata that have a row in the domain. svyby's covariances average over all strata.",
    weDo: "Average over all strata of the sample, for every domain.",
    why: "A stratum of one unit is so by design, whichever domain is asked for. Standard errors and covariances then agree.",
    example: "Mean score in a domain that misses one of four strata: standard error",
    decimals: 3,
    r: 0.5814983733288426,
    ours: () => scoreError(loneDesign(), SAMPLE.inside),
  },
  {
    id: "average-in-a-jackknife",
    topic: "The same in a jackknife",
    rFunction: 'as.svrepdesign(type = "JKn") with survey.lonely.psu = "average"',
    rDoes: "Scales by units: all units over those of strata with two or more.",
    weDo: "Scale by strata, as linearised variances do: all strata over those with two or more units.",
    why: "What is averaged is the variance of a stratum. The jackknife and the linearised variance then agree.",
    example: "Mean score: standard error",
    decimals: 3,
    r: 0.7901127456423204,
    ours: () => scoreError(jackknife(loneDesign(), { method: "JKn", mse: false })),
  },
  {
    id: "raking",
    topic: "Standard errors after raking",
    rFunction: "rake",
    rDoes:
      'Takes out the means of one margin after the other, ten rounds, with the weights that each had in the last one. calibrate(calfun = "raking") does as we do.',
    weDo: "Take out all margins at once, by a regression weighted by the weights before.",
    why: "It is the linearisation that calibration has in the literature. Weights are the same; standard errors differ by nothing to a few percent.",
    example: "Mean score, raked to group and stratum: standard error",
    decimals: 3,
    r: 0.8210669404195556,
    ours: () =>
      scoreError(
        rake(sampleDesign(), [
          { factor: GROUP, totals: GROUP_TOTALS },
          { factor: STRATUM, totals: STRATUM_TOTALS },
        ]).design,
      ),
  },
  {
    id: "two-adjustments",
    topic: "Weights that were adjusted more than once",
    rFunction: "postStratify, calibrate or rake, one after the other",
    rDoes: "Takes adjustments out of the variance in the order in which they were made.",
    weDo: "Take the last one out first.",
    why: "The last adjustment worked on weights that the first had made. Only what it leaves over is there for the first to explain.",
    example: "Mean score, post-stratified by group and then by stratum: standard error",
    decimals: 3,
    r: 0.817369013278266,
    ours: () =>
      scoreError(
        postStratify(postStratify(sampleDesign(), GROUP, GROUP_TOTALS).design, STRATUM, STRATUM_TOTALS)
          .design,
      ),
  },
  {
    id: "replicate-without-an-estimate",
    topic: "A replicate in which a group has nobody",
    rFunction: "estimates from replicate weights",
    rDoes: "Drops the replicate, with a warning.",
    weDo: "Call the standard error unknown.",
    why: "The replicates that are left can be all alike, and show no error at all.",
    example: "Mean score in one unit, under the jackknife: standard error",
    decimals: 3,
    r: 0,
    ours: () => {
      const error = scoreError(
        jackknife(sampleDesign(), { method: "JKn", mse: false }),
        SAMPLE.unit.map((unit) => (unit === 1 ? 1 : 0)),
      );
      return Number.isFinite(error) ? error : "unknown";
    },
  },
  {
    id: "covariance-with-missing-answers",
    topic: "Covariance between groups with missing answers",
    rFunction: "svyby(na.rm = TRUE, covmat = TRUE)",
    rDoes: "Stops with an error. With a subset() of those who answered it agrees with us.",
    weDo: "Leave out who did not answer and keep their unit in the design.",
    why: "Missing answers are ordinary.",
    example: "Share of yes in groups u and v: covariance",
    decimals: 4,
    r: "an error",
    ours: () =>
      numberOrNone(
        proportion(sampleDesign(), YES, { level: LEVEL, by: [GROUP], interval: "logit" }).covariance[1],
      ),
  },
  {
    id: "design-effect-of-scaled-weights",
    topic: "Design effects with weights that are no counts of people",
    rFunction: "deff = TRUE",
    rDoes:
      "Takes the sum of weights for the size of the population. Scaled weights make the result infinite, missing or negative.",
    weDo: 'Refuse a design effect without replacement, and offer the one with replacement (R\'s deff = "replace").',
    why: "Weights that sum to the interviews, or to fewer, do not say how large the population is.",
    example: "Total score, weights scaled to half the interviews: design effect",
    decimals: 2,
    r: -2.47292936536393,
    ours: () => {
      const all = SAMPLE.weight.reduce<number>((sum, weight) => sum + weight, 0);
      const scaled = sampleDesign(SAMPLE.weight.map((weight) => (weight * 6) / all));
      const options = { level: LEVEL, deffReference: "without-replacement" } as const;
      return orRefused(() => numberOrNone(total(scaled, SCORE, options).estimates[0]?.deff));
    },
  },
];
