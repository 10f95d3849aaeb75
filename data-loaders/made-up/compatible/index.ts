import type { Generator, SurveyGenerator } from "../generator.js";
import { LONGITUDINAL, QUARTERLY } from "./arrangements/index.js";
import { CES } from "./ces/index.js";
import { CMS } from "./cms/index.js";
import { OPTIONS } from "./options/index.js";

/**
 * A compatible world: made-up interviews that match every printed base and percentage, with lost ones within what the
 * report allows, and every decidable sentence true, except those that the printed numbers contradict.
 *
 * It shows that pipeline and publication fit together. It is one of many, none likelier than another. Being made to
 * match, it has no sampling variation and shows neither coverage nor power: the repeated survey does.
 */
export const COMPATIBLE: Generator = {
  id: "compatible",
  description: "one set of interviews that agrees with everything published, of many that would",
  surveys: new Map<string, SurveyGenerator>([
    ["ces-2023-24", CES],
    ["options-2016", OPTIONS],
    ["cms-2016", CMS],
    ["arrangements-quarterly", QUARTERLY],
    ["arrangements-longitudinal", LONGITUDINAL],
  ]),
};
