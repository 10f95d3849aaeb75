import {
  above,
  all,
  atMost,
  below,
  between,
  byDefinition,
  type Condition,
  differSignificantly,
  prints,
  reads,
  same,
  significantlyAbove,
} from "../condition.js";
import { minus, number, plus, type Term, times, value } from "../term.js";

/** A printed number of this report, or the number of interviews of one of its groups. */
const ces = (end: string): Term => value(`ces-2023-24.${end}`);
const interviews = (end: string): Term => ces(`base.${end}`);
const day = (year: number, month: number, date: number): number =>
  Date.UTC(year, month - 1, date) / 86_400_000;

const contactsFrom = ces("event.contacts-from");
const contactsTo = ces("event.contacts-to");
const began = ces("event.ces-starts");

const contactWindow = all(
  between(contactsFrom, day(2023, 4, 1), day(2023, 4, 30)),
  between(contactsTo, day(2024, 3, 1), day(2024, 3, 31)),
);
const published = same(ces("event.published"), number(day(2024, 8, 29)));
const interviewed = same(interviews("all"), number(2_280));
const in2019 = (date: Term): Condition => between(date, day(2019, 1, 1), day(2019, 12, 31));

const changeReceiving = minus(
  interviews("all.parent-receiving"),
  interviews("new.parent-receiving.contact-new"),
);
const changePaying = minus(interviews("all.parent-paying"), interviews("new.parent-paying.contact-new"));

const SMALL_ETHNIC_GROUPS = ["asian", "black", "other-mixed", "prefer-not-to-say"];
const PARENTS_AND_CONTACTS = ["parent-receiving", "parent-paying", "contact-new", "contact-change"];

/** What both parents were asked, by chart; after a stroke the group that was asked, where it was not everyone. */
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

/** How much more of the Receiving than of the Paying Parents interviewed have a new application. */
const MORE_NEW_APPLICATIONS = 558 / 1_179 - 447 / 1_101;

export const CES_SURVEY: Readonly<Record<string, Condition>> = {
  "ces-2023-24.claim.title-year": all(
    atMost(number(day(2023, 4, 1)), contactsFrom),
    atMost(contactsTo, number(day(2024, 3, 31))),
  ),
  "ces-2023-24.claim.annual": atMost(minus(contactsTo, contactsFrom), number(366)),
  "ces-2023-24.claim.published": published,
  "ces-2023-24.claim.published-after": above(ces("event.published"), contactsTo),
  "ces-2023-24.claim.first-published": published,
  "ces-2023-24.claim.interviews": interviewed,
  "ces-2023-24.claim.interviews-again": interviewed,
  "ces-2023-24.claim.window": contactWindow,
  "ces-2023-24.claim.window-again": contactWindow,
  "ces-2023-24.claim.four-drivers": same(ces("drivers"), number(4)),
  "ces-2023-24.claim.two-customers": same(ces("customers-per-case"), number(2)),
  "ces-2023-24.claim.words.satisfied": reads(ces("satisfied"), "almost four out of ten"),
  "ces-2023-24.claim.level.dissatisfied": prints(ces("dissatisfied"), "61"),
  "ces-2023-24.claim.ces-2019": in2019(began),
  "ces-2023-24.claim.cms-joins-2019": in2019(ces("event.cms-joins")),
  "ces-2023-24.claim.every-year-since": below(
    value("context.event.ces-no-annual-dataset"),
    number(day(2019, 1, 1)),
  ),
  "ces-2023-24.claim.recent-contact": byDefinition(
    true,
    "a customer without a recent recorded contact cannot be sampled",
  ),
  "ces-2023-24.claim.quarters-make-year": same(times(4, ces("quarter-months")), number(12)),
  "ces-2023-24.claim.two-reasons": same(
    interviews("answered"),
    plus(interviews("answered.contact-new"), interviews("answered.contact-change")),
  ),
  "ces-2023-24.claim.ways-of-contact": byDefinition(
    true,
    "the list of ways ends with any other way of getting in touch",
  ),
  "ces-2023-24.claim.not-all-live": below(interviews("live-contact"), interviews("all")),
  "ces-2023-24.claim.quota-cells": all(
    above(interviews("new.parent-receiving.contact-new"), number(0)),
    above(interviews("new.parent-paying.contact-new"), number(0)),
    above(changeReceiving, number(0)),
    above(changePaying, number(0)),
  ),
  "ces-2023-24.claim.parent-not-weighted": byDefinition(
    true,
    "the four weights named are age, gender, length of service use and contact reason",
  ),
  "ces-2023-24.claim.mixed-mode": in2019(ces("event.mixed-mode")),
  "ces-2023-24.claim.mixed-mode-with-ces": in2019(began),
  "ces-2023-24.claim.rounding-total": byDefinition(
    true,
    "each part may be off by half a point, and these need not cancel",
  ),
  "ces-2023-24.claim.margin": byDefinition(
    true,
    "the standard error falls with the square root of the number of interviews, all else equal",
  ),
  "ces-2023-24.claim.small-differences": byDefinition(
    true,
    "the least significant difference falls with the numbers of interviews",
  ),
  "ces-2023-24.claim.ethnic-groups-small": all(
    ...SMALL_ETHNIC_GROUPS.flatMap((ethnicity) =>
      PARENTS_AND_CONTACTS.map((group) =>
        below(interviews(`answered.ethnicity-${ethnicity}`), interviews(`answered.${group}`)),
      ),
    ),
  ),
  ...significant,
  "ces-2023-24.claim.significant.online-helped": differSignificantly(...ofParents("online-helped")),
  ...higher,
  "ces-2023-24.claim.gap-not-contact-mix": above(
    minus(ces("satisfied.parent-receiving"), ces("satisfied.parent-paying")),
    times(MORE_NEW_APPLICATIONS, minus(ces("satisfied.contact-new"), ces("satisfied.contact-change"))),
  ),
  "ces-2023-24.claim.meaning-of-95": byDefinition(
    false,
    "the level is how often a difference this large would come up if there were none, not the chance that this one is due to chance",
  ),
  "ces-2023-24.claim.95-is-1-in-20": all(
    same(ces("confidence-level"), number(95)),
    same(times(5, ces("chance-one-in")), number(100)),
  ),
};
