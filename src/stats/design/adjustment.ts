import type { Factor } from "./factor.js";

/**
 * How weights were made to agree with known totals, as far as the variance needs it. A total of a variable that the
 * adjustment explains entirely has no sampling error; of any other only what is left of it after regression on the
 * auxiliary variables, weighted by the weights before.
 */
export interface Adjustment {
  readonly kind: "post-stratification" | "raking" | "linear" | "logit";
  /** Weights before and after, one a row. */
  readonly initial: Float64Array;
  readonly final: Float64Array;
  /** The cells of a post-stratification. */
  readonly strata?: Factor;
  /** Otherwise the auxiliary variables, linearly independent, one value a row each. */
  readonly columns?: readonly Float64Array[];
}
