import {
  type Concern,
  concernOf,
  DEFAULT_ASSUMPTIONS,
  entryOf,
  type Judgement,
  VERDICTS,
  type Verdict,
  type VerdictBasis,
  type Weight,
  weightOf,
} from "../../src/claims/index.js";
import { judgeFor, ledgerOf, reasonOf } from "../ledger/ledger.js";
import type { Raw } from "../read/index.js";

/** A claim as the audit lists it. */
export interface AuditClaim {
  readonly id: string;
  readonly publication: string;
  readonly locator: string;
  readonly statement: string;
  readonly kind: string;
  readonly verdict: Verdict;
  /** Whether the verdict is computed from numbers, or judged by the meaning of words. */
  readonly basis: VerdictBasis;
  readonly concern: Concern;
  readonly weight: Weight;
  /** The claim that it repeats. */
  readonly restates: string | null;
  readonly because: string;
  readonly readings: readonly {
    readonly id: string;
    readonly statement: string;
    readonly warrant: string;
    readonly verdict: Verdict;
    readonly because: string;
  }[];
  readonly values: readonly string[];
  readonly needs: readonly string[];
  readonly robustness: {
    readonly criticalDesignEffect: number | null;
    readonly worstCase: number | null;
    readonly survivesHolm: boolean | null;
  } | null;
}

/** Counts of a publication's sentences: with a claim, and left out for a listed reason. */
export interface Coverage {
  readonly covered: number;
  readonly leftOut: number;
}

/** The verdict on every claim, under the default assumptions. */
export function auditClaims(raw: Raw): { claims: AuditClaim[]; judgements: Judgement[] } {
  const ledger = ledgerOf(raw);
  const judge = judgeFor(raw);
  const judgements = ledger.claims.map(({ id }) => judge.judge(id, DEFAULT_ASSUMPTIONS));
  const claims = ledger.claims.map((claim, i): AuditClaim => {
    const { id, publication, locator, statement, kind, values, restates } = claim;
    const judgement = judgements[i] as Judgement;
    const { verdict, basis, needs, robustness } = judgement;
    const conditions = entryOf(ledger, id).interpretations.map(({ condition }) => condition);
    return {
      ...{ id, publication, locator, statement, kind, verdict, basis },
      concern: concernOf(claim, verdict, conditions, ledger.evidence),
      weight: weightOf(claim),
      restates,
      because: reasonOf(raw, judgement),
      readings: judgement.readings.map(({ id, statement, warrant, verdict, because }) => ({
        ...{ id, statement, warrant, verdict, because },
      })),
      ...{ values, needs, robustness },
    };
  });
  return { claims, judgements };
}

/** Counts of claims by verdict, without restatements. */
export function countVerdicts(claims: readonly AuditClaim[]): Record<Verdict, number> {
  const counted = claims.filter(({ restates }) => restates === null);
  return Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, counted.filter((claim) => claim.verdict === verdict).length]),
  ) as Record<Verdict, number>;
}

export function coverage({ sentences }: Raw, publication: string): Coverage {
  const own = sentences.filter((s) => s.publication === publication);
  const leftOut = own.filter((s) => s.leftOut !== null).length;
  return { covered: own.length - leftOut, leftOut };
}
