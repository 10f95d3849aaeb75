export {
  type AveragePrediction,
  type AveragePredictions,
  averagePredictions,
} from "./average-predictions.js";
export { linearRegression } from "./linear-regression.js";
export { type LogisticRegression, logisticRegression } from "./logistic-regression.js";
export type { ModelTerm } from "./model-matrix.js";
export type { Coefficient, Regression, RegressionOptions } from "./regression.js";
