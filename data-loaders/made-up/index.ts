export type { Generator, SurveyGenerator } from "./generator.js";
export { GENERATORS } from "./generators.js";
export { interviewsCsv, type MadeColumns, madeInterviews } from "./made-interviews.js";
export { type Random, randomOf } from "./random.js";
export { type GeneratorId, watermark } from "./watermark.js";
