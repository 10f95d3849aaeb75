export { ageChartRows, ageRows, extremeAgeCharts } from "./age.js";
export { ASKED, type FirstWorld, firstWorlds, groupWorld } from "./by-statement.js";
export { corrections } from "./corrections.js";
export {
  designEffectRows,
  highestSignificantlyBelow,
  internetAccess,
  largestDesignEffect,
  largestFor,
  leastForSilence,
} from "./design-effects.js";
export { disagreements } from "./disagreements.js";
export { blackLessWhite, ethnicityRows } from "./ethnicity.js";
export {
  type Facts,
  facts,
  factsOf,
  type GroupFigure,
  type HeldFigure,
  isFactRow,
  isHeldFigure,
} from "./facts.js";
export { agreed, asInterviewed, genderRows, roleAlone } from "./gender.js";
export { ageProblem, ethnicityProblem } from "./problem.js";
export { countedCharts, customerSet, lostSets } from "./ranges.js";
export { ageAndEthnicityResults } from "./results.js";
export { shownUpTo, smallGroupRows } from "./small-groups.js";
