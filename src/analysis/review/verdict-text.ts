import { VERDICT_LABELS, type Verdict } from "../../claims/claim.js";
import { formatDesignEffect } from "../../model/format.js";

/** The verdict as readers see it: "Holds", "Stands up to ×14.1". */
export function verdictText({
  verdict,
  worst,
  critical,
}: {
  readonly verdict: Verdict;
  readonly worst: number | null;
  readonly critical: number | null;
}): string {
  if (verdict !== "up-to-design-effect") return VERDICT_LABELS[verdict];
  const least = worst ?? critical;
  return least === null ? "Stands" : `Stands up to ×${formatDesignEffect(least)}`;
}
