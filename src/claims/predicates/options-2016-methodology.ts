import {
  all,
  atMost,
  below,
  between,
  byDefinition,
  type Condition,
  leftOpen,
  reads,
  same,
  values,
} from "../condition.js";
import { number, plus, value } from "../term.js";
import { inMonth, MONTHS } from "./options-2016-months.js";

const own = (name: string) => value(`options-2016-methodology.${name}`);
const report = (name: string) => value(`options-2016.${name}`);
const interviews = (group: string) => plus(...values(`options-2016.base.all.${group}`, MONTHS));
const newYear = (year: number) => Date.UTC(year, 0, 1) / 86_400_000;

const sameSpan: Condition = all(
  inMonth("options-2016.event.coverage-start", "2014-04"),
  inMonth("options-2016.event.coverage-end", "2016-09"),
);
const otherAgents: Condition = leftOpen(
  "the report names agents of DWP; the same people can be meant, which no text says",
);

export const OPTIONS_2016_METHODOLOGY: Readonly<Record<string, Condition>> = {
  "options-2016-methodology.claim.published": inMonth("options-2016-methodology.event.published", "2016-12"),
  "options-2016-methodology.claim.csa-replaced": atMost(
    value("cms-2016.event.introduced"),
    own("event.published"),
  ),
  "options-2016-methodology.claim.options-first": atMost(report("event.gateway"), own("event.published")),
  "options-2016-methodology.claim.established": between(
    own("event.established"),
    newYear(2008),
    newYear(2009) - 1,
  ),
  "options-2016-methodology.claim.span": sameSpan,

  "options-2016-methodology.claim.telephone": byDefinition(
    true,
    "the report too speaks of telephone surveys",
  ),
  "options-2016-methodology.claim.options-agents": otherAgents,
  "options-2016-methodology.claim.once-a-month": byDefinition(
    true,
    "the report says the same: each month, about contacts in the month before",
  ),
  "options-2016-methodology.claim.parents-interviewed": leftOpen(
    "the report has clients interviewed, by which it may mean parents only or anyone with an interest",
  ),
  "options-2016-methodology.claim.random": byDefinition(true, "the report says the same: selected at random"),
  "options-2016-methodology.claim.five-exclusions": byDefinition(
    true,
    "the report names two of the five, as examples",
  ),
  "options-2016-methodology.claim.no-english": byDefinition(true, "the report leaves the same group out"),
  "options-2016-methodology.claim.six-months": same(own("survey-gap"), number(6)),

  "options-2016-methodology.claim.few-complete": reads(own("response"), "small proportion"),
  "options-2016-methodology.claim.low-response-bias": byDefinition(
    true,
    "a low response leaves room for bias; it does not show that there is any",
  ),
  "options-2016-methodology.claim.agents-trained": otherAgents,
  "options-2016-methodology.claim.exclusions-bias": byDefinition(
    true,
    "nothing is known of those left out, so their answers could differ",
  ),
  "options-2016-methodology.claim.fewer-with-some-care": below(
    interviews("care-some-or-none"),
    interviews("care-main"),
  ),
  "options-2016-methodology.claim.majority-of-calls": reads(report("calls.care-main"), "majority of calls"),
  "options-2016-methodology.claim.small-sample-misrepresents": leftOpen(
    "fewer interviews make a group's figure less precise, which may be what is meant; they do not move it one way",
  ),
  "options-2016-methodology.claim.not-weighted": byDefinition(true, "the report mentions no weighting"),
  "options-2016-methodology.claim.guide": byDefinition(
    true,
    "a figure from a sample with the limits that are named is an estimate",
  ),

  "options-2016-methodology.claim.same-question": byDefinition(true, "the report has the same question"),
  "options-2016-methodology.claim.satisfaction-scale": all(
    same(own("satisfaction-scale-lowest"), number(1)),
    same(own("satisfaction-scale-highest"), number(10)),
  ),
  "options-2016-methodology.claim.satisfaction-cut": same(own("satisfaction-cut"), number(7)),
  "options-2016-methodology.claim.overall-span": sameSpan,
  "options-2016-methodology.claim.wait-one-figure": byDefinition(
    true,
    "the report prints one figure for the whole period",
  ),
  "options-2016-methodology.claim.service-items": same(report("service-items"), number(6)),
  "options-2016-methodology.claim.service-sum": byDefinition(
    false,
    "the end of the same definition makes it the percentage of ratings of 7 or more; a sum of six ratings runs from 6 to 60",
  ),
  "options-2016-methodology.claim.service-scale": all(
    same(report("service-scale-lowest"), number(1)),
    same(report("service-scale-highest"), number(10)),
  ),
  "options-2016-methodology.claim.same-statements": byDefinition(
    true,
    "the report has the same six statements",
  ),
  "options-2016-methodology.claim.service-cut": same(own("service-cut"), number(7)),
  "options-2016-methodology.claim.overall-service-span": sameSpan,
  "options-2016-methodology.claim.guidelines": byDefinition(true, "the report names the same guidelines"),
};
