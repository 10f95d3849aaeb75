export { ageChartRows, ageRows, ageSets, extremeAgeCharts } from "./age.js";
export { ASKED, ageWorld, ethnicityWorld, firstWorlds } from "./by-statement.js";
export { ageCharts, ethnicityCharts } from "./charts.js";
export { corrections } from "./corrections.js";
export {
  designEffectRows,
  highestSignificantlyBelow,
  internetAccess,
  largestDesignEffect,
  largestForAges,
  largestForEthnicity,
  leastForSilence,
} from "./design-effects.js";
export { disagreements } from "./disagreements.js";
export { blackLessWhite, ethnicityRows, ethnicitySets } from "./ethnicity.js";
export {
  type Facts,
  facts,
  factsOf,
  type GroupFigure,
  type HeldFigure,
  isFactRow,
  isHeldFigure,
} from "./facts.js";
export { agreed, asInterviewed, roleAlone } from "./gender.js";
export { genderRows } from "./gender-rows.js";
export { medianBar } from "./median-bar.js";
export { ageProblem, ethnicityProblem } from "./problem.js";
export { customerSet } from "./ranges.js";
export { ageAndEthnicityResults } from "./results.js";
export { shownUpTo, smallGroupRows } from "./small-groups.js";
