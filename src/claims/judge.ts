import { listed } from "../model/format.js";
import { type AssumedClaim, assumedFor } from "./assumed.js";
import { type Assumptions, PHRASE_READINGS, SHARES_IN_WORDS } from "./assumptions.js";
import { type Case, casesOf } from "./cases.js";
import type { Claim, Verdict, VerdictBasis } from "./claim.js";
import { type Condition, idsIn, pairsOf, phrasesIn } from "./condition.js";
import { NO_AGREEMENT } from "./disagreement.js";
import { holds } from "./holds.js";
import { comparisonsOf, type Entry, entryOf, type Ledger } from "./ledger.js";
import { marginOf } from "./margin.js";
import { type Margin, neededInWords, rangeInWords } from "./margin-words.js";
import type { RecordedNumber } from "./numbers.js";
import { ONLY_PAIR } from "./only-here.js";
import { spanInWords, spanOf } from "./phrase.js";
import { type Robustness, robustnessOf } from "./robustness.js";
import { type Search, search, type Witness } from "./search.js";
import { type Step, stepsOf } from "./steps.js";
import { type ClaimSystem, openIds, systemUses } from "./system.js";

/** The outcome of judging one condition. */
export interface Judged {
  readonly verdict: Verdict;
  /** The shortest reason that a reader needs. */
  readonly because: string;
  /** Missing numbers that would decide it. */
  readonly needs: readonly string[];
  /** A witness that makes it true, and one that makes it false; null for none. */
  readonly whenTrue: Witness | null;
  readonly whenFalse: Witness | null;
  /** Other claims that were assumed. */
  readonly given: readonly string[];
  readonly robustness: Robustness | null;
  readonly basis: VerdictBasis;
}

/** One reading of a claim with its outcome. */
export interface JudgedReading extends Judged {
  readonly id: string;
  /** The claim in this reading, or the phrase with its range. */
  readonly statement: string;
  readonly warrant: string;
}

export interface Judgement extends Judged {
  readonly id: string;
  /** The fair readings side by side; none where there is only one. */
  readonly readings: readonly JudgedReading[];
}

/**
 * The verdict on a claim under some assumptions: searches for complete sets of numbers, consistent with everything
 * but the claim, that make it true and that make it false.
 *
 * Not used: what the sentence itself gives, its restatements and, except for significance, sentences about the same
 * chart. Used: known numbers within their rounding, sums and weighted means, and other claims marked as evidence. A
 * claim with several readings, or with phrases that have several ranges, is judged in each, unless the assumptions
 * choose one.
 *
 * @throws RangeError for a claim that is not in the ledger, or a number or phrase that is not recorded
 */
export function judge(ledger: Ledger, id: string, assumptions: Assumptions): Judgement {
  const entry = entryOf(ledger, id);
  const [first, second] = entry.interpretations;
  const own =
    first === undefined
      ? { id, readings: [], ...unjudged(entry.claim) }
      : second === undefined
        ? inBands(ledger, entry, first.condition, assumptions)
        : inReadings(ledger, entry, assumptions);
  if (entry.outside === null || own.verdict === "contradicted") return own;
  const outside = judgeCondition(ledger, entry, entry.outside, assumptions);
  if (outside.verdict !== "contradicted") return own;
  const because = "nothing in the publication contradicts it; a source outside the publication differs";
  return { ...own, verdict: "other-source", because, needs: [], basis: "computed" };
}

function unjudged({ alternatives }: Claim): Judged {
  const because = alternatives ?? "no number decides it";
  return { ...NOTHING_FOUND, verdict: "not-numbers", because, basis: "none" };
}

const NOTHING_FOUND = { needs: [], whenTrue: null, whenFalse: null, given: [], robustness: null } as const;

/** Judges a claim in each of its readings. */
function inReadings(ledger: Ledger, entry: Entry, assumptions: Assumptions): Judgement {
  const { claim } = entry;
  const readings = entry.interpretations.map(({ reading, condition }): JudgedReading => {
    if (reading === null) throw new RangeError(`claim "${claim.id}" has a condition beside its readings`);
    return { ...reading, ...judgeCondition(ledger, entry, condition, assumptions) };
  });
  return combined(claim.id, readings, [claim.disputed ?? "its words"]);
}

