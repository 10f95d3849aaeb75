export { disagreements } from "./disagreements.js";
export { type Facts, facts } from "./facts.js";
export { type FallRow, fallRows } from "./fall.js";
export { type GuessRow, guessRows } from "./guess.js";
export { type NoiseRow, noiseRows } from "./noise.js";
export { caseClosureResults } from "./results.js";
export { type SizeRow, sizeRows } from "./survey-size.js";
export { type WordRow, wordRows } from "./words.js";
