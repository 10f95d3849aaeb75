import type {
  Answer,
  Condition,
  CountVariable,
  Exclusion,
  Impossible,
  Measure,
  Variable,
} from "../../src/model/codebook.js";
import { all, any, is, not } from "../../src/model/condition.js";
import { answers, DONT_KNOW, NOT_APPLICABLE, PREFER_NOT_TO_SAY } from "./answers.js";
import { basisIn, category, monthsOf, quarters } from "./parts.js";

/** What the quarterly and the longitudinal survey of arrangements share. */

export const at = basisIn("arrangements-2019-methodology");

export const DEFINITIONS = "Definitions and terminology";
export const CONTACTS = { from: "2018-02", to: "2019-01" };

export const YEAR =
  "the year: Table 1 names months of any year, and February 2018 to January 2019 is the last for which both surveys were held";

/** Quarters of contact of Table 1: February to April, May to July, August to October, November to January. */
export const QUARTERS = quarters(CONTACTS.from, 4);

const codes = (list: readonly Answer[]) => list.map(({ code }) => code);

/** Types of arrangement; a parent has one. */
export const TYPES = answers({
  "family-based": "Family-based arrangement",
  cms: "Arrangement through the Child Maintenance Service",
  other: "Other: made before the contact and kept unchanged",
  none: "No arrangement",
});

export const TYPE_ASSUMED =
  "the list, that a parent has one arrangement, and that a parent without any gives an answer and stays: the wording on undeclared arrangements allows that these are taken out";

const HAS = is("arrangement", "family-based", "cms", "other");
const FAMILY_BASED = any(is("arrangement", "family-based"), is("kept-arrangement", "family-based"));
const REGULAR = is("payments", "regular");
const NOT_REGULAR = is("payments", "not-regular");
const WITH_ARRANGEMENT = { asked: HAS, askedOf: "parents with an arrangement" };
const SPECIAL = [DONT_KNOW, PREFER_NOT_TO_SAY];

const PAID = answers({ all: "All", some: "Some", none: "None" });
const WORKS = answers({
  "very-well": "Very well",
  "fairly-well": "Fairly well",
  "not-very-well": "Not very well",
  "not-at-all-well": "Not at all well",
});
const WORKS_WELL = is("works", "very-well", "fairly-well");

const CHILDREN: CountVariable = {
  kind: "count",
  id: "children",
  label: "Number of children whom the arrangement is for",
  basis: at("Limitations, third, and Definitions and terminology", "the greatest number"),
  ...WITH_ARRANGEMENT,
  lowest: 1,
  highest: 12,
  special: [],
};

/** Month, quarter, customer type and type of the call, by which callers are sampled. */
export const CALLER: readonly Variable[] = [
  {
    kind: "date",
    id: "month",
    label: "Month of the call",
    basis: at("Table 1", YEAR),
    precision: "month",
    ...CONTACTS,
  },
  category("quarter", "Quarter of the call", at("Table 1", YEAR), QUARTERS),
  category(
    "csa",
    "Customer type: whether the parent had a case with the Child Support Agency before",
    at("Source"),
    answers({ past: "Had a case", none: "Had no case" }),
  ),
  category("call", "Type of the call", at("Source"), answers({ inbound: "Inbound", outbound: "Outbound" })),
];

/** What is asked about the arrangement that the parent has at the interview. */
export const ARRANGEMENT: readonly Variable[] = [
  category("arrangement", "Type of the arrangement", at(DEFINITIONS, TYPE_ASSUMED), TYPES),
  category(
    "kept-arrangement",
    "Kind of the arrangement that was kept unchanged",
    at(
      DEFINITIONS,
      "the question: without it no rule on family-based arrangements reaches those kept unchanged",
    ),
    [
      ...answers({
        "family-based": "Family-based arrangement",
        statutory: "Through the CMS or the CSA",
        court: "Through a court",
      }),
      ...SPECIAL,
    ],
    { asked: is("arrangement", "other"), askedOf: "parents with an arrangement kept unchanged" },
  ),
  category(
    "payments",
    "Whether the arrangement consists of regular payments",
    at("Context and Definitions and terminology", "that it is asked about every arrangement"),
    [...answers({ regular: "Regular payments", "not-regular": "No regular payments" }), ...SPECIAL],
    WITH_ARRANGEMENT,
  ),
  category(
    "paid-of-agreed",
    "How much of the agreed money is paid",
    at(DEFINITIONS, "the answers other than all and some"),
    [...PAID, ...SPECIAL],
    { asked: REGULAR, askedOf: "parents whose arrangement consists of regular payments" },
  ),
  category(
    "paid-of-due",
    "How much of the amount due is paid",
    at(DEFINITIONS, "the answers, and that it is a question besides that on the money agreed"),
    [...PAID, NOT_APPLICABLE, ...SPECIAL],
    WITH_ARRANGEMENT,
  ),
  category(
    "on-time",
    "How often payments are on time",
    at(DEFINITIONS, "the answers other than usually"),
    [
      ...answers({ always: "Always", usually: "Usually", sometimes: "Sometimes", never: "Never" }),
      NOT_APPLICABLE,
      ...SPECIAL,
    ],
    WITH_ARRANGEMENT,
  ),
  category(
    "works",
    "How well the arrangement works, in the view of the parent",
    at(DEFINITIONS, "the answers other than fairly and very well"),
    [...WORKS, ...SPECIAL],
    WITH_ARRANGEMENT,
  ),
  CHILDREN,
];

