import { all, atLeast, between, byDefinition, leftOpen, same } from "../condition.js";
import { ONLY_HERE, SAID_ELSEWHERE } from "../only-here.js";
import { datedAsRecorded, type Predicate, type Printed, sameAsRecorded } from "../predicate.js";
import { minus, number, type Term, value } from "../term.js";

/** A number of this page. */
const page = (end: string): Term => value(`arrangements-2019-methodology.${end}`);
const event = (end: string): Term => page(`event.${end}`);
/** Days since 1970 of the first of a month; month 13 is January of the next year. */
const firstDay = (year: number, month: number): number => Date.UTC(year, month - 1) / 86_400_000;

type Of = "contact-start" | "contact-end" | "survey";
const QUARTERS = ["quarter-1", "quarter-2", "quarter-3", "quarter-4"];
const MONTHS_OF_A_QUARTER = 3;

/** Number of a survey calendar month, counted from January of the year of its first contacts. */
const monthId = (row: string, of: Of) => `arrangements-2019-methodology.calendar.${row}.${of}`;
const month = (row: string, of: Of): Term => value(monthId(row, of));
const monthNumber = ({ span }: Printed, row: string, of: Of): number => span(monthId(row, of))[0];

/** By month names: in each quarter the survey month is later than the last contact month by at least the wait. */
const waitsByName: Predicate = ({ number: printed }) =>
  all(
    ...QUARTERS.map((row) =>
      atLeast(
        minus(month(row, "survey"), month(row, "contact-end")),
        number(printed("arrangements-2019-methodology.shortest-wait")),
      ),
    ),
  );

/** By days: the fewest and most days from the end of a quarter's contacts to its interviews. */
const waitsByDay: Predicate = (printed) => {
  // Covers leap years: a leap year and the next, and two years without a leap day.
  const days = [2024, 2025].flatMap((year) =>
    QUARTERS.flatMap((row) => {
      const contacts = firstDay(year, monthNumber(printed, row, "contact-end") + 1) - 1;
      const survey = monthNumber(printed, row, "survey");
      return [firstDay(year, survey) - contacts, firstDay(year, survey + 1) - 1 - contacts];
    }),
  );
  return leftOpen(
    `from the last day of contacts to the interviews are ${Math.min(...days)} to ${Math.max(...days)} days; on which days interviews were held is not stated`,
  );
};

/** The time from contact to the annual interviews, by the months of the table. */
const tenMonths: Predicate = (printed) => {
  const survey = monthNumber(printed, "annual", "survey");
  const [latest, earliest, interviewed] = (
    [
      ["quarter-3", "contact-end"],
      ["quarter-1", "contact-start"],
      ["quarter-1", "survey"],
    ] as const
  ).map(([row, of]) => survey - monthNumber(printed, row, of));
  return leftOpen(
    `by the names of the months Table 1 allows ${latest} to ${earliest} months from contact, and ${interviewed} from the first interview; which contacts are in the sample that is interviewed again is not stated`,
  );
};

/** A date lies in the survey month of a row of Table 1, in a year that an outside source names. */
const inSurveyMonth =
  (row: string, year: number, date: Term): Predicate =>
  ({ span }) => {
    const named = ((span(monthId(row, "survey"))[0] - 1) % 12) + 1;
    return between(date, firstDay(year, named), firstDay(year, named + 1) - 1);
  };

const onlyHere = leftOpen(ONLY_HERE);
const exampleHolds = byDefinition(
  true,
  "weights to known shares make the weighted share of a group the known one, whatever it is",
);

export const ARRANGEMENTS_2019_METHODOLOGY: Readonly<Record<string, Predicate>> = {
  "arrangements-2019-methodology.claim.updated": datedAsRecorded(
    "arrangements-2019-methodology.event.updated",
  ),
  "arrangements-2019-methodology.claim.two-surveys": byDefinition(
    true,
    "the list under the sentence has two: one annual and longitudinal, one quarterly",
  ),
  "arrangements-2019-methodology.claim.last-annual": datedAsRecorded(
    "arrangements-2019-methodology.event.last-longitudinal",
  ),
  "arrangements-2019-methodology.claim.last-quarterly": datedAsRecorded(
    "arrangements-2019-methodology.event.last-quarterly",
  ),

  "arrangements-2019-methodology.claim.options-first": leftOpen(SAID_ELSEWHERE),

  "arrangements-2019-methodology.claim.reforms-2012": datedAsRecorded(
    "arrangements-2019-methodology.event.reforms",
  ),
  "arrangements-2019-methodology.reading.two-months-by-name": waitsByName,
  "arrangements-2019-methodology.reading.two-months-by-day": waitsByDay,
  "arrangements-2019-methodology.claim.ten-months": tenMonths,

  "arrangements-2019-methodology.claim.throughout-year": all(
    ...QUARTERS.slice(1).map((row, i) =>
      same(minus(month(row, "survey"), month(QUARTERS[i] as string, "survey")), number(MONTHS_OF_A_QUARTER)),
    ),
  ),
  "arrangements-2019-methodology.reading.two-months-again-by-name": waitsByName,
  "arrangements-2019-methodology.reading.two-months-again-by-day": waitsByDay,
  "arrangements-2019-methodology.claim.callers": leftOpen(
    "the sample is divided into inbound and outbound calls; whether an outbound one returns a parent's call is not said",
  ),
  "arrangements-2019-methodology.claim.wait-length": sameAsRecorded(
    "arrangements-2019-methodology.shortest-wait",
  ),
  "arrangements-2019-methodology.claim.again-quarters": (printed) =>
    all(
      same(month("quarter-1", "contact-start"), number(monthNumber(printed, "again", "contact-start"))),
      same(month("quarter-3", "contact-end"), number(monthNumber(printed, "again", "contact-end"))),
    ),
  "arrangements-2019-methodology.claim.again-march": onlyHere,

  "arrangements-2019-methodology.claim.row-1": onlyHere,
  "arrangements-2019-methodology.claim.row-2": onlyHere,
  "arrangements-2019-methodology.claim.row-3": onlyHere,
  "arrangements-2019-methodology.claim.row-4": onlyHere,
  "arrangements-2019-methodology.claim.row-annual": onlyHere,

  "arrangements-2019-methodology.claim.example-callers": exampleHolds,
  "arrangements-2019-methodology.claim.example-family-based": exampleHolds,

  "arrangements-2019-methodology.claim.three-limitations": byDefinition(
    true,
    "the list under the sentence has three entries, the list inside it left aside",
  ),

  "arrangements-2019-methodology.claim.csa-schemes": ({ span }) =>
    all(
      ...["csa-scheme-1993", "csa-scheme-2003"].map((end) =>
        between(event(end), ...span(`arrangements-2019-methodology.event.${end}`)),
      ),
    ),
};

/** What other sources say: releases of the series give other months than this page. */
export const ARRANGEMENTS_OUTSIDE: Readonly<Record<string, Predicate>> = {
  "arrangements-2019-methodology.claim.again-march": inSurveyMonth(
    "again",
    2019,
    value("context.event.longitudinal-follow-up"),
  ),
  "arrangements-2019-methodology.claim.row-3": inSurveyMonth(
    "quarter-3",
    2018,
    value("context.event.late-survey"),
  ),
};
