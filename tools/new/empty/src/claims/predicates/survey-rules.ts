import type { SurveyRules } from "../survey-rules.js";

/** The rules of the surveys whose claims are judged. */
export const SURVEY_RULES: readonly SurveyRules[] = [];