/** Month and quarter of the call must agree. */
export const MONTH_IN_QUARTER: Impossible = {
  id: "month-outside-quarter",
  statement: "The month of the call lies in its quarter.",
  when: any(...QUARTERS.map(({ code }) => all(is("quarter", code), not(is("month", ...monthsOf(code)))))),
  basis: at("Table 1"),
};

const known = (variable: string, list: readonly Answer[], ...more: readonly string[]): Condition =>
  is(variable, ...codes(list), ...more);

const WORKS_KNOWN = known("works", WORKS);

/** Measures of the arrangements that parents have at the interview; `stem` begins their ids, `when` their labels. */
export function arrangementMeasures(stem: string, when: string): Measure[] {
  const declared = known("arrangement", TYPES);
  const left = "that who does not know, or say, what decides is left out";
  return [
    ...TYPES.map(
      ({ code, label }): Measure => ({
        kind: "share",
        id: `${stem}.${code}`,
        label: `${label}, ${when}`,
        basis: at("Weighting and Definitions and terminology", TYPE_ASSUMED),
        base: declared,
        counts: is("arrangement", code),
      }),
    ),
    {
      kind: "share",
      id: `${stem}.functioning`,
      label: `Functioning arrangements, ${when}`,
      basis: at(DEFINITIONS, left),
      base: any(all(REGULAR, known("paid-of-agreed", PAID)), all(NOT_REGULAR, WORKS_KNOWN)),
      counts: any(all(REGULAR, is("paid-of-agreed", "all", "some")), all(NOT_REGULAR, WORKS_WELL)),
    },
    {
      kind: "share",
      id: `${stem}.effective`,
      label: `Effective arrangements, ${when}`,
      basis: at(
        DEFINITIONS,
        `that fairly or very well is working well, that an arrangement with nothing due, or no payments, is effective only as a family-based one without regular payments, and ${left}`,
      ),
      base: all(
        WORKS_KNOWN,
        any(
          all(NOT_REGULAR, FAMILY_BASED),
          all(
            known("paid-of-due", PAID, "not-applicable"),
            is("on-time", "always", "usually", "sometimes", "never", "not-applicable"),
          ),
        ),
      ),
      counts: all(
        WORKS_WELL,
        any(
          all(NOT_REGULAR, FAMILY_BASED),
          all(is("paid-of-due", "all", "some"), is("on-time", "always", "usually")),
        ),
      ),
    },
    {
      kind: "mean",
      id: `${stem}.children`,
      label: `Children on an arrangement, ${when}`,
      basis: at(DEFINITIONS, "that every arrangement counts, whichever parent is interviewed"),
      base: HAS,
      variable: CHILDREN.id,
    },
  ];
}

export const EXCLUSIONS: readonly Exclusion[] = [
  {
    id: "language",
    statement: "People who do not speak English.",
    from: "sample",
    basis: at("Limitations, third"),
  },
  {
    id: "permission",
    statement: "Parents who did not agree to the use of their answers.",
    from: "sample",
    basis: at("Limitations, third"),
  },
  {
    id: "no-arrangement-declared",
    statement:
      "Parents who declared no type of arrangement: those who gave no answer, or also those who have none.",
    from: "sample",
    basis: at("Limitations, third", "that only those who gave no answer are taken out"),
  },
  {
    id: "no-children-declared",
    statement: "Parents who did not say how many children the arrangement is for.",
    from: "sample",
    basis: at("Limitations, third"),
  },
];
