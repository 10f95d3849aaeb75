import {
  above,
  all,
  any,
  atMost,
  below,
  between,
  byDefinition,
  differSignificantly,
  leftOpen,
  reads,
  same,
  significantlyAbove,
} from "../condition.js";
import { datedAsRecorded, type Predicate, printsAsRecorded, sameAsRecorded } from "../predicate.js";
import { minus, number, plus, type Term, value } from "../term.js";

/** A printed number of this report, or the number of interviews of one of its groups. */
const ces = (end: string): Term => value(`ces-2023-24.${end}`);
const interviews = (end: string): Term => ces(`base.${end}`);
const day = (year: number, month: number, date: number): number =>
  Date.UTC(year, month - 1, date) / 86_400_000;

const contactsFrom = ces("event.contacts-from");
const contactsTo = ces("event.contacts-to");

const contactWindow: Predicate = (printed) =>
  all(
    between(contactsFrom, ...printed.span("ces-2023-24.event.contacts-from")),
    between(contactsTo, ...printed.span("ces-2023-24.event.contacts-to")),
  );
// The title page and the imprint.
const published = same(ces("event.published"), ces("event.first-published"));
const interviewed = sameAsRecorded(
  "ces-2023-24.base.all",
  plus(interviews("all.parent-receiving"), interviews("all.parent-paying")),
);

const SMALL_ETHNIC_GROUPS = ["asian", "black", "other-mixed", "prefer-not-to-say"];
const PARENTS_AND_CONTACTS = ["parent-receiving", "parent-paying", "contact-new", "contact-change"];

/** Questions asked of both parents, by chart; after a slash the group that was asked, if not everyone. */
const ASKED_OF_BOTH: Readonly<Record<string, readonly string[]>> = {
  "figure-2": ["satisfied"],
  "figure-4": ["said-would-do", "accurate", "time-to-outcome/.contact-new"],
  "figure-6": ["found-on-govuk", "easy-to-apply", "first-time"],
  "figure-7": ["no-repeat", "easy-to-use"],
  "figure-8": ["clear", "knew-next", "timescales/.contact-new", "decisions-explained/.contact-new"],
  "figure-9": ["handled-professionally", "understood-needs", "tailored"],
  "figure-15": ["internet-access"],
  "figure-16": ["online-unaided"],
};

/** The ids of what Receiving and Paying Parents answered. */
function ofParents(question: string): readonly [receiving: string, paying: string] {
  const [measure, group = ""] = question.split("/");
  return [`ces-2023-24.${measure}.parent-receiving${group}`, `ces-2023-24.${measure}.parent-paying${group}`];
}

const significant = Object.fromEntries(
  Object.values(ASKED_OF_BOTH)
    .flat()
    .map((question) => [
      `ces-2023-24.claim.significant.${question.split("/")[0]}`,
      significantlyAbove(...ofParents(question)),
    ]),
);

const higher = Object.fromEntries(
  Object.entries(ASKED_OF_BOTH).map(([figure, questions]) => [
    `ces-2023-24.claim.higher.${figure}`,
    all(
      ...questions.map((question) => {
        const [receiving, paying] = ofParents(question);
        return above(value(receiving), value(paying));
      }),
    ),
  ]),
);

export const CES_SURVEY: Readonly<Record<string, Predicate>> = {
  "ces-2023-24.claim.title-year": all(
    atMost(number(day(2023, 4, 1)), contactsFrom),
    atMost(contactsTo, number(day(2024, 3, 31))),
  ),
  // From any day of the first month to any day of the twelfth.
  "ces-2023-24.claim.annual": between(minus(contactsTo, contactsFrom), 305, 366),
  "ces-2023-24.claim.published": published,
  "ces-2023-24.claim.first-published": published,
  "ces-2023-24.claim.interviews": interviewed,
  "ces-2023-24.claim.interviews-again": interviewed,
  "ces-2023-24.claim.window": contactWindow,
  "ces-2023-24.claim.window-again": contactWindow,
  "ces-2023-24.claim.four-drivers": byDefinition(
    true,
    "four drivers are named, here and in the headings of the results",
  ),
  "ces-2023-24.claim.two-customers": sameAsRecorded("ces-2023-24.customers-per-case"),
  "ces-2023-24.claim.words.satisfied": reads(ces("satisfied"), "almost four out of ten"),
  "ces-2023-24.claim.level.dissatisfied": printsAsRecorded("ces-2023-24.dissatisfied"),
  "ces-2023-24.claim.ces-2019": datedAsRecorded("ces-2023-24.event.ces-starts"),
  "ces-2023-24.claim.cms-joins-2019": datedAsRecorded("ces-2023-24.event.cms-joins"),
  "ces-2023-24.claim.recent-contact": byDefinition(
    true,
    "a customer without a recent recorded contact cannot be sampled",
  ),
  "ces-2023-24.claim.two-reasons": same(
    interviews("answered"),
    plus(interviews("answered.contact-new"), interviews("answered.contact-change")),
  ),
  "ces-2023-24.claim.ways-of-contact": byDefinition(
    true,
    "the list of ways ends with any other way of getting in touch",
  ),
  "ces-2023-24.claim.quota-cells": leftOpen("the targets are not in the text we hold"),
  "ces-2023-24.claim.mixed-mode": datedAsRecorded("ces-2023-24.event.mixed-mode"),
  "ces-2023-24.claim.rounding-total": byDefinition(
    true,
    "each part may be off by half a point, and these need not cancel",
  ),
  "ces-2023-24.claim.margin": byDefinition(
    true,
    "the standard error falls with the square root of the number of interviews, for one percentage and one design",
  ),
  "ces-2023-24.claim.small-differences": byDefinition(
    true,
    "the least significant difference falls with the numbers of interviews",
  ),
  "ces-2023-24.claim.ethnic-groups-small": any(
    ...SMALL_ETHNIC_GROUPS.map((ethnicity) =>
      all(
        ...PARENTS_AND_CONTACTS.map((group) =>
          below(interviews(`answered.ethnicity-${ethnicity}`), interviews(`answered.${group}`)),
        ),
      ),
    ),
  ),
  ...significant,
  "ces-2023-24.claim.significant.online-helped": differSignificantly(...ofParents("online-helped")),
  ...higher,
  "ces-2023-24.claim.meaning-of-95.if-no-difference": byDefinition(
    true,
    "this is what the level of a test says",
  ),
  "ces-2023-24.claim.meaning-of-95.this-difference": byDefinition(
    false,
    "the level of a test does not say how likely it is that a given difference is due to chance",
  ),
  "ces-2023-24.claim.95-is-1-in-20": ({ number: printed }) =>
    same(ces("confidence-level"), number(100 - 100 / printed("ces-2023-24.chance-one-in"))),
};

/** What other sources say. */
export const CES_OUTSIDE: Readonly<Record<string, Predicate>> = {
  // No year without a data set since CMS customers joined.
  "ces-2023-24.claim.every-year-since": ({ span }) =>
    below(value("context.event.ces-no-annual-dataset"), number(span("ces-2023-24.event.cms-joins")[0])),
};
