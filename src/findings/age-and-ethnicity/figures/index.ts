export { ageFigure } from "./age.js";
export { ageChartsFigure } from "./age-charts.js";
export { ageByStatementFigure, ethnicityByStatementFigure } from "./by-statement.js";
export { designEffectsFigure } from "./design-effects.js";
export { ethnicityFigure } from "./ethnicity.js";
export { roleAloneFigure } from "./role-alone.js";
export { smallGroupsFigure } from "./small-groups.js";
