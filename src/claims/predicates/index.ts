import type { Predicate } from "../predicate.js";
import { ARRANGEMENTS_2019_METHODOLOGY, ARRANGEMENTS_OUTSIDE } from "./arrangements-2019-methodology.js";
import { CES_CUSTOMERS } from "./ces-2023-24-customers.js";
import { CES_RESULTS } from "./ces-2023-24-results.js";
import { CES_OUTSIDE, CES_SURVEY } from "./ces-2023-24-survey.js";
import { CMS_2016, CMS_OUTSIDE } from "./cms-2016.js";
import { OPTIONS_2016 } from "./options-2016.js";
import { OPTIONS_2016_METHODOLOGY } from "./options-2016-methodology.js";

/** The predicate of every claim that numbers or definitions decide, by the id of the claim or of its reading. */
export const PREDICATES: ReadonlyMap<string, Predicate> = new Map<string, Predicate>(
  [
    ARRANGEMENTS_2019_METHODOLOGY,
    CES_CUSTOMERS,
    CES_RESULTS,
    CES_SURVEY,
    CMS_2016,
    OPTIONS_2016,
    OPTIONS_2016_METHODOLOGY,
  ].flatMap((predicates) => Object.entries(predicates)),
);

/** What sources outside a publication say of its claims, by the id of the claim. */
export const OUTSIDE: ReadonlyMap<string, Predicate> = new Map<string, Predicate>(
  [ARRANGEMENTS_OUTSIDE, CES_OUTSIDE, CMS_OUTSIDE].flatMap((predicates) => Object.entries(predicates)),
);

export { SURVEY_RULES } from "./survey-rules.js";
