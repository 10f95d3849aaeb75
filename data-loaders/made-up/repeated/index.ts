import type { SurveyGenerator } from "../generator.js";
import type { SurveyModel } from "./model.js";
import { drawSurvey } from "./survey.js";

export { type SurveyModel, withSettings } from "./model.js";
export { drawPopulation, type Population } from "./population.js";
export type { Settings } from "./settings.js";
export { type DrawnSurvey, drawSurvey } from "./survey.js";

/** What makes up the survey of a model, under the id of its codebook. */
export const ofModel = (model: SurveyModel, interviews: number): [string, SurveyGenerator] => [
  model.codebook.id,
  {
    interviews,
    anyNumber: true,
    simulate: (_raw, options) => drawSurvey(model, options).interviews,
  },
];
