import type { CategoryVariable, Condition } from "../../src/model/codebook.js";
import { all, any, is } from "../../src/model/condition.js";
import { answeredBut, answers, DONT_KNOW, NOT_APPLICABLE, YES_NO } from "./answers.js";
import { type Asked, basisIn, category } from "./parts.js";

const at = basisIn("ces-2023-24");

/** What is assumed where a text gives the result of a question and not its answers. */
export const ANSWERS = "the answers offered: the texts held name the result and no scale";

const AGREEMENT = answers({
  "strongly-agree": "Strongly agree",
  agree: "Agree",
  neither: "Neither agree nor disagree",
  disagree: "Disagree",
  "strongly-disagree": "Strongly disagree",
});
const EASE = answers({
  "very-easy": "Very easy",
  "fairly-easy": "Fairly easy",
  neither: "Neither easy nor difficult",
  "fairly-difficult": "Fairly difficult",
  "very-difficult": "Very difficult",
});
export const SATISFACTION = answers({
  "very-satisfied": "Very satisfied",
  "fairly-satisfied": "Fairly satisfied",
  neither: "Neither satisfied nor dissatisfied",
  "fairly-dissatisfied": "Fairly dissatisfied",
  "very-dissatisfied": "Very dissatisfied",
});

export const NEW = is("contact", "new");
const RECEIVING = is("parent", "receiving");
/** Footnotes 2 and 3: of Paying Parents, only those with a change of circumstances. */
export const NEW_RECEIVING_OR_CHANGE = any(all(NEW, RECEIVING), is("contact", "change"));
const NOT_DIRECT_PAY = all(RECEIVING, is("direct-pay", "no"));
export const USED_GOVUK = is("used-govuk", "yes");
const STAFF_CONTACT = any(
  is("contact-by-phone", "yes"),
  is("contact-online", "yes"),
  is("contact-in-person", "yes"),
);
export const LIVE_CONTACT = any(STAFF_CONTACT, is("contact-by-video", "yes"));

const AMONG = {
  staff: { asked: STAFF_CONTACT, askedOf: "customers in contact by phone, online or in person" },
  live: {
    asked: LIVE_CONTACT,
    askedOf: "customers who dealt with the CMS by phone, online, by video call or in person",
  },
  new: { asked: NEW, askedOf: "New customers: those with a new application" },
  newReceivingOrChange: {
    asked: NEW_RECEIVING_OR_CHANGE,
    askedOf: "Receiving Parents with a new application, and customers with a change of circumstances",
  },
  notDirectPay: { asked: NOT_DIRECT_PAY, askedOf: "Receiving Parents not on Direct Pay" },
  govuk: { asked: USED_GOVUK, askedOf: "customers who used GOV.UK" },
};

/** Questions of the four drivers: who was asked, which answers count, who is left out of the base. */
export const DRIVERS: readonly { variable: CategoryVariable; counts: readonly string[] }[] = [
  agree("said-would-do", "Staff did what they had said", "Figure 4, base lines", AMONG.staff, true),
  agree("accurate", "Staff gave accurate information", "Figure 4, base lines", AMONG.staff, true),
  {
    variable: category(
      "time-to-outcome",
      "How satisfied with the time until the outcome of the application was known",
      at("Figure 4, base lines", ANSWERS),
      [...SATISFACTION, DONT_KNOW],
      AMONG.new,
    ),
    counts: ["very-satisfied", "fairly-satisfied"],
  },
  payment("paid-on-time", "The CMS paid when it had said"),
  payment("paid-right-amount", "The CMS paid the amount it had said"),
  easy("found-on-govuk", "How easy to find all information on GOV.UK", "Figure 6, base lines", AMONG.govuk),
  easy(
    "easy-to-apply",
    "How easy to apply or to report a change",
    "Figure 6, base lines, and Footnote 2",
    AMONG.newReceivingOrChange,
  ),
  {
    variable: category(
      "first-time",
      "Whether the information came at the first attempt",
      at("Figure 6, base lines", ANSWERS),
      [...YES_NO, DONT_KNOW],
      AMONG.live,
    ),
    counts: ["yes"],
  },
  {
    variable: category(
      "no-repeat",
      "Whether the customer had to get in touch more than once to explain the same thing",
      at("Figure 7, base lines", ANSWERS),
      answers({ "had-to": "Had to", "did-not-have-to": "Did not have to" }).concat(DONT_KNOW),
    ),
    counts: ["did-not-have-to"],
  },
  easy("easy-to-use", "How easy to use the CMS", "Figure 7, base lines"),
  agree("clear", "The CMS communicated clearly", "Figure 8, base lines"),
  agree("knew-next", "Had a good understanding of what would come next", "Figure 8, base lines", {}, true),
  agree("timescales", "The CMS gave timescales for the decision", "Figure 8, base lines", AMONG.new),
  agree(
    "decisions-explained",
    "Decisions on the application were explained clearly",
    "Figure 8, base lines",
    AMONG.new,
    true,
  ),
  agree(
    "handled-professionally",
    "The request was handled professionally",
    "Figure 9, base lines",
    AMONG.staff,
    true,
  ),
  agree(
    "understood-needs",
    "Staff understood the customer's needs",
    "Figure 9, base lines",
    AMONG.staff,
    true,
  ),
  agree(
    "tailored",
    "The service was tailored to personal circumstances",
    "Figure 9, base lines, and Footnote 3",
    AMONG.newReceivingOrChange,
    true,
  ),
];

function agree(id: string, label: string, place: string, among: Asked = {}, mayNotApply = false) {
  const list = [...AGREEMENT, DONT_KNOW, ...(mayNotApply ? [NOT_APPLICABLE] : [])];
  return {
    variable: category(id, label, at(place, ANSWERS), list, among),
    counts: ["strongly-agree", "agree"],
  };
}

function payment(id: string, label: string) {
  const assumed = `${ANSWERS}; and that those to whom a payment did not apply are left out, since something must make the bases of 221 and 223 differ and no reason is printed`;
  const list = [...AGREEMENT, DONT_KNOW, NOT_APPLICABLE];
  return {
    variable: category(id, label, at("Figure 5, base lines", assumed), list, AMONG.notDirectPay),
    counts: ["strongly-agree", "agree"],
  };
}

function easy(id: string, label: string, place: string, among: Asked = {}) {
  const list = [...EASE, DONT_KNOW];
  return {
    variable: category(id, label, at(place, ANSWERS), list, among),
    counts: ["very-easy", "fairly-easy"],
  };
}

/** Who did not find the question inapplicable: a don't know stays, since base lines leave out nothing else. */
export const driverBase = ({ id }: { id: string }): Condition => {
  const found = DRIVERS.find(({ variable }) => variable.id === id);
  if (found === undefined) throw new RangeError(`${id} is no question of a driver`);
  return answeredBut(found.variable, "not-applicable");
};
