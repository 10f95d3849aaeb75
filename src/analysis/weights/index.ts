export type { Collapse } from "./collapse.js";
export { WEIGHT_PARTS, type WeightDistribution, weightDistribution } from "./distribution.js";
export { WeightingError } from "./match-totals.js";
export { type MovedBy, movedByWeighting } from "./moved.js";
export { onDesign } from "./on-design.js";
export type { FirstInterviews, StepTargets, TakenStep } from "./step.js";
export { type CellTotal, type CodedRows, marginalTotals, type Totals, totalsOf } from "./totals.js";
export { type Weighing, type WeighOptions, weigh } from "./weigh.js";
