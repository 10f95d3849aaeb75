export type { AnswerInterval } from "./answers.js";
export { auditPattern, isTooNarrow } from "./audit.js";
export { checkTables, TablesError } from "./check-tables.js";
export { type Protected, protect } from "./protect.js";
export { type Audit, type AuditedCount, DisclosureError, type Earlier, type Kept } from "./publication.js";
export type { PublishedCounts, PublishedEstimate, PublishedMeasure, PublishedTables } from "./published.js";
export { explainMarks, type Mark } from "./published.js";
export { DEFAULT_RULES, type Rounding, type Rules, ruleFaults, rulesFrom } from "./rules.js";
export { rulesInWords } from "./rules-in-words.js";
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
