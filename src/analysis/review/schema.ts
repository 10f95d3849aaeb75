import {
  type ClaimKind,
  CONCERNS,
  type Concern,
  VERDICTS,
  type Verdict,
  type VerdictBasis,
  type Weight,
} from "../../claims/claim.js";
import {
  type ColumnOf,
  defineTable,
  flag,
  number,
  open,
  type RowOf,
  text,
  whole,
} from "../../model/table.js";
import { THE_PUBLICATIONS } from "../../model/the-publications.js";
import type { Status } from "../../model/value.js";
import { WORKSPACE } from "../../model/workspace.js";

const SOURCE = `${THE_PUBLICATIONS}, each sentence judged without itself.`;
const PUBLICATION = text("id of the publication");
const WORK = text("the publication, or the report of which it is the background paper");
const CHART = open(text("chart that the sentence describes"));
const KIND = text<ClaimKind>("kind of claim");
const VERDICT = text<Verdict>(`one of ${VERDICTS.join(", ")}`);
const RESTATES = open(text("the claim that it says again"));
const BECAUSE = text("the shortest reason");
const ALTERNATIVES = open(text("what else could be behind it"));
const end = (description: string) => open(number()(description));

/** Claims with their verdicts. Lists are joined by `;`. */
export const CLAIMS = defineTable({
  name: "claims",
  title: "Claims and verdicts",
  description: `Every claim of ${WORKSPACE.publications}, in our words, with its verdict under the default assumptions.`,
  source: SOURCE,
  columns: {
    id: text("id of the claim"),
    publication: PUBLICATION,
    locator: text("where its sentence stands"),
    chart: CHART,
    statement: text("the claim in our words"),
    kind: KIND,
    verdict: VERDICT,
    basis: text<VerdictBasis>("computed from numbers, by-reading of words, or none"),
    concern: text<Concern>(`what is at issue: ${CONCERNS.join(", ")}`),
    weight: text<Weight>("conclusion, or only a number"),
    restates: RESTATES,
    because: BECAUSE,
    otherwise: open(text("what comes out under other choices of how much groups weigh")),
    critical: end("largest design effect at which the difference is significant, at the printed numbers"),
    worst: end("the same at the worst numbers that agree with everything else"),
    holm: open(text("whether it survives Holm's correction: yes, no or not known")),
    values: text("ids of the numbers that it uses, joined by ;"),
    states: text("ids of the numbers that its sentence gives"),
    needs: text("ids of the numbers that would decide it"),
    given: text("claims on other charts that were taken as given"),
    phrases: text("phrases that it reads"),
    outside: text("ids of the numbers of other sources that it is held against"),
    code: open(text("its predicate")),
    low: end("lower end of where its number lies"),
    high: end("upper end"),
    from: end("lower end of where it would have to lie"),
    to: end("upper end"),
    unit: open(text("percent or points")),
    close: flag("whether it is a close call"),
    alternatives: ALTERNATIVES,
    note: open(text("what a reviewer must know")),
  },
});

/** Every fair reading of the claims that have several, the bands of their phrases included. */
export const READINGS = defineTable({
  name: "claim-readings",
  title: "Readings of claims",
  description:
    "Every fair reading of each claim that has several, with its verdict under the default assumptions.",
  source: SOURCE,
  columns: {
    claim: text("id of the claim"),
    id: text("id of the reading"),
    statement: text("the claim in this reading, or how its phrase is read"),
    warrant: text("what in the same publication allows the reading"),
    verdict: VERDICT,
    because: BECAUSE,
    code: text("its predicate"),
  },
});
export type ReadingRow = RowOf<typeof READINGS>;

/** A claim with its readings, which stand in a table of their own; none where there is only one. */
export type ClaimRow = RowOf<typeof CLAIMS> & { readonly readings: readonly ReadingRow[] };

/** How many claims of each publication have each verdict, those that say another again left out. */
export const VERDICT_COUNTS = defineTable({
  name: "claims-by-verdict",
  title: "Claims by verdict",
  description: "How many claims of each publication have each verdict.",
  source: SOURCE,
  columns: {
    publication: PUBLICATION,
    verdict: VERDICT,
    claims: whole()("number of claims"),
    kind: text<"calculated">("kind of number"),
  },
});
export type VerdictCount = RowOf<typeof VERDICT_COUNTS>;

/** Claims as the judge needs them. A page's worker judges from these rows and those of numbers and phrases. */
export const STATEMENTS = defineTable({
  name: "claim-statements",
  title: "Claims as they are judged",
  description: "What each claim uses, states and restates.",
  source: SOURCE,
  columns: {
    id: text("id of the claim"),
    publication: PUBLICATION,
    work: WORK,
    chart: CHART,
    kind: KIND,
    states: text("ids of the numbers that the sentence itself gives, joined by ;"),
    restates: RESTATES,
    family: open(text("the comparisons that a correction counts it among")),
    evidence: flag("whether it may be taken as given for claims on other charts"),
    alternatives: ALTERNATIVES,
    disputed: open(text("the words that can be taken in more than one way")),
  },
});
export type StatementRow = RowOf<typeof STATEMENTS>;

/** The numbers that claims are judged on. */
export const NUMBERS = defineTable({
  name: "claim-numbers",
  title: "Numbers that claims are judged on",
  description: "Values, interviews and dates by id, with where they lie; empty where they are not held.",
  source: SOURCE,
  columns: {
    id: text("id of a value, a base or an event"),
    publication: PUBLICATION,
    work: WORK,
    measure: text("measure; interviews for a base, date for an event"),
    unit: text<"percent" | "other">("percent, or other"),
    group: text("group as dimension=code"),
    period: open(text("month, or first and last month")),
    printed: open(text("digits as printed")),
    status: text<Status>("how it is given"),
    low: end("lower end of where it lies"),
    high: end("upper end"),
    rounded: flag("whether the ends come from printed digits"),
    base: open(text("id of its base")),
    interviews: open(whole()("interviews of its base")),
  },
});
export type NumberRow = RowOf<typeof NUMBERS>;

/** The ways to read a phrase. */
export const PHRASE_READINGS = ["usual", "narrow", "wide"] as const;
type PhraseReading = (typeof PHRASE_READINGS)[number];

/** The ends of each way to read a phrase, by column. */
export type PhraseEnds<End, Open> = Readonly<
  Record<`${PhraseReading}_${"low" | "high"}`, End> & Record<`${PhraseReading}_open`, Open>
>;

export type OpenEnds = "low" | "high" | "both" | "none";

/** The interval that each phrase is read as. */
export const PHRASES = defineTable({
  name: "phrases",
  title: "Phrases and how they are read",
  description:
    "The interval that each phrase of the publications is read as, with a narrower and a wider reading.",
  source: "Our reading.",
  columns: {
    id: text("id"),
    phrase: text("the phrase"),
    ...(Object.fromEntries(
      PHRASE_READINGS.flatMap((reading) => [
        [`${reading}_low`, number()(`lower end of the ${reading} reading`)],
        [`${reading}_high`, number()(`upper end of the ${reading} reading`)],
        [`${reading}_open`, text("ends that do not belong to it: low, high, both or none")],
      ]),
    ) as PhraseEnds<ColumnOf<number>, ColumnOf<OpenEnds>>),
    why: text("why it is read so"),
  },
});
export type PhraseRow = RowOf<typeof PHRASES>;
