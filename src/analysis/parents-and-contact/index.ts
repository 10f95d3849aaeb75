export { AHEAD } from "./cell-results.js";
export { type CellRow, cellRows } from "./cells.js";
export { type Facts, facts, GROUPS } from "./facts.js";
export { type GapRow, gapInterval, gapRows } from "./gaps.js";
export { explainedByMix, leastLead, type MixRow, mixRows } from "./mix.js";
export { parentsAndContactResults } from "./results.js";
export { type SatisfactionRow, samplingInterval, satisfactionRows } from "./satisfaction.js";
export { type ShareRow, shareRows } from "./shares.js";
