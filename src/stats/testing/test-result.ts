/** A test statistic with the distribution that its p-value comes from. */
export interface TestResult {
  readonly name: "rao-scott" | "rao-scott-chisq" | "wald" | "adjusted-wald";
  readonly statistic: number;
  readonly df1: number;
  /** The denominator's; left out for chi-squared. */
  readonly df2?: number;
  readonly p: number;
}
