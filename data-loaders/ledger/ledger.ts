import {
  type Claim,
  DEFAULT_ASSUMPTIONS,
  disagreementBehind,
  type Judge,
  type Judgement,
  judgeOf,
  type Ledger,
  makeLedger,
  NO_AGREEMENT,
  OUTSIDE,
  type Phrase,
  PREDICATES,
  type RecordedNumber,
  SURVEY_RULES,
} from "../../src/claims/index.js";
import { type Conflict, conflictText } from "../../src/model/conflict.js";
import { memoizeByObject } from "../../src/model/memoize.js";
import { MONTHS } from "../../src/model/period.js";
import type { Base, Value } from "../../src/model/value.js";
import type { CalendarRow, DatedEvent, Raw } from "../read/index.js";
import { locating } from "./conflicts.js";

/** A number before it is known to which work its publication belongs. */
type OwnNumber = Omit<RecordedNumber, "work">;

/**
 * The claims of all publications, with their predicates, the phrases that they read and the numbers that they speak of. Made
 * once for the same rows.
 */
export const ledgerOf = memoizeByObject((raw: Raw): Ledger => {
  const reports = new Map(raw.publications.map(({ id, backgroundOf }) => [id, backgroundOf ?? id]));
  const workOf = (publication: string) => reports.get(publication) ?? publication;
  const numbers = [
    ...raw.values.map(ofValue),
    ...raw.bases.map(ofBase),
    ...raw.events.map(ofEvent),
    ...raw.calendar.flatMap(ofCalendar),
  ].map((number) => ({ ...number, work: workOf(number.publication) }));
  return makeLedger({
    claims: claimsOf(
      raw,
      numbers.map(({ id }) => id),
      workOf,
    ),
    phrases: phrasesOf(raw),
    numbers,
    predicates: PREDICATES,
    outside: OUTSIDE,
    rules: SURVEY_RULES,
  });
});

/** Which numbers leave a claim without a verdict, since they cannot all be true; null where that is not why. */
export function conflictBehind(
  raw: Raw,
  { id, because }: Pick<Judgement, "id" | "because">,
): Conflict | null {
  if (because !== NO_AGREEMENT) return null;
  return locating(raw)(disagreementBehind(ledgerOf(raw), id, DEFAULT_ASSUMPTIONS));
}

/** The reason for a verdict, with the conflict where there is one. */
export function reasonOf(raw: Raw, judgement: Pick<Judgement, "id" | "because">): string {
  const conflict = conflictBehind(raw, judgement);
  return conflict === null ? judgement.because : `${judgement.because}. ${conflictText(conflict)}`;
}

/** The judge of these rows, which keeps its verdicts: the audit and the tables ask for the same ones. */
export const judgeFor = memoizeByObject((raw: Raw): Judge => judgeOf(ledgerOf(raw)));

function ofValue(value: Value): OwnNumber {
  const { id, publication, measure, group, period, printed, status, low, high, base, interviews } = value;
  return {
    ...{ id, publication, measure, group, period, printed, status, low, high, base, interviews },
    unit: value.unit === "percent" ? "percent" : "other",
    rounded: printed !== null && low !== high,
  };
}

function ofBase({ id, publication, group, period, printed, status, interviews }: Base): OwnNumber {
  return {
    ...{ id, publication, group, period, printed, status, interviews },
    measure: "interviews",
    unit: "other",
    low: interviews,
    high: interviews,
    rounded: false,
    base: null,
  };
}

/** A date as days since 1970: a month or a year runs from its first to its last day. */
function ofEvent({ id, publication, date }: DatedEvent): OwnNumber {
  const [year = 0, month, day] = date.split("-").map(Number);
  const DAY = 86_400_000;
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1) / DAY;
  const after =
    day === undefined ? Date.UTC(month === undefined ? year + 1 : year, month ?? 0, 1) / DAY : first + 1;
  return {
    ...{ id, publication },
    measure: "date",
    unit: "other",
    group: {},
    period: null,
    printed: null,
    status: "printed",
    low: first,
    high: after - 1,
    rounded: false,
    base: null,
    interviews: null,
  };
}

/** The months of a survey, numbered on from January of the year in which its first contacts fall. */
function ofCalendar({ id, publication, contactStart, contactEnd, surveyMonth }: CalendarRow): OwnNumber[] {
  const start = MONTHS.indexOf(contactStart) + 1;
  const after = (earlier: number, name: string) => {
    const number = MONTHS.indexOf(name) + 1;
    return number < earlier ? number + 12 * Math.ceil((earlier - number) / 12) : number;
  };
  const end = after(start, contactEnd);
  const months = { "contact-start": start, "contact-end": end, survey: after(end, surveyMonth) };
  return Object.entries(months).map(([name, number]) => ({
    ...{ id: `${id}.${name}`, publication },
    measure: "month",
    unit: "other",
    group: {},
    period: null,
    printed: null,
    status: "printed",
    low: number,
    high: number,
    rounded: false,
    base: null,
    interviews: null,
  }));
}

function claimsOf(
  { claims, readings }: Raw,
  ids: readonly string[],
  workOf: (publication: string) => string,
): Claim[] {
  return claims.map(({ source: _, values, states, evidence, ...claim }) => ({
    ...claim,
    work: workOf(claim.publication),
    values: [
      ...new Set(
        (values ?? []).flatMap((id) =>
          id.endsWith(".*") ? ids.filter((other) => other.startsWith(id.slice(0, -1))) : [id],
        ),
      ),
    ],
    states: states ?? [],
    evidence: evidence === "yes",
    readings: readings
      .filter((reading) => reading.claim === claim.id)
      .map(({ id, statement, warrant }) => ({ id, statement, warrant })),
  }));
}

function phrasesOf({ phrases }: Raw): Map<string, Phrase> {
  return new Map(
    phrases.map(({ phrase, usual, narrow, wide, why }) => [phrase, { phrase, usual, narrow, wide, why }]),
  );
}
