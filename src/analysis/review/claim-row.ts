import {
  type Assumptions,
  type Claim,
  concernOf,
  conditionCode,
  entryOf,
  idsIn,
  type Judge,
  type Judgement,
  type Ledger,
  marginOf,
  phrasesIn,
  SHARE_DISTANCES,
  SHARES_IN_WORDS,
  soleCondition,
  weightOf,
} from "../../claims/index.js";
import { isClose } from "./rows.js";
import type { ClaimRow } from "./schema.js";
import { verdictText } from "./verdict-text.js";

/** A claim with its verdict as a row. @param reason words the reason for the verdict */
export function claimRow(
  ledger: Ledger,
  claim: Claim,
  judge: Judge,
  assumptions: Assumptions,
  reason: (judgement: Judgement) => string = ({ because }) => because,
): ClaimRow {
  const entry = entryOf(ledger, claim.id);
  const judgement = judge.judge(claim.id, assumptions);
  const condition = soleCondition(entry);
  const conditions = entry.interpretations.map((one) => one.condition);
  const { verdict, basis, needs, given, robustness } = judgement;
  const margin = condition === null ? null : marginOf(ledger, claim, condition, assumptions);
  const survives = robustness?.survivesHolm;
  return {
    id: claim.id,
    publication: claim.publication,
    locator: claim.locator,
    chart: claim.chart,
    statement: claim.statement,
    kind: claim.kind,
    verdict,
    basis,
    concern: concernOf(claim, verdict, conditions, ledger.evidence),
    weight: weightOf(claim),
    restates: claim.restates,
    because: reason(judgement),
    otherwise: otherwise(claim, judge, assumptions),
    ...effects(judgement),
    holm: robustness === null ? null : survives === null ? "not known" : survives ? "yes" : "no",
    values: claim.values.join(";"),
    states: claim.states.join(";"),
    needs: needs.join(";"),
    given: given.join(";"),
    phrases: [...new Set(conditions.flatMap(phrasesIn))].join(";"),
    readings: judgement.readings.map(({ id, statement, warrant, ...judged }) => {
      const own = ledger.conditions.get(id) ?? condition;
      return {
        claim: claim.id,
        ...{ id, statement, warrant, verdict: judged.verdict, because: judged.because },
        code: own === null ? "" : conditionCode(own),
      };
    }),
    outside: entry.outside === null ? "" : idsIn(entry.outside).join(";"),
    code: condition === null ? null : conditionCode(condition),
    low: margin?.low ?? null,
    high: margin?.high ?? null,
    from: margin?.from ?? null,
    to: margin?.to ?? null,
    unit: margin?.unit ?? null,
    close: isClose(judgement),
    alternatives: claim.alternatives,
    note: claim.note,
  };
}

/** Verdicts under other assumptions about group weights, where they differ; null where none does. */
function otherwise({ id }: Claim, judge: Judge, assumptions: Assumptions): string | null {
  const usual = outcome(judge.judge(id, assumptions));
  const others = SHARE_DISTANCES.filter((shares) => shares !== "by-weighting")
    .map((shares) => ({ shares, outcome: outcome(judge.judge(id, { ...assumptions, shares })) }))
    .filter((other) => other.outcome !== usual);
  if (others.length === 0) return null;
  const words = others.map(({ shares, outcome }) => `${SHARES_IN_WORDS[shares]}: ${outcome}`);
  return `with each group weighing ${words.join("; ")}`;
}

function outcome(judgement: Judgement): string {
  return verdictText({ verdict: judgement.verdict, ...effects(judgement) }).toLowerCase();
}

/**
 * The design effects up to which a difference is significant: at the printed numbers and at the worst consistent
 * ones.
 */
function effects({ robustness }: Judgement): Pick<ClaimRow, "critical" | "worst"> {
  return { critical: robustness?.criticalDesignEffect ?? null, worst: robustness?.worstCase ?? null };
}
