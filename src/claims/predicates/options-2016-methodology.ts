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
import { datedAsRecorded, type Predicate, sameAsRecorded } from "../predicate.js";
import { number, plus, type Term, value } from "../term.js";
import { MONTHS } from "./options-2016-months.js";

const own = (name: string) => value(`options-2016-methodology.${name}`);
const report = (name: string) => value(`options-2016.${name}`);
const interviews = (group: string) => plus(...values(`options-2016.base.all.${group}`, MONTHS));
const sameSpan: Predicate = ({ span }) =>
  all(
    between(report("event.coverage-start"), ...span("options-2016-methodology.event.coverage-start")),
    between(report("event.coverage-end"), ...span("options-2016-methodology.event.coverage-end")),
  );
const otherAgents: Condition = leftOpen(
  "the report names agents of DWP; the same people can be meant, which no text says",
);

/** Both ends of a scale are those that the paper prints. */
const scale =
  (name: string, of: (end: string) => Term): Predicate =>
  ({ number: printed }) =>
    all(
      ...["lowest", "highest"].map((end) =>
        same(of(`${name}-${end}`), number(printed(`options-2016-methodology.${name}-${end}`))),
      ),
    );

export const OPTIONS_2016_METHODOLOGY: Readonly<Record<string, Predicate>> = {
  "options-2016-methodology.claim.published": datedAsRecorded("options-2016-methodology.event.published"),
  "options-2016-methodology.claim.csa-replaced": atMost(
    value("cms-2016.event.introduced"),
    own("event.published"),
  ),
  "options-2016-methodology.claim.options-first": atMost(report("event.gateway"), own("event.published")),
  "options-2016-methodology.claim.established": datedAsRecorded("options-2016-methodology.event.established"),
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
  "options-2016-methodology.claim.six-months": sameAsRecorded("options-2016-methodology.survey-gap"),

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
  "options-2016-methodology.claim.satisfaction-scale": scale("satisfaction-scale", own),
  "options-2016-methodology.claim.satisfaction-cut": sameAsRecorded(
    "options-2016-methodology.satisfaction-cut",
  ),
  "options-2016-methodology.claim.overall-span": sameSpan,
  "options-2016-methodology.claim.wait-one-figure": byDefinition(
    true,
    "the report prints one figure for the whole period",
  ),
  "options-2016-methodology.claim.service-items": sameAsRecorded(
    "options-2016-methodology.service-items",
    report("service-items"),
  ),
  "options-2016-methodology.claim.service-sum": byDefinition(
    false,
    "the end of the same definition makes it the percentage of ratings of 7 or more; a sum of six ratings runs from 6 to 60",
  ),
  "options-2016-methodology.claim.service-scale": scale("service-scale", report),
  "options-2016-methodology.claim.same-statements": byDefinition(
    true,
    "the report has the same six statements",
  ),
  "options-2016-methodology.claim.service-cut": sameAsRecorded("options-2016-methodology.service-cut"),
  "options-2016-methodology.claim.overall-service-span": sameSpan,
  "options-2016-methodology.claim.guidelines": byDefinition(true, "the report names the same guidelines"),
};
