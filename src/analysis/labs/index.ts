export { type DrawnError, drawSurvey } from "./draw-survey.js";
export { expectedError } from "./expected-error.js";
export { chanceLeftOut, chanceToSayOtherwise, leaveOut, type TwoParts } from "./leave-out.js";
export {
  DIFFERENCES,
  GROUP_SHARE,
  INTERVIEWS,
  LIMITATIONS,
  type Limitation,
  type LimitationId,
  NON_RESPONSE,
  TRUTH,
} from "./limitations.js";
export { labResults, SHOWN } from "./results.js";
export { type LabRow, limitationRows, nonResponseRows, SURVEYS } from "./rows.js";
