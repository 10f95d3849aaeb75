export { disagreements } from "./disagreements.js";
export { type Facts, facts } from "./facts.js";
export { fallRows } from "./fall.js";
export { guessRows } from "./guess.js";
export { noiseRows } from "./noise.js";
export { caseClosureResults } from "./results.js";
export { sizeRows } from "./survey-size.js";
export { wordRows } from "./words.js";
