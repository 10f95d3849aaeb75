import type { AuditRules, Inside, Statement } from "./rules.js";

const CES = "ces-2023-24";

const LIVE_CONTACT_QUESTIONS = ["said-would-do", "accurate", "handled-professionally", "understood-needs"];

const POPULATIONS: readonly Inside[] = [
  {
    inner: [
      "answered",
      "answered-gender-known",
      ...LIVE_CONTACT_QUESTIONS,
      "new",
      "decisions-explained",
      "paid-on-time",
      "paid-right-amount",
      "used-govuk",
      "new-receiving-or-change",
      "tailored",
      "live-contact",
      "knew-next",
    ],
    outer: "all",
    says: "all are customers interviewed",
  },
  {
    inner: ["answered-gender-known"],
    outer: "answered",
    says: "those with a recorded gender are among those who answered",
  },
  {
    inner: LIVE_CONTACT_QUESTIONS,
    outer: "live-contact",
    says: "phone, online and in person are among the ways of contact of the larger group",
  },
  {
    inner: ["decisions-explained"],
    outer: "new",
    says: "those to whom the question applied are among the new applicants",
  },
  {
    inner: ["tailored"],
    outer: "new-receiving-or-change",
    says: "those to whom the question applied are among those asked about applying or reporting",
  },
  {
    inner: ["answered"],
    outer: "new",
    says: "new applicants who answered are among the new applicants",
    sameGroup: true,
  },
];

const PARENTS = {
  dimension: "parent",
  pairs: [["receiving", "paying"]],
  firstHigher: true,
} as const;

const SIGNIFICANT: readonly Statement[] = [
  {
    ...PARENTS,
    measures: [
      "ces.satisfied",
      "ces.said-would-do",
      "ces.accurate",
      "ces.time-to-outcome",
      "ces.found-on-govuk",
      "ces.easy-to-apply",
      "ces.first-time",
      "ces.no-repeat",
      "ces.easy-to-use",
      "ces.clear",
      "ces.knew-next",
      "ces.timescales",
      "ces.decisions-explained",
      "ces.handled-professionally",
      "ces.understood-needs",
      "ces.tailored",
      "ces.internet-access",
      "ces.online-unaided",
    ],
  },
  {
    ...PARENTS,
    measures: ["ces.online-helped"],
    open: "whether the statement on parents reaches this pair is open",
  },
  {
    measures: ["ces.satisfied"],
    dimension: "contact",
    pairs: [["new", "change"]],
    firstHigher: false,
    open: "the report says nothing about the significance of this pair",
  },
  {
    measures: ["ces.satisfied"],
    dimension: "gender",
    pairs: [["female", "male"]],
    firstHigher: true,
  },
  {
    measures: ["ces.satisfied"],
    dimension: "age",
    pairs: [
      ["16-24", "35-44"],
      ["16-24", "45-54"],
      ["16-24", "55-plus"],
    ],
    firstHigher: true,
  },
  {
    measures: ["ces.satisfied"],
    dimension: "age",
    pairs: [
      ["25-34", "35-44"],
      ["25-34", "45-54"],
    ],
    firstHigher: true,
    open: "the report compares with ages 35 to 54 together",
  },
  {
    measures: ["ces.satisfied"],
    dimension: "ethnicity",
    pairs: [
      ["asian", "white"],
      ["white", "black"],
    ],
    firstHigher: false,
  },
];

/** The rules of the Customer Experience Survey of 2023/24. */
export const CES_2023_24: AuditRules = {
  publication: CES,
  populations: POPULATIONS,
  weights: null,
  significant: SIGNIFICANT,
};
