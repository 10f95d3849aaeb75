import { LONGITUDINAL, QUARTERLY } from "./compatible/arrangements/index.js";
import { CES } from "./compatible/ces/index.js";
import { CMS } from "./compatible/cms/index.js";
import { OPTIONS } from "./compatible/options/index.js";
import type { SurveyGenerator } from "./generator.js";
import { ofModel } from "./repeated/index.js";
import { drawLongitudinal } from "./repeated/longitudinal.js";
import { ARRANGEMENTS_MODEL, CES_MODEL, CMS_MODEL, OPTIONS_MODEL } from "./repeated/models.js";

/** What makes up a survey as a compatible world, by the id of its codebook. */
export const COMPATIBLE_SURVEYS: ReadonlyMap<string, SurveyGenerator> = new Map([
  ["ces-2023-24", CES],
  ["options-2016", OPTIONS],
  ["cms-2016", CMS],
  ["arrangements-quarterly", QUARTERLY],
  ["arrangements-longitudinal", LONGITUDINAL],
]);

/** First interviews for each that the longitudinal survey ends with: some more than are needed on average. */
const FIRST_FOR_EACH = 1.8;

/** What makes up a survey as a repeated one, by the id of its codebook. */
export const REPEATED_SURVEYS: ReadonlyMap<string, SurveyGenerator> = new Map([
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
]);
