import type { Codebook, Measure } from "../../src/model/codebook.js";
import { any, atLeast, EVERYONE } from "../../src/model/condition.js";
import { answers, DONT_KNOW, NOT_APPLICABLE, PREFER_NOT_TO_SAY, ratedBut } from "./answers.js";
import { basisIn, category, INTERVIEW, interviewDate, quarters, rating, weight } from "./parts.js";

const at = basisIn("cms-2016");

/** The month after the first contacts to the month after the last. */
const FIELDWORK = { from: "2013-10-01", to: "2016-09-30" };

const CUT = 7;
const SCALE =
  "the scale from 1 to 10 and the cut of 7, which are those of the Options survey of the same publisher and month: the texts held state neither";

const SPECIAL = [DONT_KNOW, PREFER_NOT_TO_SAY];
const DEFINITIONS = "Satisfaction, Overall Satisfaction and Client Service";

const OVERALL = rating(
  "satisfaction",
  "How satisfied with the CMS as a whole",
  at(DEFINITIONS, SCALE),
  SPECIAL,
);

const ITEMS = [
  rating("item-informed", "The client was kept informed", at("Client Service", SCALE), [
    ...SPECIAL,
    NOT_APPLICABLE,
  ]),
  ...[2, 3, 4, 5, 6, 7, 8].map((number) =>
    rating(
      `item-${number}`,
      `Client service item ${number}, whose wording is not in the texts held`,
      at(DEFINITIONS, `that it is rated like the others, and its number; ${SCALE}`),
      [...SPECIAL, NOT_APPLICABLE],
    ),
  ),
];

/** Satisfaction with the Child Maintenance Service: clients with a contact from September 2013 to August 2016. */
export const CMS_2016: Codebook = {
  id: "cms-2016",
  title: "Child Maintenance Service: client satisfaction, 2013 to 2016",
  publications: ["cms-2016"],
  unit: "a client interviewed",
  contacts: { from: "2013-09", to: "2016-08" },
  fieldwork: {
    ...FIELDWORK,
    basis: at(
      "About these statistics",
      "that quarters are those of the contact, so that interviews are held in the month after it; they may be those of the interview",
    ),
  },
  variables: [
    INTERVIEW,
    interviewDate(FIELDWORK, at("About these statistics", "that the day is on file: surveys are monthly")),
    category(
      "quarter",
      "Quarter of the contact",
      at(
        "Service Satisfaction",
        "that quarters are those of the contact; they are named by the month in which they end",
      ),
      quarters("2013-09", 12),
    ),
    weight(at("About these statistics")),
    category(
      "parent",
      "Parent type",
      at("Parents have become less satisfied"),
      answers({ receiving: "Receiving Parent", paying: "Paying Parent" }),
    ),
    category(
      "csa",
      "Whether the client had to do with the Child Support Agency before",
      at("Historic CSA Involvement", "that a client may not know"),
      [...answers({ past: "CSA before", none: "No CSA before" }), DONT_KNOW],
    ),
    category(
      "reason",
      "What the latest contact was about",
      at(DEFINITIONS),
      answers({
        application: "Application",
        change: "Change of circumstances",
        arrears: "Arrears",
        complaint: "Complaint",
      }),
    ),
    OVERALL,
    ...ITEMS,
  ],
  impossible: [],
  measures: [
    {
      kind: "share",
      id: "cms16.satisfied",
      basis: at(DEFINITIONS, SCALE),
      base: ratedBut(OVERALL, "dont-know", "prefer-not-to-say"),
      counts: atLeast("satisfaction", CUT),
    },
    {
      kind: "pooled",
      id: "cms16.client-service",
      basis: at(DEFINITIONS, `that answers are pooled, as for Options; ${SCALE}`),
      items: ITEMS.map(({ id }) => id),
      counts: { from: CUT },
    },
    ...ITEMS.map(
      (variable): Measure => ({
        kind: "share",
        id: `cms16.${variable.id}`,
        basis: variable.basis,
        base: ratedBut(variable, "dont-know", "prefer-not-to-say", "not-applicable"),
        counts: atLeast(variable.id, CUT),
      }),
    ),
  ],
  populations: [
    {
      id: "all",
      when: EVERYONE,
      basis: at("Service Satisfaction", "that who gave no rating is counted: no number is printed"),
    },
    {
      id: "client-service",
      when: any(...ITEMS.map((variable) => atLeast(variable.id, variable.lowest))),
      basis: at("Client Service", "that an answer to one of the eight items is enough"),
    },
  ],
  dimensions: { parent: "parent", csa: "csa" },
  roles: { interview: "interview", weight: "weight", date: "interview-date", period: "quarter" },
  sampling: {
    strata: ["quarter"],
    quotas: null,
    basis: at(
      "About these statistics",
      "that clients are drawn at random: how they are selected is not stated in the texts held",
    ),
    note: "Monthly surveys of clients with a contact in the month before. Samples are said to have grown; no number is printed.",
  },
  weighting: [
    {
      kind: "post-stratify",
      variables: ["quarter", "parent"],
      population: "clients in contact with the CMS",
      basis: at(
        "About these statistics",
        "the variables: those by which the population is split are not stated",
      ),
      note: "Results are weighted up to the clients in contact. Characteristics and numbers of these clients are not in the texts held.",
    },
  ],
  exclusions: [
    {
      id: "language",
      statement: "People who do not speak English.",
      from: "sample",
      basis: at("About these statistics"),
    },
    {
      id: "permission",
      statement: "Clients who refused contact for research.",
      from: "sample",
      basis: at("About these statistics"),
    },
    {
      id: "others",
      statement: "Others: the two groups are named as examples, and the full list is not in the texts held.",
      from: "sample",
      basis: at("About these statistics"),
    },
  ],
};
