export { betaProbability, betaQuantile } from "./distributions/beta.js";
export { chiSquaredProbability, chiSquaredQuantile } from "./distributions/chi-squared.js";
export { fProbability, fQuantile } from "./distributions/f.js";
export { normalProbability, normalQuantile } from "./distributions/normal.js";
export { tProbability, tQuantile } from "./distributions/t.js";
export type { Tail } from "./distributions/tail.js";
