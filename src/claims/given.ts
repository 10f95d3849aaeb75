import type { Assumptions } from "./assumptions.js";
import { type Case, casesOf, idsOfCase } from "./cases.js";
import { idsIn } from "./condition.js";
import { entryOf, type Ledger, type Offer, offersOf } from "./ledger.js";
import { openIds } from "./system.js";

/** A claim that is taken as given while another is judged. */
export interface Given {
  readonly id: string;
  readonly of: Case;
  readonly offer: Offer;
}

/**
 * The claims that are taken as given while one is judged: those marked as evidence that bear on what is not known, on other
 * charts and in other words. One that is true in several cases would have to be tried in each; it is left out, which only
 * widens what is possible.
 */
export function givenFor(ledger: Ledger, id: string, assumptions: Assumptions): readonly Given[] {
  const { claim, condition, siblings } = entryOf(ledger, id);
  if (condition === undefined) return [];
  const freed = new Set(siblings.flatMap((c) => c.states));
  const others = offersOf(ledger).flatMap((offer): Given[] => {
    const { claim: other } = offer;
    const ownChart =
      claim.chart !== null && other.publication === claim.publication && other.chart === claim.chart;
    if (ownChart || siblings.includes(other)) return [];
    const [only, more] = casesOf(offer.condition, true, ledger.phrases, assumptions);
    return only === undefined || more !== undefined ? [] : [{ id: other.id, of: only, offer }];
  });
  // First those that speak of an open number of the system, then those that these bring with them.
  const ids = idsIn(condition);
  const chosen = new Set<Given>();
  for (let size = -1; size !== chosen.size; ) {
    size = chosen.size;
    const reached = [...new Set([...ids, ...[...chosen].flatMap(({ of }) => idsOfCase(of))])];
    const open = openIds(ledger.evidence, reached, freed);
    for (const other of others) if (idsOfCase(other.of).some((one) => open.has(one))) chosen.add(other);
  }
  return others.filter((other) => chosen.has(other));
}
