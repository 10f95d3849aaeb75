import {
  countResult,
  exactResult,
  numberResult,
  type Result,
  TENTHS_OF_PERCENT,
} from "../../model/result.js";
import { coverageRows } from "./coverage.js";
import { COVERAGE_METHODS, NOMINAL, SAMPLE_SIZES } from "./options.js";
import { reliabilityThresholds } from "./reliability-thresholds.js";

/** All results of the page on intervals. */
export function intervalResults(): Result[] {
  return [...coverageResults(), ...reliabilityResults()];
}

/** The minimum coverage of each method, and the sample sizes. */
function coverageResults(): Result[] {
  const ofTable = { inputs: [], madeBy: "analysis.coverageRows" };
  const size = { ...ofTable, unit: "interviews", because: "sample sizes of the table" };
  return [
    countResult({
      ...ofTable,
      id: "coverage.methods",
      label: "Methods of an interval that are compared",
      value: COVERAGE_METHODS.length,
      because: "methods of the table",
    }),
    exactResult({
      ...size,
      id: "coverage.fewest",
      label: "Fewest interviews of a sample",
      value: Math.min(...SAMPLE_SIZES),
    }),
    exactResult({
      ...size,
      id: "coverage.most",
      label: "Most interviews of a sample",
      value: Math.max(...SAMPLE_SIZES),
    }),
    exactResult({
      ...ofTable,
      id: "coverage.nominal",
      label: "What every interval claims to hold",
      value: NOMINAL,
      unit: "percent",
      because: "the level that was asked for",
    }),
    ...COVERAGE_METHODS.map(({ method, label }) =>
      numberResult({
        id: `coverage.${method}.least`,
        label: `${label}: least coverage of a nominal ${NOMINAL}% interval`,
        value: Math.min(...coverageRows().flatMap((row) => (row.method === method ? row.coverage : []))),
        unit: "percent",
        inputs: [],
        madeBy: "stats.exactCoverage",
        because: "exact binomial sums, least over true percentages and sample sizes",
        format: { ...TENTHS_OF_PERCENT, rounding: "down" },
      }),
    ),
  ];
}

/** The thresholds of the reliability rule. */
function reliabilityResults(): Result[] {
  const found = reliabilityThresholds();
  const one = (id: string, label: string, value: number, unit: string) =>
    numberResult({
      id: `reliability.${id}`,
      label: `Reliability of a proportion: ${label}`,
      value,
      unit,
      inputs: [],
      madeBy: "stats.proportionReliability",
      because:
        "presentation standard of the National Center for Health Statistics, as the function holds to it",
    });
  return [
    one("interviews", "fewest interviews", found.interviews, "interviews"),
    one("effective", "fewest effective interviews", found.effective, "interviews"),
    one("shown-width", "width up to which it is shown", found.shownWidth, "points"),
    one("suppressed-width", "width from which it is left out", found.suppressedWidth, "points"),
    one("relative-width", "widest interval as a part of the proportion", found.relativeWidth, "percent"),
    one("df", "fewest degrees of freedom without review", found.df, "degrees of freedom"),
  ];
}
