import type { SegmentedRow } from "../../analysis/segmented-row.js";
import { surveyDesign } from "../../stats/design/index.js";
import { linearRegression } from "../../stats/models/index.js";
import type { FeeFacts } from "./facts.js";

const LABELS = [
  "Percentage at the first quarter",
  "Change a quarter, before the fee",
  "Step in the quarter of the fee",
  "Change of the change a quarter, from then on",
] as const;

/**
 * Level and slope before and after the quarter of the fee, by least squares with equal weights. Empty unless every
 * quarter is known.
 *
 * The intervals assume independent quarters. Quarters of one series are correlated, so that correct intervals are
 * wider.
 */
export function segmentedRows({ quarters, feeQuarter }: FeeFacts): SegmentedRow[] {
  const values = quarters.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < quarters.length) return [];
  const at = (f: (i: number) => number) => Float64Array.from(quarters, (_, i) => f(i));
  const { terms } = linearRegression(
    surveyDesign({ n: values.length }),
    Float64Array.from(values),
    [
      { name: "time", kind: "number", values: at((i) => i) },
      { name: "step", kind: "number", values: at((i) => (i >= feeQuarter ? 1 : 0)) },
      { name: "since", kind: "number", values: at((i) => Math.max(0, i - feeQuarter)) },
    ],
    { level: 0.95 },
  );
  return terms.map(({ estimate, low, high }, i) => ({
    label: LABELS[i] ?? "",
    kind: "calculated",
    estimate,
    low,
    high,
  }));
}
