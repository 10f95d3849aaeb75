import { countResult, type Format, type Result } from "../../model/result.js";
import { coverageRows } from "./coverage.js";
import { COVERAGE_METHODS, NOMINAL, SAMPLE_SIZES } from "./coverage-methods.js";
import { reliabilityThresholds } from "./reliability-thresholds.js";

const COVERAGE: Format = { style: "percent", decimals: 1, rounding: "down" };

/** Every number of the page on intervals, by name. */
export function intervalResults(): Result[] {
  return [...coverageResults(), ...reliabilityResults()];
}

/** The least coverage of each method, and the sizes of the samples. */
function coverageResults(): Result[] {
  const common = { kind: "calculated", base: null, inputs: [], madeBy: "stats.exactCoverage" } as const;
  const size = (id: string, label: string, value: number): Result => ({
    ...countResult({
      id,
      label,
      value,
      because: "sample sizes of the table",
      inputs: [],
      madeBy: "analysis.coverageRows",
    }),
    unit: "interviews",
  });
  const least = (rows: readonly { readonly coverage: number }[]) =>
    Math.min(...rows.map(({ coverage }) => coverage));
  return [
    countResult({
      id: "coverage.methods",
      label: "Methods of an interval that are compared",
      value: COVERAGE_METHODS.length,
      because: "methods of the table",
      inputs: [],
      madeBy: "analysis.coverageRows",
    }),
    size("coverage.fewest", "Fewest interviews of a sample", Math.min(...SAMPLE_SIZES)),
    size("coverage.most", "Most interviews of a sample", Math.max(...SAMPLE_SIZES)),
    {
      ...common,
      id: "coverage.nominal",
      label: "What every interval claims to hold",
      value: NOMINAL,
      low: NOMINAL,
      high: NOMINAL,
      unit: "percent",
      madeBy: "analysis.coverageRows",
      because: "the level that was asked for",
      format: { style: "percent", decimals: 0 },
    },
    ...COVERAGE_METHODS.map(({ method, label }): Result => {
      const rows = coverageRows().filter((row) => row.method === method);
      return {
        ...common,
        id: `coverage.${method}.least`,
        label: `${label}: least coverage of a nominal ${NOMINAL}% interval`,
        value: least(rows),
        low: null,
        high: null,
        unit: "percent",
        because: "exact binomial sums, least over true percentages and sample sizes",
        format: COVERAGE,
      };
    }),
  ];
}

/** The thresholds of the reliability rule. */
function reliabilityResults(): Result[] {
  const found = reliabilityThresholds();
  const one = (id: string, label: string, value: number, unit: string, style: Format["style"]): Result => ({
    id: `reliability.${id}`,
    label: `Reliability of a proportion: ${label}`,
    kind: "calculated",
    value,
    low: null,
    high: null,
    unit,
    base: null,
    inputs: [],
    madeBy: "stats.proportionReliability",
    because:
      "presentation standard of the National Center for Health Statistics, as the function holds to it",
    format: { style, decimals: 0 },
  });
  return [
    one("interviews", "fewest interviews", found.interviews, "interviews", "plain"),
    one("effective", "fewest effective interviews", found.effective, "interviews", "plain"),
    one("shown-width", "width up to which it is shown", found.shownWidth, "points", "points"),
    one("suppressed-width", "width from which it is left out", found.suppressedWidth, "points", "points"),
    one(
      "relative-width",
      "widest interval as a part of the proportion",
      found.relativeWidth,
      "percent",
      "percent",
    ),
    one("df", "fewest degrees of freedom without review", found.df, "degrees of freedom", "plain"),
  ];
}
