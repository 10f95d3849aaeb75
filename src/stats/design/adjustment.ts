import type { Factor } from "./factor.js";

/**
 * A weight adjustment to known totals, as far as the variance needs it. The total of a variable that the auxiliary
 * variables explain entirely has no sampling error; otherwise only the residual of a regression on them, weighted by
 * the initial weights, has.
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
