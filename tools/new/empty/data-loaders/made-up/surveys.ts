import type { SurveyGenerator } from "./generator.js";

/** Generators of compatible worlds, by codebook id. */
export const COMPATIBLE_SURVEYS: ReadonlyMap<string, SurveyGenerator> = new Map([]);

/** Generators of repeated surveys, by codebook id. */
export const REPEATED_SURVEYS: ReadonlyMap<string, SurveyGenerator> = new Map([]);
