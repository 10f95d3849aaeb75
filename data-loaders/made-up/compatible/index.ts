import type { Generator, SurveyGenerator } from "../generator.js";
import { LONGITUDINAL, QUARTERLY } from "./arrangements/index.js";
import { CES } from "./ces/index.js";
import { CMS } from "./cms/index.js";
import { OPTIONS } from "./options/index.js";

/**
 * A compatible world: made-up interviews that agree with what publications print. Every base and every printed percentage
 * comes out, every lost one lies where the report leaves it, and every sentence that numbers decide is true of them, but for
 * those that the printed numbers contradict themselves.
 *
 * It shows that pipeline and publication fit together. It is one of many that would agree and none is likelier than another;
 * and since it was made to agree it has no sampling variation, so that it shows neither coverage nor power: the repeated
 * survey does.
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
