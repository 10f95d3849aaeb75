import {
  type Assumptions,
  type Claim,
  conditionCode,
  type Judgement,
  type Ledger,
  type Margin,
  marginOf,
  type Verdict,
} from "../../claims/index.js";
import { type ClaimRow, isClose } from "./rows.js";

/** The phrases that a claim reads, and its verdicts where all are read otherwise. */
export interface PhraseVerdicts {
  readonly phrases: readonly string[];
  readonly narrow: Verdict | null;
  readonly wide: Verdict | null;
}

/** A claim with its verdict as a row. */
export function claimRow(
  ledger: Ledger,
  claim: Claim,
  judgement: Judgement,
  { phrases, narrow, wide }: PhraseVerdicts,
  assumptions: Assumptions,
): ClaimRow {
  const condition = ledger.conditions.get(claim.id);
  const { verdict, because, needs, given, robustness } = judgement;
  const margin: Margin | null = marginOf(ledger, claim.id, assumptions);
  const survives = robustness?.survivesHolm;
  return {
    id: claim.id,
    publication: claim.publication,
    locator: claim.locator,
    chart: claim.chart,
    statement: claim.statement,
    kind: claim.kind,
    verdict,
    because,
    critical: robustness?.criticalDesignEffect ?? null,
    worst: robustness?.worstCase ?? null,
    holm: robustness === null ? null : survives === null ? "not known" : survives ? "yes" : "no",
    values: claim.values.join(";"),
    states: claim.states.join(";"),
    needs: needs.join(";"),
    given: given.join(";"),
    phrases: phrases.join(";"),
    narrow,
    wide,
    code: condition === undefined ? null : conditionCode(condition),
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
