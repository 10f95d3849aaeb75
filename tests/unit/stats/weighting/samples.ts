import fc from "fast-check";
import { covarianceOfTotals } from "../../../../src/stats/design/covariance.js";
import { type Factor, factor } from "../../../../src/stats/design/factor.js";
import { type SurveyDesign, surveyDesign } from "../../../../src/stats/design/survey-design.js";

export interface Sample {
  readonly weights: Float64Array;
  readonly a: Factor;
  readonly b: Factor;
  readonly y: Float64Array;
  /** Totals of the levels of both factors, with one sum, that some weights above 0 attain. */
  readonly totals: { readonly a: Float64Array; readonly b: Float64Array };
}

/** Samples of 20 to 60 rows with two factors, of which every combination occurs. */
export const samples: fc.Arbitrary<Sample> = fc
  .array(
    fc.record({
      weight: fc.double({ min: 0.2, max: 5, noNaN: true }),
      target: fc.double({ min: 0.2, max: 5, noNaN: true }),
      a: fc.constantFrom("p", "q", "r"),
      b: fc.constantFrom("x", "y"),
      y: fc.double({ min: -10, max: 10, noNaN: true }),
    }),
    { minLength: 20, maxLength: 60 },
  )
  .map((rows) => {
    const every = ["p", "q", "r"].flatMap((a) =>
      ["x", "y"].map((b, i) => ({ weight: 1 + i, target: 2 - i / 3, a, b, y: a.length + i })),
    );
    const all = [...every, ...rows];
    const a = factor(all.map((row) => row.a));
    const b = factor(all.map((row) => row.b));
    const target = Float64Array.from(all, (row) => row.target);
    return {
      weights: Float64Array.from(all, (row) => row.weight),
      a,
      b,
      y: Float64Array.from(all, (row) => row.y),
      totals: { a: sums(target, a), b: sums(target, b) },
    };
  });

/** The weight of each level. */
export function sums(weights: Float64Array, { codes, levels }: Factor): Float64Array {
  const totals = new Float64Array(levels.length);
  weights.forEach((w, i) => {
    const level = codes[i] as number;
    totals[level] = (totals[level] as number) + w;
  });
  return totals;
}

export const designOf = ({ weights }: Sample): SurveyDesign => surveyDesign({ weights });

/** The indicator of each level of a factor. */
export function indicators({ codes, levels }: Factor): Float64Array[] {
  return levels.map((_, level) => Float64Array.from(codes, (code) => (code === level ? 1 : 0)));
}

/** The standard error of the total of `y`. */
export function seOfTotal(design: SurveyDesign, y: Float64Array): number {
  const scores = design.weights.map((w, i) => w * (y[i] as number));
  return Math.sqrt(covarianceOfTotals(design, [scores])[0] as number);
}

/** The largest relative distance of numbers from others. */
export function apart(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  return Math.max(...Array.from(found, (value, i) => Math.abs(value / (expected[i] as number) - 1)));
}
