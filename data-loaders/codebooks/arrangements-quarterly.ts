import type { Codebook } from "../../src/model/codebook.js";
import {
  ARRANGEMENT,
  arrangementMeasures,
  at,
  CALLER,
  CONTACTS,
  EXCLUSIONS,
  MONTH_IN_QUARTER,
  YEAR,
} from "./arrangement-parts.js";
import { INTERVIEW, interviewDate, weight } from "./parts.js";

/** The survey months of Table 1 run from June to the March after. */
const FIELDWORK = { from: "2018-06-01", to: "2019-03-31" };

/** Arrangements at least two months after a call to CM Options: each quarter's callers, in their survey month. */
export const ARRANGEMENTS_QUARTERLY: Codebook = {
  id: "arrangements-quarterly",
  title: "Arrangements after speaking to CM Options: quarterly survey",
  publications: ["arrangements-2019-methodology"],
  unit: "a parent interviewed",
  contacts: CONTACTS,
  fieldwork: { ...FIELDWORK, basis: at("Table 1", YEAR) },
  variables: [
    INTERVIEW,
    interviewDate(FIELDWORK, at("Table 1", "that the day is on file: the table names months")),
    weight(at("Weighting")),
    ...CALLER,
    ...ARRANGEMENT,
  ],
  impossible: [MONTH_IN_QUARTER],
  measures: arrangementMeasures("arr19.quarterly", "two months or more after the call"),
  dimensions: { csa: "csa", call: "call" },
  roles: { interview: "interview", weight: "weight", date: "interview-date", period: "quarter" },
  sampling: {
    strata: ["month", "csa", "call"],
    quotas: null,
    basis: at("Source"),
    note: "Within each month, customer type and call type, in the right proportions. Numbers are not printed; many refuse.",
  },
  weighting: [
    {
      kind: "post-stratify",
      variables: ["month", "csa", "call"],
      population: "all who called CM Options",
      basis: at("Weighting"),
      note: "So that the callers of each month, customer type and call type have the share that they have among all callers. The shares are not in the texts held, but for an example.",
    },
  ],
  exclusions: EXCLUSIONS,
};
