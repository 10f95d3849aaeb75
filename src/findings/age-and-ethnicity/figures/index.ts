export { ageFigure } from "./age.js";
export { ageChartsFigure } from "./age-charts.js";
export {
  AGE_ASKED_CONTROL,
  ageByStatementFigure,
  ETHNICITY_ASKED_CONTROL,
  ethnicityByStatementFigure,
} from "./by-statement.js";
export { designEffectsFigure } from "./design-effects.js";
export { ethnicityFigure } from "./ethnicity.js";
export { roleAloneFigure } from "./role-alone.js";
export { smallGroupsFigure } from "./small-groups.js";
