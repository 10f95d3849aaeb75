import { surveyDesign } from "../../stats/design/survey-design.js";
import { proportion } from "../../stats/estimates/proportion.js";
import { quantile } from "../../stats/estimates/quantile.js";
import type { IntervalMethod } from "../../stats/intervals/proportion-interval.js";
import { type Difference, numberOrNone } from "./difference.js";
import { LEVEL, SAMPLE, SCORE, sampleDesign } from "./sample.js";

const interval = (method: IntervalMethod, answers: ArrayLike<number>, design = sampleDesign()) =>
  proportion(design, Float64Array.from(answers), { level: LEVEL, interval: method }).estimates[0];

const nobody = SCORE.map(() => 0);
/** One yes among twelve. */
const one = SCORE.map((_, i) => (i === 0 ? 1 : 0));
/** One answer more than `yes`, so that one is missing but no unit is without an answer. */
const most = Float64Array.from(SAMPLE.yes, (answer, i) => (i === 10 ? 1 : (answer ?? Number.NaN)));
/** The last interview has weight 0. */
const part = SAMPLE.weight.map((weight, i) => (i === 11 ? 0 : weight));

/** Differences in intervals and quantiles. */
export const INTERVALS: readonly Difference[] = [
  {
    id: "nobody-says-yes",
    topic: "A proportion of 0 or 100%",
    rFunction: 'svyciprop(method = "beta", "asin" or "xlogit")',
    rDoes: "Gives no number.",
    weDo: "Give the Clopper-Pearson interval of the interviews for Korn and Graubard's (beta), Wilson's and the arcsine method, and none for logit.",
    why: "Nobody among twelve is news: a large share can be ruled out. A variance of 0 says nothing of that.",
    example: "Nobody of twelve says yes, beta: upper end",
    decimals: 3,
    r: "NaN",
    ours: () => numberOrNone(interval("beta", nobody)?.high),
  },
  {
    id: "nobody-says-yes-wald",
    topic: "The same with the plain interval",
    rFunction: 'confint of svymean, svyciprop(method = "mean")',
    rDoes: "Gives an interval of no width.",
    weDo: "Give none.",
    why: "An interval of no width claims that there can be no error.",
    example: "Nobody of twelve says yes, Wald: upper end",
    decimals: 3,
    r: 0,
    ours: () => numberOrNone(interval("wald", nobody)?.high),
  },
  {
    id: "arcsine",
    topic: "Arcsine intervals near 0 and 100%",
    rFunction: 'svyciprop(method = "asin")',
    rDoes: "Lets an end run past 0 on its scale, where the way back turns round.",
    weDo: "Cut the interval at 0 and 100%.",
    why: "The lower end would rise again as the interval grows longer, and leave out what it should hold.",
    example: "One of twelve says yes: lower end",
    decimals: 4,
    r: 0.0015177541389806348,
    ours: () => numberOrNone(interval("arcsine", one, surveyDesign({ n: 12 }))?.low),
  },
  {
    id: "wilson",
    topic: "Wilson's interval",
    rFunction: "svyciprop",
    rDoes: "Does not have it in this version.",
    weDo: "Offer it at the effective number of interviews, with t in place of z.",
    why: "It comes close to its level in most samples, without the caution of Korn and Graubard's.",
    example: "One of twelve says yes: upper end",
    decimals: 3,
    r: "no such method",
    ours: () => numberOrNone(interval("wilson", one, surveyDesign({ n: 12 }))?.high),
  },
  {
    id: "korn-graubard-with-missing-answers",
    topic: "Korn and Graubard's interval with missing answers",
    rFunction: 'svyciprop(method = "beta", na.rm = TRUE)',
    rDoes: "Counts every row of the design as an interview, answered or not.",
    weDo: "Count those who answered.",
    why: "The number allows for what was asked; who did not answer adds nothing.",
    example: "Share of yes, one answer missing: lower end",
    decimals: 4,
    r: 0.16676673056622213,
    ours: () => numberOrNone(interval("beta", most)?.low),
  },
  {
    id: "korn-graubard-with-weights-of-zero",
    topic: "Interviews of weight 0",
    rFunction: 'svyciprop(method = "beta")',
    rDoes: "Counts them as interviews here, though not in degf().",
    weDo: "Count them nowhere: they are no part of any domain. Their unit stays in the design.",
    why: "They have no say in the estimate, so they should have none in its precision.",
    example: "Score above five, one weight of 0: lower end",
    decimals: 4,
    r: 0.02531923562541797,
    ours: () =>
      numberOrNone(
        interval(
          "beta",
          SCORE.map((score) => (score > 5 ? 1 : 0)),
          sampleDesign(part),
        )?.low,
      ),
  },
  {
    id: "lowest-quantile",
    topic: "Quantiles below the first interview's share",
    rFunction: 'svyquantile(qrule = "math")',
    rDoes:
      "Gives the second smallest value where the probability is below the share of the smallest one. The smallest is never given. oldsvyquantile gives it.",
    weDo: "Give the smallest value at or below which the share reaches the probability.",
    why: "That is the definition; the other looks like a slip of this version.",
    example: "Score: quantile at 2%",
    decimals: 0,
    r: 3,
    ours: () =>
      numberOrNone(
        quantile(sampleDesign(), SCORE, { level: LEVEL, probability: 0.02, rule: "inverse" }).estimates[0]
          ?.estimate,
      ),
  },
];
