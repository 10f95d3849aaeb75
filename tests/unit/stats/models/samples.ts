import { type Factor, factor } from "../../../../src/stats/design/factor.js";
import { type SurveyDesign, surveyDesign } from "../../../../src/stats/design/survey-design.js";
import type { ModelTerm } from "../../../../src/stats/models/model-matrix.js";

export const byFactor = (name: string, of: Factor): ModelTerm => ({ name, kind: "factor", factor: of });

export const byNumber = (name: string, values: ArrayLike<number>): ModelTerm => ({
  name,
  kind: "number",
  values: Float64Array.from(values),
});

/** Rows of a small sample: two strata of three and four clusters, unequal weights, some answers missing. */
export function clusteredSample(): {
  design: SurveyDesign;
  weights: Float64Array;
  strata: Factor;
  clusters: Factor;
  region: Factor;
  age: Float64Array;
  score: Float64Array;
  agrees: Float64Array;
} {
  const n = 56;
  const index = Array.from({ length: n }, (_, i) => i);
  const weights = Float64Array.from(index, (i) => 1 + ((i * 7) % 5) / 4);
  const strata = factor(index.map((i) => (i % 7 < 3 ? "a" : "b")));
  const clusters = factor(index.map((i) => i % 7));
  const region = factor(index.map((i) => ["north", "east", "south"][(i * 5 + Math.floor(i / 9)) % 3] ?? ""));
  const age = Float64Array.from(index, (i) => 18 + ((i * 37) % 61));
  const score = Float64Array.from(index, (i) => ((i * 29) % 17) + (i % 7) / 2);
  const agrees = Float64Array.from(index, (i) => ((i * 11 + Math.floor(i / 5)) % 9 < 4 ? 1 : 0));
  for (const i of [4, 31]) score[i] = agrees[i] = Number.NaN;
  return {
    design: surveyDesign({ weights, strata, clusters }),
    weights,
    strata,
    clusters,
    region,
    age,
    score,
    agrees,
  };
}

/** The rows of a column in another order, or fewer of them. */
export const pick = (values: Float64Array, rows: readonly number[]): Float64Array =>
  Float64Array.from(rows, (row) => values[row] as number);

export const pickFactor = ({ codes, levels }: Factor, rows: readonly number[]): Factor => ({
  codes: Int32Array.from(rows, (row) => codes[row] as number),
  levels,
});
