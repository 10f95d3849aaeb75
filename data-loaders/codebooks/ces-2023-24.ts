import type { Basis, Codebook, Condition, Population, ShareMeasure } from "../../src/model/codebook.js";
import { all, any, EVERYONE, is, not } from "../../src/model/condition.js";
import { answeredBut, answers, DONT_KNOW, NOT_RECORDED, PREFER_NOT_TO_SAY, YES_NO } from "./answers.js";
import {
  ANSWERS,
  DRIVERS,
  driverBase,
  LIVE_CONTACT,
  NEW,
  NEW_RECEIVING_OR_CHANGE,
  SATISFACTION,
  USED_GOVUK,
} from "./ces-drivers.js";
import { basisIn, category, INTERVIEW, interviewDate, quarters, weight } from "./parts.js";

const at = basisIn("ces-2023-24");

/** The three months after each quarter. */
const FIELDWORK = { from: "2023-07-01", to: "2024-06-30" };

const QUARTERS = quarters("2023-04", 4);

const WAY = "that each way is recorded by itself, and that several may be true of one customer";

const SATISFIED = category(
  "satisfaction",
  "How satisfied with the service from the CMS overall",
  at(
    "Overall satisfaction",
    "the two dissatisfied answers, and that there is no middle one: 39 satisfied and 61 dissatisfied leave no room for it",
  ),
  [...SATISFACTION.filter(({ code }) => code !== "neither"), DONT_KNOW],
);

const ANSWERED = answeredBut(SATISFIED, "dont-know");

const share = (id: string, basis: Basis, base: Condition, counts: Condition): ShareMeasure => ({
  kind: "share",
  id: `ces.${id}`,
  basis,
  base,
  counts,
});

const population = (id: string, place: string, when: Condition): Population => ({
  id,
  when,
  basis: at(place),
});

/**
 * Customer Experience Survey of the Child Maintenance Service: customers with a contact from April 2023 to March 2024.
 */
