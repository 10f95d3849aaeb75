import { type Coverage, measureCoverage } from "../../data-loaders/made-up/repeated/coverage.js";
import { COVERAGE_DESIGNS } from "../../data-loaders/made-up/repeated/coverage-designs.js";

/** Surveys of each design, and the seed of its population. */
export const REPLICATIONS = 1000;
export const SEED = 20160930;

/** Nominal coverage, and the allowed deviation over this many surveys, in per cent. */
export const CLAIMED = 95;
export const APART = 1.4;

/** A line of the table: percentages and points. */
export interface SurveyRow {
  readonly what: string;
  readonly interviews: number;
  readonly replications: number;
  /** Percent of surveys whose 95% interval holds the truth. */
  readonly coverage: number;
  /** Whether coverage is as promised; null where theory promises nothing. */
  readonly kept: boolean | null;
  /** Mean estimate minus the truth, points. */
  readonly bias: number;
  /** Mean standard error over the standard deviation of the estimates. */
  readonly errorRatio: number;
}

/** Coverage of intervals, over surveys of made-up populations. */
export function measureSurveys(replications = REPLICATIONS): SurveyRow[] {
  return COVERAGE_DESIGNS.map((design) => {
    console.error(`surveys: ${design.label}`);
    return surveyRow(measureCoverage(design, { replications, seed: SEED }));
  });
}

export function surveyRow({ label, promised, ...measured }: Coverage): SurveyRow {
  const coverage = round(100 * measured.coverage, 1);
  return {
    what: label,
    interviews: measured.interviews,
    replications: measured.replications,
    coverage,
    kept: promised ? Math.abs(coverage - CLAIMED) <= APART + 1e-9 : null,
    bias: round(100 * measured.bias, 2),
    errorRatio: round(measured.errorRatio, 3),
  };
}

const round = (value: number, decimals: number) => Number(value.toFixed(decimals));
