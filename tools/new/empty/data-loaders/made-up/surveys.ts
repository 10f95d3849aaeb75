import type { SurveyGenerator } from "./generator.js";

/** What makes up a survey as a compatible world, by the id of its codebook. */
export const COMPATIBLE_SURVEYS: ReadonlyMap<string, SurveyGenerator> = new Map([]);

/** What makes up a survey as a repeated one, by the id of its codebook. */
export const REPEATED_SURVEYS: ReadonlyMap<string, SurveyGenerator> = new Map([]);
