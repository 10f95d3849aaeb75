import { leastLargestLead } from "../../bounds/index.js";
import { impliedShare, mixExplains } from "../../stats/published/index.js";
import { proportionInterval } from "../proportion.js";
import { cellMargins, NO_TABLE } from "./cells.js";
import type { Facts } from "./facts.js";

/** One row of the third figure: how many of a parent group were New customers, and how many it would take. */
export interface MixRow {
  readonly group: string;
  readonly label: string;
  readonly kind: "calculated";
  /** Percent of the group's interviews that were with New customers. */
  readonly among_interviews: number;
  readonly new_interviews: number;
  readonly interviews: number;
  /** Percent that would have to be New if contact type alone made the gap, with the ends that rounding allows. */
  readonly needed: number;
  readonly needed_low: number;
  readonly needed_high: number;
}

/** The mix of contact types in each parent group, beside the mix that would make the gap on its own. */
export function mixRows({ satisfied, cells }: Facts): MixRow[] {
  const part = proportionInterval(satisfied.new);
  const rest = proportionInterval(satisfied.change);
  const row = (parent: "receiving" | "paying", label: string, first: number, second: number): MixRow => {
    const group = satisfied[parent];
    const needed = impliedShare(proportionInterval(group), part, rest);
    return {
      group: `parent=${parent}`,
      label,
      kind: "calculated",
      among_interviews: (100 * first) / (first + second),
      new_interviews: first,
      interviews: first + second,
      needed: (100 * (group.value - satisfied.change.value)) / (satisfied.new.value - satisfied.change.value),
      needed_low: 100 * needed.low,
      needed_high: 100 * needed.high,
    };
  };
  return [
    row("receiving", "Receiving Parents", cells.a1, cells.a2),
    row("paying", "Paying Parents", cells.b1, cells.b2),
  ];
}

/**
 * Points of the parent gap that the mix explains, over every table of those who answered and every rounding, if each
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

/** By how many points at least Receiving Parents lead in at least one contact type, whatever the four cells are. */
export function leastLead(facts: Facts): number {
  const lead = leastLargestLead(facts.answered, cellMargins(facts));
  if (lead === null) throw new Error(NO_TABLE);
  return 100 * lead;
}
