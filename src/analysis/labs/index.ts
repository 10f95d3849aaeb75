export { type DrawnError, drawSurvey } from "./draw-survey.js";
export { expectedError } from "./expected-error.js";
export { chanceLeftOut, chanceToSayOtherwise, leaveOut, type TwoParts } from "./leave-out.js";
export {
  DIFFERENCES,
  GROUP_SHARE,
  INTERVIEWS,
  type Limitation,
  type LimitationId,
  LIMITATIONS,
  NON_RESPONSE,
  TRUTH,
} from "./limitations.js";
export { type LabRow, limitationRows, nonResponseRows, SURVEYS } from "./rows.js";
