/** What weighting by one variable more did to one made-up survey. */
export interface WeightMoveRow {
  readonly kind: "simulated";
  /** Seed of the population and the survey. */
  readonly seed: number;
  /** "in-order": after this variable and those before it; "alone": after this variable and no other. */
  readonly way: "in-order" | "alone";
  /** Place in the order of weighting, 0 before it. */
  readonly step: number;
  readonly variable: string;
  readonly label: string;
  /** Percent satisfied, its standard error, and how far it moved, points. */
  readonly estimate: number;
  readonly standard_error: number;
  readonly moved: number;
  /** Kish's design effect of the weights, and the design effect of the estimate. */
  readonly kish: number;
  readonly deff: number;
  readonly largest_over_smallest: number;
  /** True percent of the population that was drawn from. */
  readonly truth: number;
  readonly interviews: number;
}

/** One quantile of the final weights of a made-up survey. */
export interface WeightSpreadRow {
  readonly kind: "simulated";
  readonly seed: number;
  /** Percent of interviews whose weight is no greater. */
  readonly part: number;
  /** The weight, with a mean of 1. */
  readonly weight: number;
  /** Kish's design effect of the final weights, and the number of interviews that they are worth. */
  readonly kish: number;
  readonly effective: number;
  readonly interviews: number;
}
