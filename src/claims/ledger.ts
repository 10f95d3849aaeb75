import { memoizeByObject } from "../model/memoize.js";
import type { Claim, Reading } from "./claim.js";
import { compositionsOf, sumsOf } from "./composition.js";
import type { Condition } from "./condition.js";
import type { Evidence, RecordedNumber } from "./numbers.js";
import type { Phrase } from "./phrase.js";
import { conditionOf, type Predicate } from "./predicate.js";
import { comparisonsByFamily, type SurveyRules } from "./survey-rules.js";

/** Everything that claims are judged with. */
export interface Ledger {
  readonly claims: readonly Claim[];
  /** By the id of a claim, or of a reading where a claim has several. */
  readonly conditions: ReadonlyMap<string, Condition>;
  /** Conditions on numbers of other sources, by claim id. */
  readonly outside: ReadonlyMap<string, Condition>;
  readonly phrases: ReadonlyMap<string, Phrase>;
  readonly evidence: Evidence;
  /** How many comparisons each family of claims has. */
  readonly comparisons: ReadonlyMap<string, number>;
}

/** A claim in one reading; `reading` is null where there is only one. */
export interface Interpretation {
  readonly reading: Reading | null;
  readonly condition: Condition;
}

/** A claim with its conditions and the claims that say the same, including itself. */
export interface Entry {
  readonly claim: Claim;
  /** None where no number decides it; several where it has several readings. */
  readonly interpretations: readonly Interpretation[];
  readonly outside: Condition | null;
  readonly siblings: readonly Claim[];
}

/** Input of `makeLedger`: predicates by claim or reading id, those on outside numbers by claim id. */
export interface LedgerParts extends Pick<Ledger, "claims" | "phrases"> {
  readonly numbers: readonly RecordedNumber[];
  readonly predicates: ReadonlyMap<string, Predicate>;
  readonly outside: ReadonlyMap<string, Predicate>;
  readonly rules: readonly SurveyRules[];
}

/** A ledger: predicates with printed digits filled in, and the means and sums that tie numbers together. */
export function makeLedger({ claims, phrases, numbers, predicates, outside, rules }: LedgerParts): Ledger {
  const byId = new Map(numbers.map((number) => [number.id, number]));
  const conditions = (of: ReadonlyMap<string, Predicate>) =>
    new Map([...of].map(([id, predicate]) => [id, conditionOf(predicate, byId)]));
  return {
    claims,
    phrases,
    conditions: conditions(predicates),
    outside: conditions(outside),
    evidence: {
      numbers: byId,
      compositions: compositionsOf(numbers, rules),
      sums: sumsOf(numbers, rules),
    },
    comparisons: comparisonsByFamily(rules),
  };
}

/** The number of comparisons that a claim's family has, or null where it is in none. */
export function comparisonsOf(ledger: Ledger, { family }: Pick<Claim, "family">): number | null {
  return family === null ? null : (ledger.comparisons.get(family) ?? null);
}

/** A claim that may be assumed. */
export interface Offer {
  readonly claim: Claim;
  readonly condition: Condition;
}

interface Index {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly offers: readonly Offer[];
}

/** The condition of a claim; null where it has none or several readings. */
export function soleCondition({ interpretations }: Entry): Condition | null {
  const [only, more] = interpretations;
  return only === undefined || more !== undefined ? null : only.condition;
}

/** The entry of a claim or reading id. @throws RangeError for an id that is not in the ledger */
export function entryOf(ledger: Ledger, id: string): Entry {
  const entry = indexOf(ledger).entries.get(id);
  if (entry === undefined) throw new RangeError(`there is no claim "${id}"`);
  return entry;
}

/** The claims that are marked as evidence and have a condition. */
export function offersOf(ledger: Ledger): readonly Offer[] {
  return indexOf(ledger).offers;
}

const indexOf = /* @__PURE__ */ memoizeByObject((ledger: Ledger): Index => {
  const byId = new Map(ledger.claims.map((claim) => [claim.id, claim]));
  const rootOf = (claim: Claim): string => {
    const seen = new Set<string>();
    let at = claim;
    while (at.restates !== null && !seen.has(at.id)) {
      seen.add(at.id);
      const next = byId.get(at.restates);
      if (next === undefined) return at.restates;
      at = next;
    }
    return at.id;
  };
  const groups = new Map<string, Claim[]>();
  for (const claim of ledger.claims) {
    const root = rootOf(claim);
    groups.set(root, [...(groups.get(root) ?? []), claim]);
  }
  const interpretations = (claim: Claim): Interpretation[] => {
    const ways =
      claim.readings.length === 0
        ? [{ id: claim.id, reading: null }]
        : claim.readings.map((reading) => ({ id: reading.id, reading }));
    return ways.flatMap(({ id, reading }) => {
      const condition = ledger.conditions.get(id);
      return condition === undefined ? [] : [{ reading, condition }];
    });
  };
  return {
    entries: new Map(
      ledger.claims.flatMap((claim) => {
        const entry: Entry = {
          claim,
          interpretations: interpretations(claim),
          outside: ledger.outside.get(claim.id) ?? null,
          siblings: groups.get(rootOf(claim)) ?? [claim],
        };
        return [claim, ...claim.readings].map(({ id }) => [id, entry] as const);
      }),
    ),
    offers: ledger.claims.flatMap((claim): Offer[] => {
      const condition = ledger.conditions.get(claim.id);
      return claim.evidence && condition !== undefined ? [{ claim, condition }] : [];
    }),
  };
});
