import type { Assumptions } from "./assumptions.js";
import { type Case, casesOf, idsOfCase } from "./cases.js";
import { type Condition, idsIn, pairsOf } from "./condition.js";
import { entryOf, type Ledger, type Offer, offersOf } from "./ledger.js";
import { openIds } from "./system.js";

/** A claim that is taken as given while another is judged. */
export interface Given {
  readonly id: string;
  readonly of: Case;
  /** The numbers that it speaks of. */
  readonly ids: readonly string[];
  readonly offer: Offer;
}

const offered = new WeakMap<Ledger, Map<string, readonly Given[]>>();

/** What may be taken as given, each with its one case, under the readings of phrases and rounding. */
function casesOffered(ledger: Ledger, { phrases, rounding }: Assumptions): readonly Given[] {
  const kept = offered.get(ledger) ?? new Map<string, readonly Given[]>();
  offered.set(ledger, kept);
  const key = JSON.stringify([phrases, rounding]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = offersOf(ledger).flatMap((offer): Given[] => {
    const [only, more] = casesOf(offer.condition, true, ledger.phrases, { phrases, rounding });
    if (only === undefined || more !== undefined) return [];
    return [{ id: offer.claim.id, of: only, ids: idsOfCase(only), offer }];
  });
  kept.set(key, made);
  return made;
}

/**
 * The claims that are taken as given while a condition of one is judged: those marked as evidence that bear on what is not
 * known, in other words and on other charts. A claim of significance is judged with those on its own chart too, since
 * significance rests on where the bars stand. One that is true in several cases would have to be tried in each; it is left
 * out, which only widens what is possible.
 */
export function givenFor(
  ledger: Ledger,
  id: string,
  condition: Condition,
  assumptions: Assumptions,
): readonly Given[] {
  const { claim, siblings } = entryOf(ledger, id);
  const sameChart = pairsOf(condition).length > 0;
  const freed = new Set(siblings.flatMap((c) => c.states));
  const others = casesOffered(ledger, assumptions).filter(({ offer: { claim: other } }) => {
    const ownChart =
      claim.chart !== null && other.publication === claim.publication && other.chart === claim.chart;
    return (sameChart || !ownChart) && !siblings.includes(other);
  });
  // First those that speak of an open number of the system, then those that these bring with them.
  const ids = idsIn(condition);
  const chosen = new Set<Given>();
  for (let size = -1; size !== chosen.size; ) {
    size = chosen.size;
    const reached = [...new Set([...ids, ...[...chosen].flatMap((given) => given.ids)])];
    const open = openIds(ledger.evidence, reached, freed);
    for (const other of others) if (other.ids.some((one) => open.has(one))) chosen.add(other);
  }
  return others.filter((other) => chosen.has(other));
}
