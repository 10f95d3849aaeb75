import {
  above,
  all,
  atLeast,
  atMost,
  between,
  byDefinition,
  type Condition,
  leftOpen,
  same,
} from "../condition.js";
import { datedAsRecorded, type Predicate, sameAsRecorded } from "../predicate.js";
import { minus, type Term, value } from "../term.js";

/** A number of this page. */
const page = (end: string): Term => value(`arrangements-2019-methodology.${end}`);
const event = (end: string): Term => page(`event.${end}`);
const day = (year: number, month: number, date: number): number =>
  Date.UTC(year, month - 1, date) / 86_400_000;
const inMonth = (date: Term, year: number, month: number): Condition =>
  between(date, day(year, month, 1), day(year, month + 1, 1) - 1);
const inYear = (date: Term, year: number): Condition => between(date, day(year, 1, 1), day(year, 12, 31));

/** A month of Table 1, numbered on from January of the year in which its first contacts fall. */
const month = (row: string, of: "contact-start" | "contact-end" | "survey"): Term =>
  page(`calendar.${row}.${of}`);

/** The survey month is later than the last contact month by the wait or more, by the names of the months. */
const waits = (row: string): Condition =>
  atLeast(minus(month(row, "survey"), month(row, "contact-end")), page("shortest-wait"));

/** A date lies in the survey month of a row of Table 1, in a year that an outside source names. */
const inSurveyMonth =
  (row: string, year: number, date: Term): Predicate =>
  ({ span }) => {
    const [number] = span(`arrangements-2019-methodology.calendar.${row}.survey`);
    return inMonth(date, year, ((number - 1) % 12) + 1);
  };

const twoMonths = sameAsRecorded("arrangements-2019-methodology.shortest-wait");
const exampleHolds = byDefinition(
  true,
  "weights to known shares make the weighted share of a group the known one, whatever it is",
);

export const ARRANGEMENTS_2019_METHODOLOGY: Readonly<Record<string, Predicate>> = {
  "arrangements-2019-methodology.claim.made-after": byDefinition(
    false,
    "the definitions name arrangements made before contact and kept unchanged after it",
  ),
  "arrangements-2019-methodology.claim.updated": datedAsRecorded(
    "arrangements-2019-methodology.event.updated",
  ),
  "arrangements-2019-methodology.claim.quarterly-and-annual": byDefinition(
    true,
    "the table has four quarters, each with a survey of its own, and one year",
  ),
  "arrangements-2019-methodology.claim.two-surveys": sameAsRecorded("arrangements-2019-methodology.surveys"),
  "arrangements-2019-methodology.claim.last-annual": datedAsRecorded(
    "arrangements-2019-methodology.event.last-longitudinal",
  ),
  "arrangements-2019-methodology.claim.updated-same-day": same(event("last-longitudinal"), event("updated")),
  "arrangements-2019-methodology.claim.last-quarterly": datedAsRecorded(
    "arrangements-2019-methodology.event.last-quarterly",
  ),
  "arrangements-2019-methodology.claim.quarterly-ends-later": above(
    event("last-quarterly"),
    event("last-longitudinal"),
  ),

  "arrangements-2019-methodology.claim.options-first": atMost(
    value("options-2016.event.gateway"),
    event("updated"),
  ),

  "arrangements-2019-methodology.claim.reforms-2012": all(
    inYear(value("cms-2016.event.introduced"), 2012),
    inYear(value("cms-2016.event.accepting-applications"), 2012),
  ),
  "arrangements-2019-methodology.claim.two-months": twoMonths,
  "arrangements-2019-methodology.claim.ten-months": sameAsRecorded(
    "arrangements-2019-methodology.longest-follow-up",
  ),
  "arrangements-2019-methodology.claim.ten-months-table": atMost(
    minus(month("annual", "survey"), month("annual", "contact-start")),
    page("longest-follow-up"),
  ),

  "arrangements-2019-methodology.claim.throughout-year": byDefinition(
    true,
    "the table has surveys in June, September, December and March, one in each quarter of a year",
  ),
  "arrangements-2019-methodology.claim.two-months-again": twoMonths,
  "arrangements-2019-methodology.claim.callers": leftOpen(
    "the sample is divided into inbound and outbound calls; whether an outbound one returns a parent's call is not said",
  ),
  "arrangements-2019-methodology.claim.wait-length": twoMonths,
  "arrangements-2019-methodology.claim.again-quarters": byDefinition(
    true,
    "the first three rows of the table have contacts from February to October",
  ),
  "arrangements-2019-methodology.claim.year-complete": byDefinition(
    true,
    "February to October and November to January are nine and three months, none of them twice",
  ),

  "arrangements-2019-methodology.claim.row-1": waits("quarter-1"),
  "arrangements-2019-methodology.claim.row-2": waits("quarter-2"),
  "arrangements-2019-methodology.claim.row-3": waits("quarter-3"),
  "arrangements-2019-methodology.claim.row-4": waits("quarter-4"),
  "arrangements-2019-methodology.claim.row-annual": waits("annual"),

  "arrangements-2019-methodology.claim.example-callers": exampleHolds,
  "arrangements-2019-methodology.claim.example-family-based": exampleHolds,

  "arrangements-2019-methodology.claim.three-limitations": sameAsRecorded(
    "arrangements-2019-methodology.main-limitations",
  ),
  "arrangements-2019-methodology.claim.taken-out": byDefinition(
    true,
    "the list that follows has four groups",
  ),

  "arrangements-2019-methodology.claim.csa-schemes": ({ span }) =>
    all(
      ...["csa-scheme-1993", "csa-scheme-2003"].map((end) =>
        between(event(end), ...span(`arrangements-2019-methodology.event.${end}`)),
      ),
    ),
};

/** What other sources say: releases of the series give other months than Table 1. */
export const ARRANGEMENTS_OUTSIDE: Readonly<Record<string, Predicate>> = {
  "arrangements-2019-methodology.claim.again-march": inSurveyMonth(
    "annual",
    2019,
    value("context.event.longitudinal-follow-up"),
  ),
  "arrangements-2019-methodology.claim.row-3-2018": inSurveyMonth(
    "quarter-3",
    2018,
    value("context.event.late-survey"),
  ),
};