/** Judges a claim with one condition; one with phrases in each of their recorded ranges. */
function inBands(ledger: Ledger, entry: Entry, condition: Condition, assumptions: Assumptions): Judgement {
  const { id } = entry.claim;
  const open = phrasesIn(condition).filter((phrase) => assumptions.phrases[phrase] === undefined);
  const usual = judgeCondition(ledger, entry, condition, assumptions);
  if (open.length === 0) return { id, ...usual, readings: [] };
  const readings = PHRASE_READINGS.map((band): JudgedReading => {
    const spans = open.map(
      (phrase) => `“${phrase}” is ${spanInWords(spanOf(ledger.phrases, phrase, { [phrase]: band }))}`,
    );
    const phrases = { ...assumptions.phrases, ...Object.fromEntries(open.map((phrase) => [phrase, band])) };
    return {
      id: `${id}.${band}`,
      statement: spans.join(", "),
      warrant: BAND_WARRANT,
      ...(band === "usual" ? usual : judgeCondition(ledger, entry, condition, { ...assumptions, phrases })),
    };
  });
  const all = combined(id, readings, open);
  return all.verdict === "reading" ? all : { id, ...usual, readings };
}

/** The warrant of a phrase's narrower or wider reading. */
const BAND_WARRANT = "recorded band of the phrase";

/** Verdicts from least to most settled: a claim is as settled as its least settled reading. */
const SETTLED: readonly Verdict[] = [
  "undecidable",
  "not-numbers",
  "consistent",
  "up-to-design-effect",
  "reproduced",
];

/** Combines readings: contradicted if false in all, "reading" if false in some, otherwise the least settled verdict. */
function combined(id: string, readings: readonly JudgedReading[], disputed: readonly string[]): Judgement {
  const wrong = readings.filter(({ verdict }) => verdict === "contradicted");
  const others = readings.filter(({ verdict }) => verdict !== "contradicted");
  const [firstWrong] = wrong;
  const [least] = [...others].sort((a, b) => SETTLED.indexOf(a.verdict) - SETTLED.indexOf(b.verdict));
  const basis = readings.some((r) => r.basis === "computed") ? "computed" : "by-reading";
  const { statement: _, warrant: __, ...judged } = least ?? (firstWrong as JudgedReading);
  if (least === undefined || firstWrong === undefined) return { ...judged, id, basis, readings };
  return {
    ...judged,
    id,
    basis,
    verdict: "reading",
    because: `it turns on what ${disputed.map((words) => `“${words}”`).join(" and ")} means: of ${readings.length} fair readings, ${wrong.length} ${wrong.length === 1 ? "does" : "do"} not fit`,
    // Each reading has its own witnesses.
    whenTrue: null,
    whenFalse: null,
    readings,
  };
}

/** The verdict on one condition of a claim. */
export function judgeCondition(
  ledger: Ledger,
  { claim, siblings }: Pick<Entry, "claim" | "siblings">,
  condition: Condition,
  assumptions: Assumptions,
): Judged {
  if (condition.type === "left-open") {
    return { ...NOTHING_FOUND, verdict: "undecidable", because: condition.because, basis: "by-reading" };
  }
  if (condition.type === "by-definition") {
    const verdict = condition.holds ? "reproduced" : "contradicted";
    return { ...NOTHING_FOUND, verdict, because: condition.because, basis: "by-reading" };
  }
  const freed = new Set(siblings.flatMap((c) => c.states));
  const ids = idsIn(condition);
  const world = { ...assumptions, comparisons: assumptions.comparisons ?? comparisonsOf(ledger, claim) };
  const trial: Trial = { ledger, claim, condition, ids, freed, world };
  const found = witnessesOf(trial);
  const robustness =
    pairsOf(condition).length > 0 ? robustnessOf(ledger, claim, condition, world, freed) : null;
  return {
    whenTrue: found.whenTrue,
    whenFalse: found.whenFalse,
    given: found.given.map((g) => g.id),
    robustness,
    basis: "computed",
    ...verdictOf(trial, found, robustness),
  };
}

/** A condition of a claim to be judged by searching for numbers. */
interface Trial {
  readonly ledger: Ledger;
  readonly claim: Claim;
  readonly condition: Condition;
  /** The ids of the numbers in the condition. */
  readonly ids: readonly string[];
  /** Numbers to treat as unknown: those that the claim or a restatement gives. */
  readonly freed: ReadonlySet<string>;
  /** The assumptions, with the number of comparisons of the claim's family. */
  readonly world: Assumptions;
}

