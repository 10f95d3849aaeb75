import { all, below, byDefinition, type Condition, leftOpen, reads, same, values } from "../condition.js";
import { coverage } from "../coverage.js";
import { ONLY_PAIR, SAID_ELSEWHERE } from "../only-here.js";
import { datedAsRecorded, type Predicate, sameAsRecorded } from "../predicate.js";
import { number, plus, value } from "../term.js";
import { MONTHS } from "./options-2016-months.js";

const own = (name: string) => value(`options-2016-methodology.${name}`);
const interviews = (group: string) => plus(...values(`options-2016.base.all.${group}`, MONTHS));
const covered = coverage("options-2016-methodology");
const pairOnly = leftOpen(ONLY_PAIR);
const otherAgents: Condition = leftOpen(
  "the report names agents of DWP; the same people can be meant, which no text says",
);

/** Both ends of a scale are as printed in the paper. */
const scale =
  (name: string): Predicate =>
  ({ number: printed }) =>
    all(
      ...["lowest", "highest"].map((end) =>
        same(own(`${name}-${end}`), number(printed(`options-2016-methodology.${name}-${end}`))),
      ),
    );

export const OPTIONS_2016_METHODOLOGY: Readonly<Record<string, Predicate>> = {
  "options-2016-methodology.claim.published": datedAsRecorded("options-2016-methodology.event.published"),
  "options-2016-methodology.claim.csa-replaced": leftOpen(SAID_ELSEWHERE),
  "options-2016-methodology.claim.options-first": leftOpen(SAID_ELSEWHERE),
  "options-2016-methodology.claim.established": datedAsRecorded("options-2016-methodology.event.established"),
  "options-2016-methodology.claim.span": covered,

  "options-2016-methodology.claim.telephone": pairOnly,
  "options-2016-methodology.claim.options-agents": otherAgents,
  "options-2016-methodology.claim.once-a-month": pairOnly,
  "options-2016-methodology.claim.parents-interviewed": leftOpen(
    "the report has clients interviewed, by which it may mean parents only or anyone with an interest",
  ),
  "options-2016-methodology.claim.random": pairOnly,
  "options-2016-methodology.claim.no-english": pairOnly,
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
  "options-2016-methodology.claim.majority-of-calls": reads(
    value("options-2016.calls.care-main"),
    "majority of calls",
  ),
  "options-2016-methodology.claim.small-sample-misrepresents": leftOpen(
    "fewer interviews make a group's figure less precise, which may be what is meant; they do not move it one way",
  ),
  "options-2016-methodology.claim.not-weighted": pairOnly,

  "options-2016-methodology.claim.same-question": pairOnly,
  "options-2016-methodology.claim.satisfaction-scale": scale("satisfaction-scale"),
  "options-2016-methodology.claim.satisfaction-cut": sameAsRecorded(
    "options-2016-methodology.satisfaction-cut",
  ),
  "options-2016-methodology.claim.overall-span": covered,
  "options-2016-methodology.claim.wait-one-figure": pairOnly,
  "options-2016-methodology.claim.service-items": byDefinition(
    true,
    "the numbered list under the sentence has six",
  ),
  "options-2016-methodology.claim.service-scale": scale("service-scale"),
  "options-2016-methodology.claim.service-cut": sameAsRecorded("options-2016-methodology.service-cut"),
  "options-2016-methodology.claim.overall-service-span": covered,
};
