import {
  above,
  all,
  atMost,
  below,
  byDefinition,
  type Condition,
  leftOpen,
  reads,
  same,
} from "../condition.js";
import { type Predicate, printsAsRecorded, sameAsRecorded } from "../predicate.js";
import { minus, number, plus, type Term, value } from "../term.js";

/** A printed number of this report, or the number of interviews of one of its groups. */
const ces = (end: string): Term => value(`ces-2023-24.${end}`);
const interviews = (end: string): Term => ces(`base.${end}`);

const AGES = ["16-24", "25-34", "35-44", "45-54", "55-plus"];
const ETHNICITIES = ["asian", "black", "white", "other-mixed", "prefer-not-to-say"];
const HEALTH = ["physical", "mental", "both", "none", "prefer-not-to-say"];

/** A base line's total, Receiving and Paying Parents; after a slash the group that was asked, if not everyone. */
function baseLine(line: string): readonly [total: Term, receiving: Term, paying: Term] {
  const [population = "", group = ""] = line.split("/");
  return [
    interviews(`${population}${group}`),
    interviews(`${population}.parent-receiving${group}`),
    interviews(`${population}.parent-paying${group}`),
  ];
}

/** The interviews of the two parents make the total of a base line. */
function parentsMake(line: string): Condition {
  const [total, receiving, paying] = baseLine(line);
  return same(total, plus(receiving, paying));
}

/** No number of a base line exceeds its counterpart in another. */
function noMoreThan(line: string, other: string): Condition {
  const wider = baseLine(other);
  return all(...baseLine(line).map((term, i) => atMost(term, wider[i] as Term)));
}

const splitOfAnswered = (dimension: string, codes: readonly string[], besides = number(0)): Condition =>
  same(interviews("answered"), plus(...codes.map((c) => interviews(`answered.${dimension}-${c}`)), besides));

const newPaying = interviews("new.parent-paying.contact-new");
const newAsked = interviews("new.contact-new");
/**
 * Only New customers were asked: the base has no more than the New customers who answered on satisfaction plus all
 * who did not, and no more Paying Parents than the question on applying leaves out, which are those with a new
 * application.
 */
const onlyNew = all(
  atMost(
    newAsked,
    plus(interviews("answered.contact-new"), minus(interviews("all"), interviews("answered"))),
  ),
  atMost(newPaying, minus(interviews("all"), interviews("new-receiving-or-change"))),
);
const changePaying = minus(interviews("all.parent-paying"), newPaying);
const changeLower = below(ces("satisfied.contact-change"), ces("satisfied.contact-new"));
const allReceiving = interviews("all.parent-receiving");
const onTime = interviews("paid-on-time.parent-receiving");
const rightAmount = interviews("paid-right-amount.parent-receiving");
const withinAllReceiving = all(atMost(onTime, allReceiving), atMost(rightAmount, allReceiving));
const ofAllReceiving = all(same(onTime, allReceiving), same(rightAmount, allReceiving));
const oneSize = same(onTime, rightAmount);

/** Driver percentages that the text both prints and words: the value, its words. */
const DRIVERS: readonly (readonly [value: string, words: string])[] = [
  ["said-would-do", "almost half"],
  ["accurate", "almost half"],
  ["time-to-outcome.contact-new", "more than five out of ten"],
  ["paid-on-time.parent-receiving", "more than four out of ten"],
  ["paid-right-amount.parent-receiving", "more than four out of ten"],
  ["found-on-govuk", "around three quarters"],
  ["easy-to-apply", "more than five out of ten"],
  ["first-time", "almost half"],
  ["no-repeat", "more than one third"],
  ["easy-to-use", "almost half"],
  ["clear", "more than four out of ten"],
  ["knew-next", "half"],
  ["timescales.contact-new", "more than six out of ten"],
  ["decisions-explained.contact-new", "more than half"],
  ["handled-professionally", "more than five out of ten"],
  ["understood-needs", "more than four out of ten"],
  ["tailored", "more than three out of ten"],
];

