export { agreeingSystem } from "./agreeing-system.js";
export { type Bound, type BoundOptions, type BoundResult, boundProblem } from "./bound.js";
export {
  type CellRangeOptions,
  cellRanges,
  leastLargestLead,
  type Range,
  type TwoByTwoMargins,
} from "./cell-ranges.js";
export { type Certificate, certificateOf, type ProofCase, type WeightedRow } from "./certificate.js";
export { type Breach, checkSystem } from "./check-system.js";
export { smallestDisagreeing } from "./conflict.js";
export { type ChartCounts, countCharts } from "./count-charts.js";
export { type ChartOptions, type CompatibleCharts, compatibleCharts, type WholeChart } from "./enumerate.js";
export {
  MAX_R_HAT,
  MIN_EFFECTIVE,
  type Sample,
  type SampleOptions,
  sampleSystems,
} from "./hit-and-run.js";
export type { LimitReason } from "./limit-reasons.js";
export { UnsolvedError } from "./linear-program.js";
export { type Mixing, mixingOf } from "./mixing.js";
export { oneWayRanges } from "./one-way-ranges.js";
export type {
  Ask,
  BoundProblem,
  Citation,
  CitedStatement,
  CompleteSystem,
  Figure,
  Identity,
  LinearStatement,
  Order,
  OrderSign,
  PairStatement,
  Part,
  RangeStatement,
  RoundingEnds,
  RoundingRule,
  ShareDefinition,
  SignificantStatement,
  Unknown,
} from "./problem.js";
export { roundingRange } from "./rounding-interval.js";
export { extremeMean, shareSet } from "./shares.js";
export { citedStatements, unknownsOf } from "./statements.js";
export { CELLS, type Cell, type TwoByTwo, twoByTwoTables } from "./two-by-two.js";
export { boundsWithoutEach, type Without, type WithoutOptions } from "./without-each.js";
