import type { Codebook, Measure, ScaleVariable } from "../../src/model/codebook.js";
import { all, any, atLeast, EVERYONE, is } from "../../src/model/condition.js";
import {
  answers,
  DONT_KNOW,
  NOT_APPLICABLE,
  PREFER_NOT_TO_SAY,
  ratedBut,
  special,
  YES_NO,
} from "./answers.js";
import { basisIn, category, INTERVIEW, interviewDate, rating } from "./parts.js";

const report = basisIn("options-2016");
const paper = basisIn("options-2016-methodology");

/** The month after the first contacts to the month after the last. */
const FIELDWORK = { from: "2014-05-01", to: "2016-10-31" };

/** From this rating on an answer counts, in the overall rating and in the six items. */
const CUT = 7;

const SPECIAL = [DONT_KNOW, PREFER_NOT_TO_SAY];
const ITEM_SPECIAL = [...SPECIAL, NOT_APPLICABLE];

const OVERALL = rating(
  "overall",
  "Rating of the service of Options overall",
  paper(
    "Definitions and terminology, Satisfaction",
    "that a client may not know; to refuse an answer is open to all",
  ),
  SPECIAL,
);

const item = (name: string, label: string, number: number): ScaleVariable =>
  rating(
    `item-${name}`,
    label,
    paper(
      `Definitions and terminology, Client Service, statement ${number}`,
      "that a client may not know, or find that the statement did not apply",
    ),
    ITEM_SPECIAL,
  );

const ITEMS = [
  item("explained", "The agent explained what Options is for", 1),
  item("easy", "The agent was easy to talk to", 2),
  item("understanding", "The agent understood the situation", 3),
  item("information", "The agent had information and support that fitted", 4),
  item("options", "The agent made clear which arrangements exist", 5),
  item("best", "The agent helped to find the arrangement that suits best", 6),
];

const CALL_WAITING = category(
  "call-waiting",
  "How satisfied with the wait for the call to be answered",
  paper("Definitions and terminology, call waiting", "that a client may not know, or not say"),
  [
    ...answers({
      "very-satisfied": "Very satisfied",
      satisfied: "Satisfied",
      neither: "Neither satisfied nor dissatisfied",
      dissatisfied: "Dissatisfied",
      "very-dissatisfied": "Very dissatisfied",
    }),
    ...SPECIAL,
  ],
  { asked: is("called", "yes"), askedOf: "clients who called Options" },
);
const WAIT_RATED = is("call-waiting", "very-satisfied", "satisfied", "dissatisfied", "very-dissatisfied");

const measures: Measure[] = [
  {
    kind: "share",
    id: "options16.satisfied",
    basis: paper("Definitions and terminology, Satisfaction"),
    base: ratedBut(OVERALL, "dont-know", "prefer-not-to-say"),
    counts: atLeast("overall", CUT),
  },
  {
    kind: "share",
    id: "options16.call-waiting",
    basis: paper(
      "Definitions and terminology, call waiting",
      "that interviews, and not months, are averaged",
    ),
    base: WAIT_RATED,
    counts: is("call-waiting", "very-satisfied", "satisfied"),
  },
  {
    kind: "pooled",
    id: "options16.client-service",
    basis: paper("Definitions and terminology, Client Service"),
    items: ITEMS.map(({ id }) => id),
    counts: { from: CUT },
  },
  ...ITEMS.map(
    (variable, i): Measure => ({
      kind: "share",
      id: `options16.${variable.id}`,
      basis: report(
        `Client Service, statement ${i + 1}`,
        "the cut of 7, which is stated for the six items together",
      ),
      base: ratedBut(variable, "dont-know", "prefer-not-to-say", "not-applicable"),
      counts: atLeast(variable.id, CUT),
    }),
  ),
];