const drivers = Object.fromEntries(
  DRIVERS.flatMap(([id, words]): [string, Predicate][] => {
    const measure = id.split(".")[0];
    return [
      [`ces-2023-24.claim.level.${measure}`, printsAsRecorded(`ces-2023-24.${id}`)],
      [`ces-2023-24.claim.words.${measure}`, reads(ces(id), words)],
    ];
  }),
);

/** Base lines whose parents make the total, by claim. */
const SUMS: Readonly<Record<string, string>> = {
  answered: "answered",
  "answered-again": "answered",
  "said-would-do": "said-would-do",
  accurate: "accurate",
  new: "new/.contact-new",
  "used-govuk": "used-govuk",
  "new-receiving-or-change": "new-receiving-or-change",
  "live-contact": "live-contact",
  all: "all",
  "all-again": "all",
  clear: "all",
  "knew-next": "knew-next",
  timescales: "new/.contact-new",
  "decisions-explained": "decisions-explained/.contact-new",
  "handled-professionally": "handled-professionally",
  "understood-needs": "understood-needs",
  tailored: "tailored",
};

const sums = Object.fromEntries(
  Object.entries(SUMS).map(([claim, line]) => [`ces-2023-24.claim.parts.${claim}`, parentsMake(line)]),
);

/** Base lines that are subsets of another by definition: narrower, wider. */
const WITHIN: readonly (readonly [narrower: string, wider: string])[] = [
  ["answered", "all"],
  ["said-would-do", "live-contact"],
  ["accurate", "live-contact"],
  ["used-govuk", "all"],
  ["live-contact", "all"],
  ["knew-next", "all"],
  ["decisions-explained/.contact-new", "new/.contact-new"],
  ["handled-professionally", "live-contact"],
  ["understood-needs", "live-contact"],
  ["tailored", "new-receiving-or-change"],
  ["new/.contact-new", "all"],
];

const within = Object.fromEntries(
  WITHIN.map(([line, other]) => [`ces-2023-24.claim.within.${line.split("/")[0]}`, noMoreThan(line, other)]),
);

