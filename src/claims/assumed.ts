import type { Assumptions } from "./assumptions.js";
import { type Case, casesOf, idsOfCase } from "./cases.js";
import { type Condition, idsIn, pairsOf } from "./condition.js";
import { entryOf, type Ledger, type Offer, offersOf } from "./ledger.js";
import { openIds } from "./system.js";

/** A claim assumed to be true while another is judged. */
export interface AssumedClaim {
  readonly id: string;
  readonly of: Case;
  /** The ids in it. */
  readonly ids: readonly string[];
  readonly offer: Offer;
}

const offered = new WeakMap<Ledger, Map<string, readonly AssumedClaim[]>>();

/** The claims that may be assumed, each with its one case, under the readings of phrases and rounding. */
function casesOffered(ledger: Ledger, { phrases, rounding }: Assumptions): readonly AssumedClaim[] {
  const kept = offered.get(ledger) ?? new Map<string, readonly AssumedClaim[]>();
  offered.set(ledger, kept);
  const key = JSON.stringify([phrases, rounding]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = offersOf(ledger).flatMap((offer): AssumedClaim[] => {
    const [only, more] = casesOf(offer.condition, true, ledger.phrases, { phrases, rounding });
    if (only === undefined || more !== undefined) return [];
    return [{ id: offer.claim.id, of: only, ids: idsOfCase(only), offer }];
  });
  kept.set(key, made);
  return made;
}

/**
 * The claims assumed to be true while a condition is judged: those marked as evidence, from other sentences and other
 * charts, that bear on an unknown number. A claim of significance also uses those on its own chart, since
 * significance depends on where the bars are. A claim that is true in several cases would need a trial of each;
 * leaving it out only widens what is possible.
 */
export function assumedFor(
  ledger: Ledger,
  id: string,
  condition: Condition,
  assumptions: Assumptions,
): readonly AssumedClaim[] {
  const { claim, siblings } = entryOf(ledger, id);
  const sameChart = pairsOf(condition).length > 0;
  const freed = new Set(siblings.flatMap((c) => c.states));
  const others = casesOffered(ledger, assumptions).filter(({ offer: { claim: other } }) => {
    const ownChart =
      claim.chart !== null && other.publication === claim.publication && other.chart === claim.chart;
    return (sameChart || !ownChart) && !siblings.includes(other);
  });
  // Fixpoint. Invariant: every claim in `chosen` mentions an unknown number of the system of `ids` and of the claims
  // chosen before it. A round adds all that mention an unknown number reached so far; it ends when a round adds none,
  // at the latest when all of `others` are chosen.
  const ids = idsIn(condition);
  const chosen = new Set<AssumedClaim>();
  for (let size = -1; size !== chosen.size; ) {
    size = chosen.size;
    const reached = [...new Set([...ids, ...[...chosen].flatMap((given) => given.ids)])];
    const open = openIds(ledger.evidence, reached, freed);
    for (const other of others) if (other.ids.some((one) => open.has(one))) chosen.add(other);
  }
  return others.filter((other) => chosen.has(other));
}
