import type { Generator, SurveyGenerator } from "../generator.js";
import { drawLongitudinal } from "./longitudinal.js";
import type { SurveyModel } from "./model.js";
import { ARRANGEMENTS_MODEL, CES_MODEL, CMS_MODEL, OPTIONS_MODEL } from "./models.js";
import { drawSurvey } from "./survey.js";

export { AGAIN, type Again, drawLongitudinal } from "./longitudinal.js";
export { type SurveyModel, withSettings } from "./model.js";
export { ARRANGEMENTS_MODEL, CES_MODEL, CMS_MODEL, OPTIONS_MODEL } from "./models.js";
export { drawPopulation, type Population } from "./population.js";
export type { Settings } from "./settings.js";
export { type DrawnSurvey, drawSurvey } from "./survey.js";

const ofModel = (model: SurveyModel, interviews: number): [string, SurveyGenerator] => [
  model.codebook.id,
  {
    interviews,
    anyNumber: true,
    simulate: (_raw, options) => drawSurvey(model, options).interviews,
  },
];

/** First interviews per final interview of the longitudinal survey: slightly more than needed on average. */
const FIRST_FOR_EACH = 1.8;

/**
 * A repeated survey: interviews drawn from a made-up population whose truth is known. It has sampling variation, so
 * it shows coverage and power; it matches nothing published.
 */
export const REPEATED: Generator = {
  id: "repeated",
  description: "a survey of a made-up population with known truth; agrees with nothing published",
  surveys: new Map([
    ofModel(CMS_MODEL, 3000),
    ofModel(OPTIONS_MODEL, 3000),
    ofModel(ARRANGEMENTS_MODEL, 3000),
    [
      "arrangements-longitudinal",
      {
        interviews: 1500,
        anyNumber: true,
        simulate: (_raw, { seed, interviews }) =>
          drawLongitudinal(ARRANGEMENTS_MODEL, {
            seed,
            interviews,
            firstInterviews: Math.ceil(FIRST_FOR_EACH * interviews),
          }).interviews,
      },
    ],
    ofModel(CES_MODEL, 2280),
  ]),
};
