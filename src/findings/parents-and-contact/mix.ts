import type { HeldValue } from "../../analysis/pick.js";
import { percentInterval, proportionInterval } from "../../analysis/proportion.js";
import { leastLargestLead } from "../../bounds/index.js";
import { impliedShare, mixExplains } from "../../stats/published/index.js";
import { cellMargins } from "./cells.js";
import { disagreements } from "./disagreements.js";
import type { Facts } from "./facts.js";
import type { MixRow } from "./schema.js";

/**
 * The mix of contact types in each parent group, and the mix that alone would explain the gap.
 * @throws Error if none would
 */
export function mixRows(facts: Facts): MixRow[] {
  return mixes(facts).map(({ needed, ...row }) => {
    if (needed === null) throw new Error("contact type alone makes the gap between parents at no mix");
    return { ...row, ...needed };
  });
}

/** Like `mixRows`, with null if no mix would explain the gap. */
export function mixes(facts: Facts) {
  const { satisfied, cells } = facts;
  const fits = disagreements(facts).mix === null;
  const [part, rest] = [satisfied.new, satisfied.change];
  const needed = (group: HeldValue) => {
    const { low, high } = percentInterval(
      impliedShare(proportionInterval(group), proportionInterval(part), proportionInterval(rest)),
    );
    const value = (100 * (group.value - rest.value)) / (part.value - rest.value);
    return { needed: value, needed_low: low, needed_high: high };
  };
  const row = (parent: "receiving" | "paying", label: string, first: number, second: number) => ({
    ...{ group: `parent=${parent}`, label, kind: "calculated" as const },
    among_interviews: (100 * first) / (first + second),
    new_interviews: first,
    interviews: first + second,
    needed: fits ? needed(satisfied[parent]) : null,
  });
  return [
    row("receiving", "Receiving Parents", cells.a1, cells.a2),
    row("paying", "Paying Parents", cells.b1, cells.b2),
  ];
}

/**
 * Points of the parent gap explained by the mix, over every table of those who answered and every rounding, if each
 * contact type were as satisfied among Receiving as among Paying Parents and each interview counted the same.
 */
export function explainedByMix({ satisfied, answered }: Facts): { low: number; high: number } {
  const points = answered.flatMap(({ a1, a2, b1, b2 }) =>
    [satisfied.new.low, satisfied.new.high].flatMap((first) =>
      [satisfied.change.low, satisfied.change.high].map(
        (second) => 100 * mixExplains(a1 / (a1 + a2), b1 / (b1 + b2), first / 100, second / 100),
      ),
    ),
  );
  return { low: Math.min(...points), high: Math.max(...points) };
}

/**
 * The minimum over all feasible cells of the larger lead of Receiving Parents in a contact type, in points; null if
 * infeasible.
 */
export function leastLead(facts: Facts): number | null {
  const lead = leastLargestLead(facts.answered, cellMargins(facts));
  return lead === null ? null : 100 * lead;
}
