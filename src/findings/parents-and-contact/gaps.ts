import { percentInterval, proportionInterval } from "../../analysis/proportion.js";
import {
  criticalDesignEffect,
  differenceOfProportions,
  impliedShare,
  worstCriticalDesignEffect,
} from "../../stats/published/index.js";
import { disagreements } from "./disagreements.js";
import type { Facts, GroupName } from "./facts.js";
import type { GapRow } from "./schema.js";

const PAIRS: readonly { gap: GapRow["gap"]; higher: GroupName; lower: GroupName; label: string }[] = [
  { gap: "parent", higher: "receiving", lower: "paying", label: "Between Receiving and Paying Parents" },
  {
    gap: "contact",
    higher: "new",
    lower: "change",
    label: "Between New customers and those with a Change of Circumstances",
  },
];

/**
 * The two gaps of the finding.
 * @throws Error if the percentages agree with no total
 */
export function gapRows(facts: Facts): GapRow[] {
  return gaps(facts).map(({ critical_deff_worst, ...row }) => {
    if (critical_deff_worst === null) throw new Error(`the ${row.gap} percentages agree with no total`);
    return { ...row, critical_deff_worst };
  });
}

export type Gap = Omit<GapRow, "critical_deff_worst"> & { readonly critical_deff_worst: number | null };

/** Like `gapRows`, with null for the worst rounding if none agrees with the total. */
export function gaps(facts: Facts): Gap[] {
  const { satisfied } = facts;
  const disagree = disagreements(facts);
  const total = proportionInterval(satisfied.all);
  return PAIRS.map(({ gap, higher, lower, label }) => {
    const [a, b] = [satisfied[higher], satisfied[lower]];
    const [roundedA, roundedB] = [proportionInterval(a), proportionInterval(b)];
    const worst =
      disagree[gap] === null
        ? worstCriticalDesignEffect(
            { ...roundedA, n: a.interviews },
            { ...roundedB, n: b.interviews },
            { total, share: impliedShare(total, roundedA, roundedB) },
          )
        : null;
    return {
      gap,
      label,
      kind: "calculated",
      value: a.value - b.value,
      low: a.low - b.high,
      high: a.high - b.low,
      higher: a.value,
      higher_interviews: a.interviews,
      lower: b.value,
      lower_interviews: b.interviews,
      critical_deff: criticalDesignEffect(
        { p: a.value / 100, n: a.interviews },
        { p: b.value / 100, n: b.interviews },
      ),
      critical_deff_worst: worst?.deff ?? null,
    };
  });
}

/** The 95% interval of a gap in points at a design effect: sampling error only, with the printed numbers as exact. */
export function gapInterval(
  row: Pick<GapRow, "higher" | "higher_interviews" | "lower" | "lower_interviews">,
  deff: number,
): { low: number; high: number } {
  return percentInterval(
    differenceOfProportions(
      { p: row.higher / 100, n: row.higher_interviews },
      { p: row.lower / 100, n: row.lower_interviews },
      { deff },
    ),
  );
}
