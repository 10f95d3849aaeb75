export { cannotBe } from "./cannot-be.js";
export {
  type CodedColumn,
  type CodedInterviews,
  type CodedValue,
  codedInterviews,
  variableOf,
  WATERMARK,
} from "./coded-interviews.js";
export { conditionMask, conditionTruth } from "./condition-mask.js";
export { countInterviews } from "./counts.js";
export { designOf } from "./design.js";
export { type Asked, type EstimateTable, estimatesOf, type InterviewEstimates } from "./estimates.js";
export { dimensionFactor, periodFactor } from "./group-factors.js";
export type { MeasureOptions } from "./measure-estimates.js";
export { measureCondition, measureRows } from "./measure-rows.js";
