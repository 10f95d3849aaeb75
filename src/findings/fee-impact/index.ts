export { ASSUMED, type Assumed, feeWorld, firstFeeWorld } from "./by-statement.js";
export { type ChangeRow, changeRows } from "./change.js";
export { type FeeFacts, feeFacts, feeFactsOf, isFeeRow, type ValueCells } from "./facts.js";
export { type HistoryRow, historyRows, historySystem, TWO_ASSUMPTIONS } from "./histories.js";
export { type LadderRow, ladderRows, RUNGS } from "./ladder.js";
export { DECREASED, MIXES } from "./options.js";
export { decreaseOf, PARENT_READINGS } from "./parents.js";
export {
  type ParentsRow,
  parentsRows,
  type SwingRow,
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
  WORDS,
} from "./problem.js";
export { randomHistories, scenarioProblem } from "./random-histories.js";
export { feeResults } from "./results.js";
export { type SaidRow, saidRows } from "./said.js";
export { scenarioShares } from "./scenario-shares.js";
export { segmentedRows } from "./segmented.js";
export { type ClaimCells, feeSentences } from "./sentences.js";
export { type SettlesRow, settlesRows } from "./settles.js";
