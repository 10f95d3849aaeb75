import { assertPositive, assertProportion } from "../numeric/check.js";
import { Z_95 } from "../numeric/constants.js";

/** A group's proportion (0 to 1) and its interviews. */
export interface GroupProportion {
  readonly p: number;
  readonly n: number;
}

export interface Difference {
  /** a.p - b.p, as a proportion. */
  readonly difference: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  /** difference / standardError; infinite when the standard error is 0 and the difference is not, NaN when both are. */
  readonly z: number;
}

/**
 * The difference of the proportions of two independent groups, with the unpooled variance and a normal interval.
 *
 * @param options.deff design effect, the same in both groups, above 0; no default: 1 is the most favourable case
 * @param options.z normal quantile of the interval; 95% two-sided by default
 * @throws RangeError for a proportion outside 0 to 1 or an n or design effect not above 0
 * Source: Agresti, Categorical Data Analysis, 3.1.1; R `prop.test(correct = FALSE)$conf.int` for deff 1.
 */
export function differenceOfProportions(
  a: GroupProportion,
  b: GroupProportion,
  { deff, z = Z_95 }: { deff: number; z?: number },
): Difference {
  assertProportion(a.p, "a.p");
  assertProportion(b.p, "b.p");
  assertPositive(a.n, "a.n");
  assertPositive(b.n, "b.n");
  assertPositive(deff, "deff");
  const difference = a.p - b.p;
  const standardError = Math.sqrt(deff * ((a.p * (1 - a.p)) / a.n + (b.p * (1 - b.p)) / b.n));
  return {
    difference,
    standardError,
    low: difference - z * standardError,
    high: difference + z * standardError,
    z: difference / standardError,
  };
}
