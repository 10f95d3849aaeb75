export {
  criticalDesignEffect,
  type RoundedGroup,
  worstCriticalDesignEffect,
} from "./critical-design-effect.js";
export { type Difference, differenceOfProportions, type GroupProportion } from "./difference.js";
export { impliedShare } from "./implied-share.js";
export { mixExplains } from "./mix.js";
export { wilsonInterval } from "./wilson.js";
