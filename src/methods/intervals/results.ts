import {
  countResult,
  exactResult,
  numberResult,
  type Result,
  TENTHS_OF_PERCENT,
} from "../../model/result.js";
import { proportionReliability, type ReliabilityReason } from "../../stats/intervals/reliability.js";
import { coverageRows } from "./coverage.js";
import { COVERAGE_METHODS, NOMINAL, SAMPLE_SIZES } from "./options.js";

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

/** The thresholds of the reliability rule, as percentages and numbers of interviews. */
export interface ReliabilityThresholds {
  /** Minimum number of interviews, and of effective interviews. */
  readonly interviews: number;
  readonly effective: number;
  /** Intervals up to this width are shown for any proportion, points. */
  readonly shownWidth: number;
  /** Intervals of at least this width are suppressed for any proportion, points. */
  readonly suppressedWidth: number;
  /** Between the two, the maximum width as a percentage of the proportion. */
  readonly relativeWidth: number;
  /** Minimum degrees of freedom without review. */
  readonly df: number;
}

const MANY = 1e6;

/** The thresholds of `proportionReliability`, found by calling it, so that pages state what the code does. */
export function reliabilityThresholds(): ReliabilityThresholds {
  const half = (n: number, variance: number, df = MANY) => proportionReliability({ p: 0.5, variance, n, df });
  const says = (reason: ReliabilityReason) => (reasons: readonly ReliabilityReason[]) =>
    reasons.includes(reason);
  const few = says("fewer than 30 interviews");
  const fewEffective = says("effective number of interviews below 30");
  return {
    interviews: first((n) => !few(half(n, 0.25 / n).reasons)),
    effective: first((n) => !fewEffective(half(MANY, 0.25 / n).reasons)),
    shownWidth: 100 * widestShown(0.02),
    suppressedWidth: 100 * widestShown(0.5),
    relativeWidth: (100 * widestShown(0.1)) / 0.1,
    df: first((df) => half(MANY, 0.25 / MANY, df).flag === "show"),
  };
}

/** The smallest whole number for which `holds` is true. */
function first(holds: (n: number) => boolean): number {
  let n = 1;
  while (!holds(n)) n += 1;
  return n;
}

/** The width at which an interval is first suppressed as its variance grows, to a millionth. */
function widestShown(p: number): number {
  const at = (variance: number) => proportionReliability({ p, variance, n: MANY, df: MANY });
  let [shown, suppressed] = [1e-9, p * (1 - p)];
  while (suppressed - shown > 1e-12) {
    const middle = (shown + suppressed) / 2;
    if (at(middle).flag === "show") shown = middle;
    else suppressed = middle;
  }
  return Math.round(at(shown).width * 1e6) / 1e6;
}
