export {
  powerOfChange,
  smallestDetectableChange,
  standardErrorOfChange,
} from "./change-between-quarters.js";
export { detectableAgainstBaseline, standardErrorAgainstBaseline } from "./pooled-baseline.js";
export { powerOfDifference, samplesPerGroup, smallestDetectableDifference } from "./two-proportions.js";