export const CES_2023_24: Codebook = {
  id: "ces-2023-24",
  title: "Customer Experience Survey: Child Maintenance Service, 2023/24",
  publications: ["ces-2023-24"],
  unit: "a customer interviewed",
  contacts: { from: "2023-04", to: "2024-03" },
  fieldwork: {
    ...FIELDWORK,
    basis: at(
      "Fieldwork",
      "the days: fieldwork is quarterly, so that each quarter is taken to be interviewed in the three months after it",
    ),
  },
  variables: [
    INTERVIEW,
    interviewDate(
      FIELDWORK,
      at("Fieldwork", "that the day is on file: the text speaks of quarterly fieldwork"),
    ),
    category(
      "quarter",
      "Quarter of the contact",
      at("Sample", "the quarters of the year from April"),
      QUARTERS,
    ),
    category(
      "mode",
      "Mode of the interview",
      at("Fieldwork"),
      answers({ online: "Online", telephone: "Telephone" }),
    ),
    weight(at("Sample")),
    category(
      "parent",
      "Parent type",
      at("About the Child Maintenance Service and Figure 2"),
      answers({ receiving: "Receiving Parent", paying: "Paying Parent" }),
    ),
    category(
      "contact",
      "Contact reason",
      at("Sample and Figure 3"),
      answers({ new: "New application", change: "Change of circumstances" }),
    ),
    category(
      "service-length",
      "Length of service use",
      at("Sample", "the classes: the text names the variable for the weights and no class"),
      answers({
        "under-6-months": "Under 6 months",
        "6-to-23-months": "6 to 23 months",
        "2-to-4-years": "2 to 4 years",
        "5-years-plus": "5 years or more",
      }),
    ),
    category(
      "age",
      "Age",
      at("Figure 10, base line"),
      answers({
        "16-24": "16 to 24",
        "25-34": "25 to 34",
        "35-44": "35 to 44",
        "45-54": "45 to 54",
        "55-plus": "55 and over",
      }),
    ),
    category("gender", "Gender, as the sample records it", at("Figure 11, base line"), [
      ...answers({ female: "Female", male: "Male" }),
      NOT_RECORDED,
    ]),
    category("ethnicity", "Ethnicity", at("Figure 12, base line and note"), [
      ...answers({
        asian: "Asian/Asian British",
        black: "Black/African/Caribbean/Black British",
        white: "White",
        "other-mixed": "Other/Mixed/Multiple ethnicities",
      }),
      PREFER_NOT_TO_SAY,
      DONT_KNOW,
    ]),
    category("health", "Long-term physical or mental health condition", at("Figure 13, base line"), [
      ...answers({
        physical: "Physical only",
        mental: "Mental only",
        both: "Both physical and mental",
        none: "None",
      }),
      PREFER_NOT_TO_SAY,
    ]),
    category("contact-by-phone", "In contact by phone", at("Figures 4 and 9, base lines", WAY), YES_NO),
    category("contact-online", "In contact online", at("Figures 4 and 9, base lines", WAY), YES_NO),
    category("contact-in-person", "In contact in person", at("Figures 4 and 9, base lines", WAY), YES_NO),
    category("contact-by-video", "In contact by video call", at("Figure 6, base lines", WAY), YES_NO),
    category("contact-other", "In contact by letter, email or another way", at("Sample", WAY), YES_NO),
    category(
      "direct-pay",
      "Whether maintenance goes straight from one parent to the other, by Direct Pay",
      at("Figure 5, base lines", "that it is known of every customer, Paying Parents included"),
      YES_NO,
    ),
    category(
      "used-govuk",
      "Whether the customer used GOV.UK",
      at("Figure 6, base lines", "that everyone is asked, and that no answer but yes leads on"),
      [...YES_NO, DONT_KNOW],
    ),
    SATISFIED,
    ...DRIVERS.map(({ variable }) => variable),
    category(
      "internet-access",
      "Can get online, at home or elsewhere",
      at("Figure 15 and its text", ANSWERS),
      [...YES_NO, DONT_KNOW],
    ),
    category(
      "online-services",
      "Could have used government services online, had they been on offer",
      at("Figure 16 and its text", "the answers other than with and without help"),
      [...answers({ unaided: "Yes, without help", helped: "Yes, with help", no: "No" }), DONT_KNOW],
    ),
  ],
  impossible: [
    {
      id: "no-contact",
      statement: "A customer without any contact is not in the sample.",
      when: not(any(LIVE_CONTACT, is("contact-other", "yes"))),
      basis: at("Sample", WAY),
    },
  ],
  measures: [
    share(
      "satisfied",
      at("Overall satisfaction"),
      ANSWERED,
      is("satisfaction", "very-satisfied", "fairly-satisfied"),
    ),
    share(
      "dissatisfied",
      at("Figure 1", "which answers count: all but the satisfied ones, since 39 and 61 make 100"),
      ANSWERED,
      is("satisfaction", "fairly-dissatisfied", "very-dissatisfied"),
    ),
    ...DRIVERS.map(({ variable, counts }) =>
      share(variable.id, variable.basis, driverBase(variable), is(variable.id, ...counts)),
    ),
    {
      kind: "profile",
      id: "ces.health-profile",
      basis: at("Figure 14 and its text"),
      base: EVERYONE,
      dimension: "health",
      unions: { any: ["physical", "mental", "both"] },
    },
    share("internet-access", at("Figure 15 and its text"), EVERYONE, is("internet-access", "yes")),
    share("online-unaided", at("Figure 16 and its text"), EVERYONE, is("online-services", "unaided")),
    share("online-helped", at("Figure 16 and its text"), EVERYONE, is("online-services", "helped")),
    share(
      "paying-parents",
      at("Figure 11 and its text"),
      is("gender", "female", "male"),
      is("parent", "paying"),
    ),
  ],
  populations: [
    population("all", "Figures 7, 8, 14, 15 and 16, base lines", EVERYONE),
    population("answered", "Figures 1 to 3, 10, 12 and 13, base lines", ANSWERED),
    population(
      "answered-gender-known",
      "Figure 11, base line",
      all(ANSWERED, is("gender", "female", "male")),
    ),
    population("new", "Figures 4 and 8, base lines", NEW),
    population("used-govuk", "Figure 6, base lines", USED_GOVUK),
    population("new-receiving-or-change", "Figure 6, base lines", NEW_RECEIVING_OR_CHANGE),
    population("live-contact", "Figure 6, base lines", LIVE_CONTACT),
    ...["said-would-do", "accurate"].map((id) => population(id, "Figure 4, base lines", driverBase({ id }))),
    ...["paid-on-time", "paid-right-amount"].map((id) =>
      population(id, "Figure 5, base lines", driverBase({ id })),
    ),
    ...["knew-next", "decisions-explained"].map((id) =>
      population(id, "Figure 8, base lines", driverBase({ id })),
    ),
    ...["handled-professionally", "understood-needs", "tailored"].map((id) =>
      population(id, "Figure 9, base lines", driverBase({ id })),
    ),
  ],
  dimensions: {
    parent: "parent",
    contact: "contact",
    age: "age",
    gender: "gender",
    ethnicity: "ethnicity",
    health: "health",
  },
  roles: { interview: "interview", weight: "weight", date: "interview-date", period: "quarter" },
  sampling: {
    strata: ["quarter"],
    quotas: ["parent", "contact"],
    basis: at("Sample"),
    note: "Each quarter has its own sample, drawn at random to fill least numbers of interviews by parent type and contact reason. The numbers are not in the texts held. Quota cells are no strata: how many interviews a cell gets beyond its least number is not fixed.",
  },
  weighting: [
    {
      kind: "rake",
      variables: ["age", "gender", "service-length", "contact"],
      population: "customers with a contact in the quarter",
      basis: at(
        "Sample",
        "that each variable is fitted by itself, over the whole year, with customers of unrecorded gender as a class of their own",
      ),
      note: "The text names the four variables. Their targets, classes, trimming, and whether quarters are weighted by themselves are not in the texts held. Parent type is no weighting variable.",
    },
  ],
  exclusions: [
    {
      id: "no-recent-contact",
      statement: "Customers without a contact in the quarter.",
      from: "sample",
      basis: at("Sample"),
    },
    {
      id: "other-reason",
      statement: "Customers whose contact was neither a new application nor a change of circumstances.",
      from: "sample",
      basis: at("Sample"),
    },
    {
      id: "no-change-on-record",
      statement: "Customers whose contact set off no change in the administrative data.",
      from: "sample",
      basis: at("Sample"),
    },
    {
      id: "dont-know",
      statement: "Who did not know how satisfied they were, from all results on overall satisfaction.",
      from: "results",
      basis: at("Overall satisfaction"),
    },
    {
      id: "not-applicable",
      statement: "Who said that a question of a driver did not apply, from the result of that question.",
      from: "results",
      basis: at("Figures 4, 8 and 9, base lines"),
    },
    {
      id: "gender-not-recorded",
      statement: "Customers whose gender the sample does not record, from results by gender.",
      from: "results",
      basis: at("Figure 11, base line"),
    },
    {
      id: "ethnicity-not-known",
      statement: "Customers who did not know their ethnicity, from the groups of the result by ethnicity.",
      from: "results",
      basis: at("Figure 12, note"),
    },
  ],
};
