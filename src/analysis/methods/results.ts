import { DIFFERENCES } from "../../methods/differences-from-r/index.js";
import { SAMPLE } from "../../methods/differences-from-r/sample.js";
import { coverageRows } from "../../methods/intervals/coverage.js";
import { COVERAGE_METHODS, NOMINAL, SAMPLE_SIZES } from "../../methods/intervals/coverage-methods.js";
import { reliabilityThresholds } from "../../methods/intervals/reliability-thresholds.js";
import { countResult, type Format, type Result } from "../../model/result.js";

const COVERAGE: Format = { style: "percent", decimals: 1, rounding: "down" };

/** Every number of the pages on methods, by name. */
export function methodsResults(): Result[] {
  return [differenceCount(), ...exampleResults(), ...coverageResults(), ...reliabilityResults()];
}

function differenceCount(): Result {
  return countResult({
    id: "methods.differences",
    label: "Differences from R's survey package",
    value: DIFFERENCES.reduce((sum, { differences }) => sum + differences.length, 0),
    because: "rows of the table of differences",
    inputs: [],
    madeBy: "analysis.differenceRows",
  });
}

/** The size of the made-up sample in which the differences show. */
function exampleResults(): Result[] {
  const sizes = {
    interviews: ["Interviews", SAMPLE.score.length],
    units: ["Sampling units", new Set(SAMPLE.unit).size],
    strata: ["Strata", new Set(SAMPLE.stratum).size],
  } as const;
  return Object.entries(sizes).map(([name, [label, value]]) =>
    countResult({
      id: `methods.example.${name}`,
      label: `${label} of the made-up sample in which the differences show`,
      value,
      because: "rows of the made-up sample",
      inputs: [],
      madeBy: "analysis.differenceRows",
    }),
  );
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
