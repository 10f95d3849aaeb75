import { type Coverage, measureCoverage } from "../../data-loaders/made-up/repeated/coverage.js";
import { COVERAGE_DESIGNS } from "../../data-loaders/made-up/repeated/coverage-designs.js";

/** Surveys of each design, and the seed of its population. */
export const REPLICATIONS = 1000;
export const SEED = 20160930;

/** What intervals claim, and how far from it the part that holds the truth may be over so many surveys, percent. */
export const CLAIMED = 95;
export const APART = 1.4;

/** A line of the table: percentages and points. */
export interface SurveyRow {
  readonly what: string;
  readonly interviews: number;
  readonly replications: number;
  /** Percent of surveys whose 95% interval holds the truth. */
  readonly coverage: number;
  /** Whether theory promises as much as the interval claims; null where it does not, and the row is as it comes. */
  readonly kept: boolean | null;
  /** The mean estimate less the truth, points. */
  readonly bias: number;
  /** The mean standard error over the spread of the estimates. */
  readonly errorRatio: number;
}

/** How often intervals hold the truth: surveys of made-up populations, drawn, weighted and estimated. */
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
