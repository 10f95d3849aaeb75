export { ASSUMED, type Assumed, feeWorld, firstFeeWorld } from "./by-statement.js";
export { changeRows } from "./change.js";
export { type FeeFacts, feeFacts, feeFactsOf, isFeeRow, type ValueCells } from "./facts.js";
export { historyRows, historySystem, TWO_ASSUMPTIONS } from "./histories.js";
export { ladderRows, RUNGS } from "./ladder.js";
export { DECREASED, MIXES } from "./options.js";
export { decreaseOf, PARENT_READINGS } from "./parents.js";
export {
  parentsRows,
  swingNeeded,
  swingRows,
} from "./parents-rows.js";
export {
  aroundRange,
  changeAsk,
  fallAsk,
  fallingQuarters,
  feeProblem,
  type Reading,
  scenarioShares,
  WORDS,
} from "./problem.js";
export { randomHistories, scenarioProblem } from "./random-histories.js";
export { feeResults } from "./results.js";
export { saidRows } from "./said.js";
export type { ChangeRow, HistoryRow, LadderRow, ParentsRow, SaidRow, SettlesRow } from "./schema.js";
export { segmentedRows } from "./segmented.js";
export { type ClaimCells, feeSentences } from "./sentences.js";
export { settlesRows } from "./settles.js";
