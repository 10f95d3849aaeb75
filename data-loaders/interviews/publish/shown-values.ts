import type { Estimate } from "../../../src/stats/index.js";
import type { PairedValue } from "../beside-printed/from-interviews.js";
import type { ShownEstimate, ShownValue } from "./published-survey.js";
import { ERROR_DECIMALS, rounded } from "./rounded.js";
import { DECIMALS } from "./survey-tables.js";

/**
 * A published value with the interviews' estimate, if that may be shown.
 *
 * @param interviews of the group, as shown; null where not shown
 */
export function shownValue(pair: PairedValue, isShown: boolean, interviews: number | null): ShownValue {
  const { asked, value, estimate, number, verdict } = pair;
  const none = { asked, value, estimate: null, difference: null };
  if (verdict === "no-definition" || estimate === null) return { ...none, verdict: "no-definition" };
  if (!isShown || number === null || verdict === "no-interviews") return { ...none, verdict: "withheld" };
  const shown = shownEstimate(estimate, interviews);
  const difference =
    value === null || value.value === null ? null : rounded(shown.number - value.value, DECIMALS);
  return { asked, value, estimate: shown, difference, verdict };
}

function shownEstimate(estimate: Estimate, interviews: number | null): ShownEstimate {
  const scale = estimate.statistic === "mean" ? 1 : 100;
  const to = (x: number | null, decimals: number) =>
    x === null || !Number.isFinite(x) ? null : rounded(x * scale, decimals);
  return {
    number: rounded(estimate.estimate * scale, DECIMALS),
    standardError: to(estimate.standardError, ERROR_DECIMALS),
    low: to(estimate.low, DECIMALS),
    high: to(estimate.high, DECIMALS),
    level: estimate.level,
    method: estimate.method,
    interviews,
  };
}