/** What the search for witnesses found, and the claims that it assumed. */
interface Found {
  readonly system: ClaimSystem;
  readonly given: readonly AssumedClaim[];
  readonly whenTrue: Witness | null;
  readonly whenFalse: Witness | null;
}

/** Searches for a witness that makes the condition true and one that makes it false. */
function witnessesOf(trial: Trial): Found {
  const { ledger, claim, condition, world } = trial;
  const found = witnessesGiven(trial, assumedFor(ledger, claim.id, condition, world));
  const { whenTrue, whenFalse, given } = found;
  // If the assumed claims conflict, judges without them.
  return whenTrue === null && whenFalse === null && given.length > 0 ? witnessesGiven(trial, []) : found;
}

function witnessesGiven(trial: Trial, given: readonly AssumedClaim[]): Found {
  const { system, any } = searchFor(trial, given);
  return { system, given, whenTrue: any(casesFor(trial, true)), whenFalse: any(casesFor(trial, false)) };
}

function casesFor({ ledger, condition, world }: Trial, truth: boolean): readonly Case[] {
  return casesOf(condition, truth, ledger.phrases, world);
}

function searchFor(
  { ledger, ids, freed, world }: Trial,
  given: readonly AssumedClaim[],
  fixed?: ReadonlyMap<string, number>,
): Search {
  return search(ledger.evidence, world, {
    ids,
    freed,
    given: given.map(({ of }) => of),
    ...(fixed === undefined ? {} : { fixed }),
  });
}

/** A verdict with its reason. Witnesses are set, to null, only where those found mean nothing. */
type Reasoned = Pick<Judged, "verdict" | "because" | "needs"> & {
  readonly whenTrue?: null;
  readonly whenFalse?: null;
};

/** The verdict that follows from the witnesses. */
function verdictOf(trial: Trial, found: Found, robustness: Robustness | null): Reasoned {
  const { ledger, claim, condition, ids, freed, world } = trial;
  const { system, whenTrue, whenFalse } = found;
  if (whenTrue === null && whenFalse === null) {
    return { verdict: "undecidable", because: NO_AGREEMENT, needs: [] };
  }
  if (whenFalse === null && isRepeated(claim, ids, ledger.evidence)) {
    return { whenTrue: null, verdict: "undecidable", because: ONLY_PAIR, needs: [] };
  }
  if (whenFalse === null) {
    const verdict = robustness === null ? "reproduced" : "up-to-design-effect";
    const because =
      trueReason(robustness, system.open.length > 0) + assumed(ledger, ids, freed, world, robustness);
    return { verdict, because, needs: [] };
  }
  if (whenTrue === null) {
    const because = falseReason(marginOf(ledger, claim, condition, world), ids, ledger);
    return { verdict: "contradicted", because, needs: [] };
  }
  const samples = lostInterviews(condition, ledger.evidence.numbers);
  const needs = [...ids.filter((i) => system.open.includes(i)), ...samples];
  if (samples.length > 0) {
    // Without bases no set of numbers is complete.
    const because = "the numbers of interviews are not in the text";
    return { whenTrue: null, whenFalse: null, verdict: "undecidable", because, needs };
  }
  if (system.open.length > 0 && flipsAtFixed(trial, found, [whenTrue, whenFalse])) {
    return { verdict: "undecidable", because: openReason(needs, claim), needs };
  }
  const because = "some unrounded values of the printed numbers make it true, others false";
  return { verdict: "consistent", because, needs: [] };
}

/**
 * Whether the claim can be both true and false at the known numbers of one of the witnesses, so that lost numbers alone
 * decide.
 */
function flipsAtFixed(trial: Trial, { system, given }: Found, witnesses: readonly Witness[]): boolean {
  return witnesses.some((witness) => {
    const fixed = new Map(system.held.map((held) => [held, witness[held] ?? 0]));
    const { any } = searchFor(trial, given, fixed);
    return any(casesFor(trial, true)) !== null && any(casesFor(trial, false)) !== null;
  });
}

/**
 * Whether a claim depends on what the other of a report and its background paper says: a repetition confirms nothing.
 */
