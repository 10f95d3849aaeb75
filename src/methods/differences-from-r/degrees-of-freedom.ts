import { jackknife } from "../../stats/design/jackknife.js";
import { cellTotals } from "../../stats/estimates/cell-totals.js";
import { contrast } from "../../stats/estimates/contrast.js";
import { mean } from "../../stats/estimates/mean.js";
import { proportion } from "../../stats/estimates/proportion.js";
import { differenceTest } from "../../stats/testing/difference-test.js";
import { raoScottTest } from "../../stats/testing/rao-scott.js";
import { type Difference, numberOrNone } from "./difference.js";
import { GROUP, LEVEL, SAMPLE, SCORE, sampleDesign, YES, YES_LEVELS } from "./sample.js";

const byGroup = () => mean(sampleDesign(), SCORE, { level: LEVEL, by: [GROUP] });

/** Differences in degrees of freedom, and so in intervals and p-values. */
export const DEGREES_OF_FREEDOM: readonly Difference[] = [
  {
    id: "mean-of-a-group",
    topic: "The interval of a group's mean",
    rFunction: "confint of svymean, svytotal, svyratio and svyby",
    rDoes: "Uses the normal distribution, unless df is given.",
    weDo: "Use t with the group's own degrees of freedom: its sampling units less its strata, counted where someone in the group gave an answer.",
    why: "With few units the standard error itself is uncertain, and a normal interval is too short.",
    example: "Mean score of group u: upper end of the 95% interval",
    decimals: 2,
    r: 6.27415038090391,
    ours: () => numberOrNone(byGroup().estimates[0]?.high),
  },
  {
    id: "missing-answers-of-a-unit",
    topic: "A sampling unit in which nobody answered",
    rFunction: "svyciprop(na.rm = TRUE)",
    rDoes:
      "Takes the degrees of freedom of the design as it is passed, with the units in which nobody answered.",
    weDo: "Count units and strata with an answer. R does so too when the rows without one are left out first, by subset().",
    why: "A unit without an answer tells nothing about how answers vary between units.",
    example: "Share of yes, logit interval: upper end",
    decimals: 3,
    r: 0.938646668876957,
    ours: () =>
      numberOrNone(proportion(sampleDesign(), YES, { level: LEVEL, interval: "logit" }).estimates[0]?.high),
  },
  {
    id: "difference-of-groups",
    topic: "The interval of a difference between groups",
    rFunction: "confint of svycontrast",
    rDoes: "Uses the normal distribution, unless df is given. svyttest does not, and agrees with us.",
    weDo: "Use t with the units less the strata of the two groups together, less one more.",
    why: "As for one group. Test and interval then say the same.",
    example: "Mean score of group v less that of u: upper end of the 95% interval",
    decimals: 2,
    r: 4.855174678572688,
    ours: () => numberOrNone(differenceTest(byGroup(), 0, 1, { level: LEVEL }).high),
  },
  {
    id: "one-group-against-zero",
    topic: "The test of one mean",
    rFunction: "svyttest(y ~ 0)",
    rDoes: "Has one degree of freedom fewer than the design, and counts units in which nobody answered.",
    weDo: "Give one mean the units less the strata where someone answered, and take one off only for a second group.",
    why: "A single mean has nothing more to estimate than itself, for which the strata are already taken off.",
    example: "Mean score: degrees of freedom",
    decimals: 0,
    r: 2,
    ours: () => contrast(mean(sampleDesign(), SCORE, { level: LEVEL }), [1], { level: LEVEL }).df,
  },
  {
    id: "no-degrees-of-freedom",
    topic: "A domain with one unit in each stratum",
    rFunction: "confint of svymean and svyby",
    rDoes: "Gives a normal interval, although degf() is 0.",
    weDo: "Give the estimate and no interval.",
    why: "Nothing in such a domain tells how good its standard error is.",
    example: "Mean score in three units of three strata: upper end of the 95% interval",
    decimals: 2,
    r: 7.3067135673469465,
    ours: () => {
      const domain = SAMPLE.unit.map((unit) => unit % 2 === 1);
      return numberOrNone(mean(sampleDesign(), SCORE, { level: LEVEL, domain }).estimates[0]?.high);
    },
  },
  {
    id: "table-with-missing-answers",
    topic: "The Rao-Scott test of a table with missing answers",
    rFunction: "svychisq",
    rDoes:
      "Takes denominator degrees of freedom from the design as it is passed, with rows that are not in the table.",
    weDo: "Count units and strata that have a row in the table. R does so too when the others are left out first.",
    why: "As above: what is not in the table tells nothing about how its cells vary.",
    example: "Yes by group: denominator degrees of freedom",
    decimals: 0,
    r: 3,
    ours: () => numberOrNone(raoScottTest(cellTotals(sampleDesign(), YES_LEVELS, GROUP), "second").df2),
  },
  {
    id: "replicates-of-a-group",
    topic: "Replicate weights made from a design",
    rFunction: "degf of a subset of as.svrepdesign",
    rDoes: "Takes the rank of the group's replicate weights less one.",
    weDo: "Remember the design that the replicates were made from, and count the group's units less its strata.",
    why: "The same group of the same sample should not gain degrees of freedom from another way to work out its variance.",
    example: "Group u: degrees of freedom under the jackknife",
    decimals: 0,
    r: 3,
    ours: () => {
      const design = jackknife(sampleDesign(), { method: "JKn", mse: false });
      return mean(design, SCORE, { level: LEVEL, by: [GROUP] }).estimates[0]?.df ?? Number.NaN;
    },
  },
];
