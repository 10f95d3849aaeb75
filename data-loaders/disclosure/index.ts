export type { AnswerInterval } from "./answers.js";
export { checkTables, TablesError } from "./check-tables.js";
export {
  type Audit,
  type AuditedCount,
  auditPattern,
  DisclosureError,
  type Earlier,
  isTooNarrow,
  type Kept,
  type Protected,
  protect,
} from "./protect.js";
export type { PublishedCounts, PublishedEstimate, PublishedMeasure, PublishedTables } from "./published.js";
export { DEFAULT_RULES, type Rounding, type Rules, rulesFrom } from "./rules.js";
export { explainMarks, type Mark } from "./shorthand.js";
export {
  type Base,
  type CountCell,
  type CountTable,
  countId,
  type Estimate,
  type EstimateTable,
  type GroupEstimate,
  type Inclusion,
  type Measure,
  type Share,
  type Tables,
} from "./tables.js";