function isRepeated(
  { publication, work }: Pick<Claim, "publication" | "work">,
  ids: readonly string[],
  { numbers }: Ledger["evidence"],
): boolean {
  return ids.some((id) => {
    const number = numbers.get(id);
    return number !== undefined && number.work === work && number.publication !== publication;
  });
}

/** The assumptions behind a verdict, as the end of its reason. */
function assumed(
  { evidence }: Ledger,
  ids: readonly string[],
  freed: ReadonlySet<string>,
  { shares, deff }: Assumptions,
  robustness: Robustness | null,
): string {
  const { shares: usesShares, weightedOn } = systemUses(evidence, ids, freed);
  // A mean matters only if a number in it is unknown.
  const open = openIds(evidence, ids, freed);
  const choice =
    shares !== "by-weighting" || weightedOn === "some" ? shares : weightedOn === "all" ? "double" : "tenth";
  return [
    ...(robustness === null ? [] : [`, at a design effect of ${deff}`]),
    ...(usesShares && ids.some((id) => open.has(id))
      ? [`, if each group weighs ${SHARES_IN_WORDS[choice]}`]
      : []),
  ].join("");
}

/** The missing bases of the pairs that a condition tests. */
function lostInterviews(condition: Condition, numbers: ReadonlyMap<string, RecordedNumber>): string[] {
  const bases = pairsOf(condition).flatMap(({ a, b }) =>
    [a, b].flatMap((id) => {
      const known = numbers.get(id);
      return known === undefined || known.interviews !== null ? [] : [known.base ?? id];
    }),
  );
  return [...new Set(bases)];
}

function trueReason(robustness: Robustness | null, anyOpen: boolean): string {
  if (robustness !== null) return "significant at every rounding and for every completion that agrees";
  return anyOpen
    ? "true whatever the rounding and whatever the numbers are that the text does not hold"
    : "true at every rounding of the printed numbers";
}

/** The reason why a claim is false. */
function falseReason(margin: Margin | null, ids: readonly string[], { evidence }: Ledger): string {
  if (margin !== null) return `${rangeInWords(margin)}; the claim asks for ${neededInWords(margin)}`;
  const numbers = ids.flatMap((id) => evidence.numbers.get(id) ?? []);
  if (numbers.every(({ measure }) => measure === "date" || measure === "month"))
    return "the recorded dates make it false";
  if (numbers.some(({ low }) => low === null)) return "no numbers that agree with the rest make it true";
  const printed = numbers.flatMap((number) => number.printed ?? []);
  return printed.length === ids.length && printed.length <= MAX_PRINTED
    ? `printed ${printed.length === 1 ? "is" : "are"} ${listed(printed)}: false at every rounding`
    : "the recorded numbers make it false at every rounding";
}

/** The most numbers that a reason names. */
const MAX_PRINTED = 6;

function openReason(needs: readonly string[], { states }: Claim): string {
  const own = needs.filter((id) => states.includes(id));
  if (needs.length > 0 && own.length === needs.length) {
    return "only this sentence gives the number; nothing else in the texts fixes it";
  }
  return "numbers that the text does not hold make it true or false";
}

/** Whether the condition of a claim, or of one of its readings, is true of a complete set of numbers. */
export function isTrueAt(ledger: Ledger, id: string, witness: Witness, assumptions: Assumptions): boolean {
  const { condition, world } = conditionIn(ledger, id, assumptions);
  return holds(condition, witness, ledger.phrases, ledger.evidence.numbers, world);
}

/** The calculation of a claim at a complete set of numbers, step by step. @throws RangeError as `isTrueAt` */
export function calculation(ledger: Ledger, id: string, witness: Witness, assumptions: Assumptions): Step[] {
  const { condition, world } = conditionIn(ledger, id, assumptions);
  return stepsOf(condition, witness, ledger.phrases, ledger.evidence.numbers, world);
}

/** The condition of a claim or reading, and the assumptions with its family's number of comparisons. */
function conditionIn(ledger: Ledger, id: string, assumptions: Assumptions) {
  const condition = ledger.conditions.get(id);
  if (condition === undefined) throw new RangeError(`claim "${id}" has no condition of its own`);
  const { claim } = entryOf(ledger, id);
  return {
    condition,
    world: { ...assumptions, comparisons: assumptions.comparisons ?? comparisonsOf(ledger, claim) },
  };
}
