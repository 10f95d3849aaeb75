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
import { number, type Term, value } from "../term.js";

/** A number of this page. */
const page = (end: string): Term => value(`arrangements-2019-methodology.${end}`);
const event = (end: string): Term => page(`event.${end}`);
const day = (year: number, month: number, date: number): number =>
  Date.UTC(year, month - 1, date) / 86_400_000;
const inMonth = (date: Term, year: number, month: number): Condition =>
  between(date, day(year, month, 1), day(year, month + 1, 1) - 1);
const inYear = (date: Term, year: number): Condition => between(date, day(year, 1, 1), day(year, 12, 31));

/** Months of Table 1, numbered on from January of the year in which its first contacts fall. */
const APRIL = 4;
const JUNE = 6;
const JULY = 7;
const SEPTEMBER = 9;
const OCTOBER = 10;
const DECEMBER = 12;
const FEBRUARY = 2;
const NEXT_JANUARY = 13;
const NEXT_MARCH = 15;

/** The survey month is later than the last contact month by the wait or more, by the names of the months. */
const waits = (lastContact: number, survey: number): Condition =>
  atLeast(number(survey - lastContact), page("shortest-wait"));

const sixthNovember = number(day(2019, 11, 6));
const twoMonths = same(page("shortest-wait"), number(2));
const exampleHolds = byDefinition(
  true,
  "weights to known shares make the weighted share of a group the known one, whatever it is",
);

export const ARRANGEMENTS_2019_METHODOLOGY: Readonly<Record<string, Condition>> = {
  "arrangements-2019-methodology.claim.made-after": byDefinition(
    false,
    "the definitions name arrangements made before contact and kept unchanged after it",
  ),
  "arrangements-2019-methodology.claim.updated": same(event("updated"), sixthNovember),
  "arrangements-2019-methodology.claim.quarterly-and-annual": byDefinition(
    true,
    "the table has four quarters, each with a survey of its own, and one year",
  ),
  "arrangements-2019-methodology.claim.two-surveys": same(page("surveys"), number(2)),
  "arrangements-2019-methodology.claim.last-annual": same(event("last-longitudinal"), sixthNovember),
  "arrangements-2019-methodology.claim.updated-same-day": same(event("last-longitudinal"), event("updated")),
  "arrangements-2019-methodology.claim.last-quarterly": inYear(event("last-quarterly"), 2020),
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
  "arrangements-2019-methodology.claim.ten-months": same(page("longest-follow-up"), number(10)),
  "arrangements-2019-methodology.claim.ten-months-table": atMost(
    number(NEXT_MARCH - FEBRUARY),
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
  "arrangements-2019-methodology.claim.again-march": inMonth(
    value("context.event.longitudinal-follow-up"),
    2019,
    3,
  ),
  "arrangements-2019-methodology.claim.year-complete": byDefinition(
    true,
    "February to October and November to January are nine and three months, none of them twice",
  ),

  "arrangements-2019-methodology.claim.row-1": waits(APRIL, JUNE),
  "arrangements-2019-methodology.claim.row-2": waits(JULY, SEPTEMBER),
  "arrangements-2019-methodology.claim.row-3": waits(OCTOBER, DECEMBER),
  "arrangements-2019-methodology.claim.row-3-2018": inMonth(value("context.event.late-survey"), 2018, 12),
  "arrangements-2019-methodology.claim.row-4": waits(NEXT_JANUARY, NEXT_MARCH),
  "arrangements-2019-methodology.claim.row-annual": waits(NEXT_JANUARY, NEXT_MARCH),

  "arrangements-2019-methodology.claim.example-callers": exampleHolds,
  "arrangements-2019-methodology.claim.example-family-based": exampleHolds,

  "arrangements-2019-methodology.claim.three-limitations": same(page("main-limitations"), number(3)),
  "arrangements-2019-methodology.claim.taken-out": byDefinition(
    true,
    "the list that follows has four groups",
  ),

  "arrangements-2019-methodology.claim.csa-schemes": all(
    inYear(event("csa-scheme-1993"), 1993),
    inYear(event("csa-scheme-2003"), 2003),
  ),
};