/** Satisfaction with Child Maintenance Options: clients with a contact from April 2014 to September 2016. */
export const OPTIONS_2016: Codebook = {
  id: "options-2016",
  title: "Child Maintenance Options: client satisfaction, 2014 to 2016",
  publications: ["options-2016", "options-2016-methodology"],
  unit: "a client interviewed",
  contacts: { from: "2014-04", to: "2016-09" },
  fieldwork: {
    ...FIELDWORK,
    basis: report(
      "Service Satisfaction",
      "that a result has the name of the month of contact, so that interviews are held in the month after it; the name may be that of the interview",
    ),
  },
  variables: [
    INTERVIEW,
    interviewDate(
      FIELDWORK,
      report("Service Satisfaction", "that the day is on file: the survey is monthly"),
    ),
    {
      kind: "date",
      id: "month",
      label: "Month of the contact",
      basis: report(
        "Service Satisfaction",
        "that results have the name of this month, and not of the interview",
      ),
      precision: "month",
      from: "2014-04",
      to: "2016-09",
    },
    category(
      "care",
      "Day-to-day care of the children",
      report("Satisfaction by Parent", "that someone who is no parent has an answer of their own"),
      [
        ...answers({ main: "Main day-to-day care", "some-or-none": "Some or no day-to-day care" }),
        special("not-applicable", "Not a parent"),
        PREFER_NOT_TO_SAY,
      ],
    ),
    category(
      "csa",
      "Whether the client had a case with the Child Support Agency before",
      report("Closing CSA Cases", "that everyone is asked"),
      [...answers({ past: "Had a case", none: "Had no case" }), DONT_KNOW],
    ),
    category(
      "letter",
      "Whether the client had the letter on the closing of CSA cases",
      report("Closing CSA Cases", "that everyone is asked, so that those without a case had no letter"),
      [...answers({ received: "Received", "not-received": "Not received" }), DONT_KNOW],
    ),
    category(
      "called",
      "Whether the client called Options",
      paper(
        "Definitions and terminology, call waiting",
        "the question: who was asked about the wait is not stated, and the question begins with having called",
      ),
      YES_NO,
    ),
    CALL_WAITING,
    OVERALL,
    ...ITEMS,
  ],
  impossible: [
    {
      id: "letter-without-case",
      statement: "The letter on the closing of CSA cases went to clients of the CSA.",
      when: all(is("letter", "received"), is("csa", "none")),
      basis: report("Closing CSA Cases"),
    },
  ],
  measures,
  populations: [
    {
      id: "all",
      when: EVERYONE,
      basis: report("Service Satisfaction", "that who gave no rating is counted: no number is printed"),
    },
    {
      id: "call-waiting",
      when: WAIT_RATED,
      basis: paper("Definitions and terminology, call waiting"),
    },
    {
      id: "client-service",
      when: any(...ITEMS.map((variable) => atLeast(variable.id, variable.lowest))),
      basis: report("Client Service", "that an answer to one of the six items is enough"),
    },
  ],
  dimensions: { care: "care", csa: "csa", letter: "letter" },
  roles: { interview: "interview", weight: null, date: "interview-date", period: "month" },
  sampling: {
    strata: ["month"],
    quotas: null,
    basis: report("Service Satisfaction"),
    note: "Each month a simple random sample of the clients with a contact in the month before, less the excluded groups. How many are drawn, and how many answer, is not printed: only that few do.",
  },
  weighting: [],
  exclusions: [
    {
      id: "language",
      statement: "People who do not speak English.",
      from: "sample",
      basis: paper("Source"),
    },
    {
      id: "violent",
      statement: "Clients thought to be potentially violent.",
      from: "sample",
      basis: paper("Source"),
    },
    {
      id: "permission",
      statement: "Clients who did not agree to contact for research.",
      from: "sample",
      basis: paper("Source"),
    },
    {
      id: "contact-details",
      statement: "Clients whose address or number is not known.",
      from: "sample",
      basis: paper("Source"),
    },
    {
      id: "recent-survey",
      statement: "Clients approached for a survey in the six months before.",
      from: "sample",
      basis: paper("Source"),
    },
    {
      id: "middle-answer",
      statement: "Who chose the middle answer on call waiting, from the result on call waiting.",
      from: "results",
      basis: paper("Definitions and terminology, call waiting"),
    },
  ],
};
