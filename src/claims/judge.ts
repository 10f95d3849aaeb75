import type { Assumptions } from "./assumptions.js";
import { casesOf } from "./cases.js";
import type { Claim, Verdict } from "./claim.js";
import { type Condition, idsIn, pairsOf } from "./condition.js";
import { NO_AGREEMENT } from "./disagreement.js";
import { comparisonsOf } from "./families.js";
import { type Given, givenFor } from "./given.js";
import { holds } from "./holds.js";
import { entryOf, type Ledger } from "./ledger.js";
import { marginOf } from "./margin.js";
import { type Margin, whatIsAsked, whereItLies } from "./margin-words.js";
import type { RecordedNumber } from "./numbers.js";
import { type Robustness, robustnessOf } from "./robustness.js";
import { search, type Witness } from "./search.js";
import { type Step, stepsOf } from "./steps.js";

export interface Judgement {
  readonly id: string;
  readonly verdict: Verdict;
  /** The shortest reason that a reader needs. */
  readonly because: string;
  /** Numbers that are not in the text and would decide it. */
  readonly needs: readonly string[];
  /** A complete set of numbers in which it is true, and one in which it is false; null where there is none. */
  readonly whenTrue: Witness | null;
  readonly whenFalse: Witness | null;
  /** Other claims that were taken as given. */
  readonly given: readonly string[];
  readonly robustness: Robustness | null;
}

/**
 * The verdict on a claim under some assumptions: it is looked for complete sets of numbers that agree with everything but
 * the claim, in which it is true and in which it is false.
 *
 * Not used: what the sentence itself gives, its restatements, and sentences about the same chart. Used: held numbers
 * within their rounding, sums and weighted means, and claims on other charts that are marked as evidence.
 *
 * @throws RangeError for a claim that is not in the ledger, or a number or phrase that is not recorded
 */
export function judge(ledger: Ledger, id: string, assumptions: Assumptions): Judgement {
  const { claim, condition, siblings } = entryOf(ledger, id);
  const plain = { id, needs: [], whenTrue: null, whenFalse: null, given: [], robustness: null };
  if (condition === undefined) {
    return { ...plain, verdict: "not-numbers", because: claim.alternatives ?? "no number decides it" };
  }
  if (condition.type === "left-open") {
    return { ...plain, verdict: "undecidable", because: condition.because };
  }
  if (condition.type === "by-definition") {
    return { ...plain, verdict: condition.holds ? "reproduced" : "contradicted", because: condition.because };
  }
  const world = { ...assumptions, comparisons: assumptions.comparisons ?? comparisonsOf(claim) };
  const freed = new Set(siblings.flatMap((c) => c.states));
  const ids = idsIn(condition);
  const cases = (truth: boolean) => casesOf(condition, truth, ledger.phrases, world);
  const look = (given: readonly Given[], fixed?: ReadonlyMap<string, number>) =>
    search(ledger.evidence, world, {
      ids,
      freed,
      given: given.map(({ of }) => of),
      ...(fixed === undefined ? {} : { fixed }),
    });
  let given = givenFor(ledger, id, world);
  let found = look(given);
  let [whenTrue, whenFalse] = [found.any(cases(true)), found.any(cases(false))];
  if (whenTrue === null && whenFalse === null && given.length > 0) {
    // What others say cannot all be true: it is judged without them.
    given = [];
    found = look(given);
    [whenTrue, whenFalse] = [found.any(cases(true)), found.any(cases(false))];
  }
  const { system } = found;
  const robustness =
    pairsOf(condition).length > 0 ? robustnessOf(ledger, claim, condition, world, freed) : null;
  const base = { id, whenTrue, whenFalse, given: given.map((g) => g.id), robustness };
  if (whenTrue === null && whenFalse === null) {
    return {
      ...base,
      verdict: "undecidable",
      because: NO_AGREEMENT,
      needs: [],
    };
  }
  if (whenFalse === null) {
    const verdict = robustness === null ? "reproduced" : "up-to-design-effect";
    return { ...base, verdict, because: trueReason(robustness, system.open.length > 0), needs: [] };
  }
  if (whenTrue === null) {
    return {
      ...base,
      verdict: "contradicted",
      because: falseReason(marginOf(ledger, id, world), ids, ledger),
      needs: [],
    };
  }
  const samples = lostInterviews(condition, ledger.evidence.numbers);
  const needs = [...ids.filter((i) => system.open.includes(i)), ...samples];
  if (samples.length > 0) {
    // Without interviews no set of numbers is complete.
    return {
      ...base,
      whenTrue: null,
      whenFalse: null,
      verdict: "undecidable",
      because: "the numbers of interviews are not in the text",
      needs,
    };
  }
  if (system.open.length > 0 && flipsAtFixed(whenTrue, whenFalse)) {
    return { ...base, verdict: "undecidable", because: openReason(needs, claim), needs };
  }
  return {
    ...base,
    verdict: "consistent",
    because: "some unrounded values of the printed numbers make it true, others false",
    needs: [],
  };

  /** Whether lost numbers alone make it true and false, every held number being at one value. */
  function flipsAtFixed(...witnesses: readonly Witness[]): boolean {
    return witnesses.some((witness) => {
      const fixed = new Map(system.held.map((held) => [held, witness[held] ?? 0]));
      const { any } = look(given, fixed);
      return any(cases(true)) !== null && any(cases(false)) !== null;
    });
  }
}

