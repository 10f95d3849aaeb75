import type { Claim } from "./claim.js";
import type { Condition } from "./condition.js";
import type { Evidence } from "./numbers.js";
import type { Phrase } from "./phrase.js";

/** All that claims are judged with. */
export interface Ledger {
  readonly claims: readonly Claim[];
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly phrases: ReadonlyMap<string, Phrase>;
  readonly evidence: Evidence;
}

/** A claim with its condition and the claims that say the same, itself included. */
export interface Entry {
  readonly claim: Claim;
  readonly condition: Condition | undefined;
  readonly siblings: readonly Claim[];
}

/** A claim that may be taken as given. */
export interface Offer {
  readonly claim: Claim;
  readonly condition: Condition;
}

interface Index {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly offers: readonly Offer[];
}

const indexes = new WeakMap<Ledger, Index>();

/** @throws RangeError for a claim that is not in the ledger */
export function entryOf(ledger: Ledger, id: string): Entry {
  const entry = indexOf(ledger).entries.get(id);
  if (entry === undefined) throw new RangeError(`there is no claim "${id}"`);
  return entry;
}

/** The claims that are marked as evidence and have a condition. */
export function offersOf(ledger: Ledger): readonly Offer[] {
  return indexOf(ledger).offers;
}

function indexOf(ledger: Ledger): Index {
  const known = indexes.get(ledger);
  if (known !== undefined) return known;
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
  const index: Index = {
    entries: new Map(
      ledger.claims.map((claim) => [
        claim.id,
        {
          claim,
          condition: ledger.conditions.get(claim.id),
          siblings: groups.get(rootOf(claim)) ?? [claim],
        },
      ]),
    ),
    offers: ledger.claims.flatMap((claim): Offer[] => {
      const condition = ledger.conditions.get(claim.id);
      return claim.evidence && condition !== undefined ? [{ claim, condition }] : [];
    }),
  };
  indexes.set(ledger, index);
  return index;
}
