export { Z_95 } from "./constants.js";
export {
  betaProbability,
  betaQuantile,
  chiSquaredProbability,
  chiSquaredQuantile,
  fProbability,
  fQuantile,
  normalProbability,
  normalQuantile,
  type Tail,
  tProbability,
  tQuantile,
} from "./distributions.js";
