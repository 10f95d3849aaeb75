export { type CellTotals, cellTotals } from "./cell-totals.js";
export { type Contrast, contrast } from "./contrast.js";
export {
  type CovarianceTable,
  covarianceTable,
  type PublishedEstimates,
  readCovarianceTable,
} from "./covariance-table.js";
export { tellsPopulation } from "./design-effect.js";
export type { DeffReference, Estimate, EstimateOptions, Estimates } from "./estimate.js";
export { mean } from "./mean.js";
export { proportion } from "./proportion.js";
export { type QuantileRule, quantile } from "./quantile.js";
export { ratio } from "./ratio.js";
export { type RatioOfEstimates, ratioOfEstimates } from "./ratio-of-estimates.js";
export { total } from "./total.js";