/** The bases without interviews of the pairs that a condition tests. */
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

/** Why nothing makes a claim true. */
function falseReason(margin: Margin | null, ids: readonly string[], { evidence }: Ledger): string {
  if (margin !== null) return `${whereItLies(margin)}; the claim asks for ${whatIsAsked(margin)}`;
  const numbers = ids.flatMap((id) => evidence.numbers.get(id) ?? []);
  if (numbers.some(({ low }) => low === null)) return "no numbers that agree with the rest make it true";
  const printed = numbers.flatMap((number) => number.printed ?? []);
  return printed.length === ids.length && printed.length <= MOST_PRINTED
    ? `printed ${printed.length === 1 ? "is" : "are"} ${listed(printed)}: false at every rounding`
    : "the recorded numbers make it false at every rounding";
}

/** The most numbers that a reason names. */
const MOST_PRINTED = 6;

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function openReason(needs: readonly string[], { states }: Claim): string {
  const own = needs.filter((id) => states.includes(id));
  if (needs.length > 0 && own.length === needs.length) {
    return "only this sentence gives the number; nothing else in the texts fixes it";
  }
  return "numbers that the text does not hold make it true or false";
}

/** Whether a claim's condition is true of a complete set of numbers. */
export function isTrueAt(ledger: Ledger, id: string, witness: Witness, assumptions: Assumptions): boolean {
  const { condition, world } = conditionIn(ledger, id, assumptions);
  return holds(condition, witness, ledger.phrases, ledger.evidence.numbers, world);
}

/** How a claim comes out at a complete set of numbers, step by step. @throws RangeError as `isTrueAt` */
export function calculation(ledger: Ledger, id: string, witness: Witness, assumptions: Assumptions): Step[] {
  const { condition, world } = conditionIn(ledger, id, assumptions);
  return stepsOf(condition, witness, ledger.phrases, ledger.evidence.numbers, world);
}

/** The condition of a claim, and the assumptions with the number of comparisons that its section makes. */
function conditionIn(ledger: Ledger, id: string, assumptions: Assumptions) {
  const { claim, condition } = entryOf(ledger, id);
  if (condition === undefined) throw new RangeError(`claim "${id}" has no condition`);
  return {
    condition,
    world: { ...assumptions, comparisons: assumptions.comparisons ?? comparisonsOf(claim) },
  };
}
