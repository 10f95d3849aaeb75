export { type DrawnError, drawSurvey } from "./draw-survey.js";
export { ARRANGEMENTS_EXCLUSIONS, type Exclusion, OPTIONS_EXCLUSIONS } from "./exclusions.js";
export { expectedError, interviewerDesignEffect } from "./expected-error.js";
export {
  ANSWERS,
  DIFFERENCES,
  EXCLUDED_EACH,
  GROUP_SHARE,
  INTERVIEWS,
  interviewsUnder,
  LEFT_OUT,
  LIMITATIONS,
  type Limitation,
  type LimitationId,
  NON_RESPONSE,
  SHOWN,
  TRUTH,
  WITHOUT_LAB,
} from "./limitations.js";
export { labResults } from "./results.js";
export { answersRows, leftOutRows, limitationRows, nonResponseRows, SURVEYS } from "./rows.js";
