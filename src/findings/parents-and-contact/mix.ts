import { proportionInterval } from "../../analysis/proportion.js";
import { leastLargestLead } from "../../bounds/index.js";
import { impliedShare, mixExplains } from "../../stats/published/index.js";
import { cellMargins } from "./cells.js";
import { disagreements } from "./disagreements.js";
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

/**
 * The mix of contact types in each parent group, beside the mix that would make the gap on its own.
 * @throws Error where no mix would
 */
export function mixRows(facts: Facts): MixRow[] {
  return mixes(facts).map(({ needed, ...row }) => {
    if (needed === null) throw new Error("contact type alone makes the gap between parents at no mix");
    return { ...row, ...needed };
  });
}

type Needed = Pick<MixRow, "needed" | "needed_low" | "needed_high">;

/** The same, with null where no mix would make the gap. */
export function mixes(facts: Facts): (Omit<MixRow, keyof Needed> & { readonly needed: Needed | null })[] {
  const { satisfied, cells } = facts;
  const fits = disagreements(facts).mix === null;
  const part = proportionInterval(satisfied.new);
  const rest = proportionInterval(satisfied.change);
  const needed = (parent: "receiving" | "paying"): Needed => {
    const group = satisfied[parent];
    const { low, high } = impliedShare(proportionInterval(group), part, rest);
    return {
      needed: (100 * (group.value - satisfied.change.value)) / (satisfied.new.value - satisfied.change.value),
      needed_low: 100 * low,
      needed_high: 100 * high,
    };
  };
  const row = (parent: "receiving" | "paying", label: string, first: number, second: number) => {
    return {
      group: `parent=${parent}`,
      label,
      kind: "calculated" as const,
      among_interviews: (100 * first) / (first + second),
      new_interviews: first,
      interviews: first + second,
      needed: fits ? needed(parent) : null,
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

/**
 * By how many points at least Receiving Parents lead in at least one contact type, whatever the four cells are; null where
 * no cells agree.
 */
export function leastLead(facts: Facts): number | null {
  const lead = leastLargestLead(facts.answered, cellMargins(facts));
  return lead === null ? null : 100 * lead;
}