export const CES_RESULTS: Readonly<Record<string, Predicate>> = {
  "ces-2023-24.claim.two-customers-again": sameAsRecorded("ces-2023-24.customers-per-case"),
  "ces-2023-24.claim.words.satisfied-again": reads(ces("satisfied"), "almost four out of ten"),
  "ces-2023-24.claim.level.satisfied": printsAsRecorded("ces-2023-24.satisfied"),
  "ces-2023-24.claim.all-cms-customers.both-parents": parentsMake("answered"),
  "ces-2023-24.claim.all-cms-customers.everyone-served": byDefinition(
    false,
    "the survey covers customers with a recent recorded contact, and the figure those of them who gave an answer",
  ),
  "ces-2023-24.claim.both-parents": all(
    ...["answered.parent-receiving", "answered.parent-paying"].map((group) =>
      above(interviews(group), number(0)),
    ),
    atMost(
      plus(interviews("answered.parent-receiving"), interviews("answered.parent-paying")),
      interviews("answered"),
    ),
  ),
  "ces-2023-24.claim.dont-know-throughout": all(
    below(interviews("answered"), interviews("all")),
    splitOfAnswered("parent", ["receiving", "paying"]),
    splitOfAnswered("contact", ["new", "change"]),
    splitOfAnswered("age", AGES),
    splitOfAnswered("ethnicity", ETHNICITIES, ces("ethnicity-not-known.ethnicity-dont-know")),
    splitOfAnswered("health", HEALTH),
  ),

  "ces-2023-24.claim.words.satisfied-receiving": reads(
    ces("satisfied.parent-receiving"),
    "more than four out of ten",
  ),
  "ces-2023-24.claim.words.satisfied-paying": reads(ces("satisfied.parent-paying"), "almost one third"),
  "ces-2023-24.claim.receiving-above-paying": above(
    ces("satisfied.parent-receiving"),
    ces("satisfied.parent-paying"),
  ),
  "ces-2023-24.claim.level.satisfied-receiving": printsAsRecorded("ces-2023-24.satisfied.parent-receiving"),
  "ces-2023-24.claim.level.satisfied-paying": printsAsRecorded("ces-2023-24.satisfied.parent-paying"),

  "ces-2023-24.claim.words.satisfied-new": reads(ces("satisfied.contact-new"), "more than half"),
  "ces-2023-24.claim.words.satisfied-change": reads(
    ces("satisfied.contact-change"),
    "almost three out of ten",
  ),
  "ces-2023-24.claim.level.satisfied-new": printsAsRecorded("ces-2023-24.satisfied.contact-new"),
  "ces-2023-24.claim.level.satisfied-change": printsAsRecorded("ces-2023-24.satisfied.contact-change"),
  "ces-2023-24.claim.parts.answered-contact": splitOfAnswered("contact", ["new", "change"]),
  "ces-2023-24.claim.within.answered-contact": all(
    atMost(interviews("answered.contact-new"), interviews("new.contact-new")),
    atMost(interviews("answered.contact-change"), minus(interviews("all"), interviews("new.contact-new"))),
  ),

  "ces-2023-24.claim.four-drivers-again": byDefinition(
    true,
    "four drivers are named, here and in the headings of the results",
  ),
  "ces-2023-24.claim.coverage-most": leftOpen(
    "the questions that were left out, and how many were asked them, are not in the text we hold",
  ),
  "ces-2023-24.claim.particular-groups": byDefinition(
    true,
    "base lines name New customers, Receiving Parents not on Direct Pay and users of GOV.UK as those asked",
  ),
  ...drivers,
  ...sums,
  ...within,

  "ces-2023-24.claim.third-only-new": onlyNew,

  "ces-2023-24.claim.only-receiving": byDefinition(
    true,
    "the base lines of Figure 5 name Receiving Parents not on Direct Pay and nobody else",
  ),
  "ces-2023-24.claim.of-receiving-parents.asked": withinAllReceiving,
  "ces-2023-24.claim.of-receiving-parents.of-the-survey": ofAllReceiving,
  "ces-2023-24.claim.of-receiving-parents-again.asked": withinAllReceiving,
  "ces-2023-24.claim.of-receiving-parents-again.of-the-survey": ofAllReceiving,
  "ces-2023-24.claim.one-definition-one-size": oneSize,
  "ces-2023-24.claim.one-definition-one-size-again": oneSize,
  "ces-2023-24.claim.within.paid-on-time": atMost(onTime, allReceiving),
  "ces-2023-24.claim.within.paid-right-amount": atMost(rightAmount, allReceiving),

  "ces-2023-24.claim.apply-all-but-new-paying": all(
    same(interviews("new-receiving-or-change"), minus(interviews("all"), newPaying)),
    same(interviews("new-receiving-or-change.parent-receiving"), allReceiving),
  ),
  "ces-2023-24.claim.paying-change-only": atMost(
    interviews("new-receiving-or-change.parent-paying"),
    changePaying,
  ),
  "ces-2023-24.claim.change-lower": changeLower,

  "ces-2023-24.claim.base-figure-7": sameAsRecorded(
    "ces-2023-24.base.all",
    plus(interviews("all.parent-receiving"), interviews("all.parent-paying")),
  ),

  "ces-2023-24.claim.other-two-only-new": all(
    onlyNew,
    atMost(interviews("decisions-explained.contact-new"), newAsked),
  ),

  "ces-2023-24.claim.paying-change-only-again": atMost(interviews("tailored.parent-paying"), changePaying),
  "ces-2023-24.claim.change-lower-again": changeLower,
};
