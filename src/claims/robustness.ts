import { Z_95 } from "../stats/numeric/constants.js";
import { normalProbability } from "../stats/numeric/distributions.js";
import { criticalDesignEffect } from "../stats/published/index.js";
import { assumedFor } from "./assumed.js";
import type { Assumptions } from "./assumptions.js";
import { casesOf } from "./cases.js";
import type { Claim } from "./claim.js";
import { type Condition, type Difference, pairsOf } from "./condition.js";
import type { Ledger } from "./ledger.js";
import { comparisonsOf } from "./ledger.js";
import { agreeing } from "./search.js";
import { effectiveDesignEffect } from "./significance.js";
import { claimSystem } from "./system.js";

/** How robust a significant difference is. */
export interface Robustness {
  /** At the printed numbers; null where one is not held. The smallest of several pairs. */
  readonly criticalDesignEffect: number | null;
  /**
   * At the least favourable numbers consistent with everything else, including the other sentences marked as
   * evidence; null where unbounded or infeasible.
   */
  readonly worstCase: number | null;
  /**
   * Whether the pair passes Holm's correction for its family at a design effect of 1: true if it passes the strictest
   * step, false if it fails the mildest, null where that depends on unknown p-values.
   */
  readonly survivesHolm: boolean | null;
}

const STEPS = 30;
const MAX_EFFECT = 4096;

/** The design effects up to which a claim of significance stands. */
export function robustnessOf(
  ledger: Ledger,
  claim: Claim,
  condition: Condition,
  assumptions: Assumptions,
  freed: ReadonlySet<string>,
): Robustness {
  const uncorrected: Assumptions = { ...assumptions, correction: "none", deff: 1 };
  const pairs = pairsOf(condition);
  const printed = pairs.map(({ a, b }) => printedEffect(ledger, uncorrected, a, b));
  const critical = printed.some((x) => x === null) ? null : Math.min(...(printed as number[]));
  const worst = Math.min(...pairs.map((pair) => worstEffect(ledger, claim, uncorrected, pair, freed)));
  const comparisons = assumptions.comparisons ?? comparisonsOf(ledger, claim) ?? pairs.length;
  return {
    criticalDesignEffect: critical,
    worstCase: Number.isFinite(worst) ? worst : null,
    survivesHolm: critical === null ? null : survives(critical, comparisons),
  };
}

function printedEffect(ledger: Ledger, assumptions: Assumptions, a: string, b: string): number | null {
  const first = ledger.evidence.numbers.get(a);
  const second = ledger.evidence.numbers.get(b);
  if (first?.printed == null || second?.printed == null) return null;
  if (first.interviews === null || second.interviews === null) return null;
  const factor = effectiveDesignEffect(assumptions, first, second);
  return (
    criticalDesignEffect(
      { p: Number(first.printed) / 100, n: first.interviews },
      { p: Number(second.printed) / 100, n: second.interviews },
    ) / factor
  );
}

/**
 * The largest design effect at which the pair is significant for all numbers consistent with the rest, by bisection
 * to a hundredth. Infinity where the bases are unknown.
 */
function worstEffect(
  ledger: Ledger,
  { id }: Claim,
  assumptions: Assumptions,
  pair: Difference,
  freed: ReadonlySet<string>,
): number {
  const { numbers } = ledger.evidence;
  if (numbers.get(pair.a)?.interviews == null || numbers.get(pair.b)?.interviews == null) return Infinity;
  // Only this pair uses the trial design effect; the assumed claims keep theirs.
  const given = assumedFor(ledger, id, pair, assumptions).map(({ of }) => of);
  const system = claimSystem(ledger.evidence, assumptions, { ids: [pair.a, pair.b], freed, given });
  const untrue = casesOf(pair, false, ledger.phrases, assumptions);
  const canFail = (deff: number): boolean =>
    untrue.some((one) => agreeing(system.with(one.map((part) => ({ ...part, deff })))) !== null);
  if (canFail(1e-4)) return 0;
  if (!canFail(MAX_EFFECT)) return Infinity;
  let [low, high] = [1e-4, MAX_EFFECT];
  for (let i = 0; i < STEPS && high - low > 0.002; i++) {
    const middle = Math.sqrt(low * high);
    if (canFail(middle)) high = middle;
    else low = middle;
  }
  return low;
}

/** Holm's thresholds run from 0.05 / m to 0.05: passes the first, fails the last, or undecided between. */
function survives(criticalEffect: number, comparisons: number): boolean | null {
  const p = 2 * normalProbability(Z_95 * Math.sqrt(criticalEffect), "upper");
  if (p * comparisons <= 0.05) return true;
  return p > 0.05 ? false : null;
}
