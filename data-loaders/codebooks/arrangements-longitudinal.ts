import type { Codebook, Impossible } from "../../src/model/codebook.js";
import { all, any, is, not } from "../../src/model/condition.js";
import { answers } from "./answers.js";
import {
  ARRANGEMENT,
  arrangementMeasures,
  at,
  CALLER,
  CONTACTS,
  EXCLUSIONS,
  MONTH_IN_QUARTER,
  QUARTERS,
  TYPE_ASSUMED,
  TYPES,
  YEAR,
} from "./arrangement-parts.js";
import { category, INTERVIEW, interviewDate, weight } from "./parts.js";

const FIELDWORK = { from: "2019-03-01", to: "2019-03-31" };

/** Those who called in the first three quarters are interviewed again; for the last, its own interviews are taken. */
const INTERVIEWED_AGAIN = is("quarter", ...QUARTERS.slice(0, 3).map(({ code }) => code));

const IN_PLACE_BUT_OF_ANOTHER_TYPE: Impossible = {
  id: "in-place-of-another-type",
  statement: "An arrangement that is still in place has the type that it had.",
  when: all(
    is("since", "in-place"),
    any(...TYPES.map(({ code }) => all(is("first-arrangement", code), not(is("arrangement", code))))),
  ),
  basis: at("Source", "that types are asked alike in both interviews"),
};

/** Arrangements at the end of a year: parents of the quarterly surveys, in March. */
export const ARRANGEMENTS_LONGITUDINAL: Codebook = {
  id: "arrangements-longitudinal",
  title: "Arrangements after speaking to CM Options: annual longitudinal survey",
  publications: ["arrangements-2019-methodology"],
  unit: "a parent interviewed",
  contacts: CONTACTS,
  fieldwork: { ...FIELDWORK, basis: at("Table 1", YEAR) },
  variables: [
    INTERVIEW,
    interviewDate(FIELDWORK, at("Table 1", "that the day is on file: the table names months")),
    weight(at("Weighting")),
    ...CALLER,
    category(
      "first-arrangement",
      "Type of the arrangement in the quarterly survey",
      at("Weighting", TYPE_ASSUMED),
      TYPES,
    ),
    category(
      "since",
      "What became of the arrangement of the quarterly survey",
      at("Source", "that a parent without an arrangement then, and still without one, has it in place"),
      answers({ "in-place": "Still in place", changed: "Changed" }),
      {
        asked: INTERVIEWED_AGAIN,
        askedOf: "parents interviewed again: those who called from February to October",
      },
    ),
    ...ARRANGEMENT,
  ],
  impossible: [MONTH_IN_QUARTER, IN_PLACE_BUT_OF_ANOTHER_TYPE],
  measures: [
    {
      kind: "share",
      id: "arr19.annual.made",
      label: "Family-based arrangement made in the year",
      basis: at("Purpose", "that an arrangement made is one of the quarterly survey"),
      base: is("first-arrangement", ...TYPES.map(({ code }) => code)),
      counts: is("first-arrangement", "family-based"),
    },
    ...arrangementMeasures("arr19.annual", "at the end of the year"),
  ],
  dimensions: { csa: "csa", call: "call" },
  roles: { interview: "interview", weight: "weight", date: "interview-date", period: "quarter" },
  sampling: {
    strata: ["quarter"],
    quotas: null,
    basis: at("Source", "that within a quarter those to be interviewed again are drawn at random"),
    note: "A sample of those interviewed before after a call from February to October, and all interviews about calls from November to January. Who is reached again in March is no chance: who cannot be is not told apart.",
  },
  weighting: [
    {
      kind: "to-mix",
      variables: ["first-arrangement"],
      population: "callers, as the quarterly surveys estimate them",
      basis: at("Weighting"),
      note: "So that each type of arrangement has the share that it has in the quarterly surveys, which are estimates themselves. The shares are not in the texts held, but for an example.",
    },
  ],
  exclusions: EXCLUSIONS,
};
