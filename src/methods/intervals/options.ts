import { defineControl } from "../../model/control.js";

/** The intervals compared, in reading order. */
export const COVERAGE_METHODS = [
  { method: "wald", label: "Wald" },
  { method: "logit", label: "Logit" },
  { method: "arcsine", label: "Arcsine" },
  { method: "wilson", label: "Wilson" },
  { method: "beta", label: "Korn-Graubard" },
  { method: "clopper-pearson", label: "Clopper-Pearson" },
] as const;

export type CoverageMethod = (typeof COVERAGE_METHODS)[number]["method"];

/** The true percentage of yes in the population. */
export const TRUTH = defineControl({
  name: "truth",
  type: "choice",
  legend: "True share of yes",
  options: [
    { code: "2", label: "2%", percent: 2 },
    { code: "5", label: "5%", percent: 5 },
    { code: "10", label: "10%", percent: 10 },
    { code: "20", label: "20%", percent: 20 },
    { code: "50", label: "50%", percent: 50 },
  ],
  default: "2",
});

/** Interviews per sample. */
export const SAMPLE_SIZES = [20, 50, 100, 200, 500, 1000, 2000] as const;

/** Nominal coverage, percent. */
export const NOMINAL = 95;
