import { agreeingSystem } from "../bounds/index.js";
import { memoize } from "../model/memoize.js";
import type { Assumptions } from "./assumptions.js";
import { type Case, idsOfCase } from "./cases.js";
import type { Evidence } from "./numbers.js";
import { type ClaimSystem, claimSystem, type SystemOptions } from "./system.js";

/** A complete set of the numbers that a claim was judged on. */
export type Witness = Readonly<Record<string, number>>;

/** Large cache: most changes of a number or an assumption leave most systems as they were. */
export const agreeing = memoize(agreeingSystem, { size: 4000 });

/** Searches for complete sets of numbers in which a case holds. */
export interface Search {
  readonly system: ClaimSystem;
  /** A witness for any of the cases; null if there provably is none. */
  readonly any: (cases: readonly Case[]) => Witness | null;
}

/**
 * Tries each case in three steps, cheapest first: with shares fixed at those of the interviews (a witness is
 * conclusive); with only what bears on the case's own numbers (infeasible is conclusive); with everything.
 */
export function search(evidence: Evidence, assumptions: Assumptions, options: SystemOptions): Search {
  const system = claimSystem(evidence, assumptions, options);
  const centred = claimSystem(evidence, assumptions, { ...options, centred: true });
  const find = (of: Case): Witness | null => {
    const quick = agreeing(centred.with(of));
    if (quick !== null) return centred.read(quick.values);
    const own = idsOfCase(of);
    if (own.length < options.ids.length) {
      const narrow = claimSystem(evidence, assumptions, { ...options, ids: own });
      if (agreeing(narrow.with(of)) === null) return null;
    }
    const found = agreeing(system.with(of));
    return found === null ? null : system.read(found.values);
  };
  return {
    system,
    any(cases) {
      for (const of of cases) {
        const found = find(of);
        if (found !== null) return found;
      }
      return null;
    },
  };
}
