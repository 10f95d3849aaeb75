import type { Verdict } from "../../src/claims/index.js";
import type { Group } from "../../src/model/dimensions.js";
import { isHeld, type Status } from "../../src/model/value.js";
import type { Raw } from "../read/index.js";
import { checkBaseConsistency } from "./base-consistency.js";
import { type Check, type Checker, OUTCOMES, type Outcome } from "./check.js";
import { type AuditClaim, auditClaims, type Coverage, countVerdicts, coverage } from "./claims.js";
import { checkImpliedShares } from "./implied-shares.js";
import { checkReconciliations } from "./reconciliations.js";
import { checkRoundingSums } from "./rounding-sums.js";
import { checkSignificance } from "./significance.js";
import { checkTotalsInHull } from "./total-in-hull.js";

export { CHECK_KINDS, type Check, type CheckKind, OUTCOMES, type Outcome } from "./check.js";
export type { AuditClaim } from "./claims.js";

/** A value or a base as the audit lists it: a base has the measure "interviews" and no base of its own. */
export interface AuditValue {
  readonly id: string;
  readonly publication: string;
  readonly locator: string;
  readonly measure: string;
  readonly group: Group;
  readonly period: string | null;
  /** The number as printed, or its words. */
  readonly printed: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly base: number | null;
  readonly status: Status;
}

export interface Tally {
  readonly held: number;
  readonly notHeld: number;
}

export interface PublicationSummary {
  readonly values: Tally;
  readonly bases: Tally;
  readonly sentences: Coverage;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Values that no claim uses. */
  readonly valuesUnused: readonly string[];
}

export interface AuditSummary {
  readonly publications: Readonly<Record<string, PublicationSummary>>;
  readonly checks: Readonly<Record<Outcome, number>>;
}

export interface Audit {
  readonly values: readonly AuditValue[];
  readonly checks: readonly Check[];
  readonly claims: readonly AuditClaim[];
  readonly summary: AuditSummary;
}

const CHECKERS: readonly Checker[] = [
  checkReconciliations,
  checkTotalsInHull,
  checkRoundingSums,
  checkImpliedShares,
  checkBaseConsistency,
  checkSignificance,
];

/** Every check of the numbers against each other, with its outcome. */
export function checksOf(raw: Raw): Check[] {
  return CHECKERS.flatMap((checker) => checker(raw));
}

/** Every value and base, every check of them against each other with its outcome, and the counts. */
export function audit(raw: Raw): Audit {
  const checks = checksOf(raw);
  const { claims } = auditClaims(raw);
  return { values: auditValues(raw), checks, claims, summary: summarise(raw, checks, claims) };
}

function auditValues({ values, bases }: Raw): AuditValue[] {
  return [
    ...values.map((value) => ({
      ...shared(value),
      measure: value.measure,
      printed: value.printed ?? value.words,
      low: value.low,
      high: value.high,
      base: value.interviews,
    })),
    ...bases.map((base) => ({
      ...shared(base),
      measure: "interviews",
      printed: base.printed,
      low: base.interviews,
      high: base.interviews,
      base: null,
    })),
  ];
}

function shared({ id, publication, locator, group, period, status }: Raw["values" | "bases"][number]) {
  return { id, publication, locator, group, period, status };
}

function summarise(raw: Raw, checks: readonly Check[], claims: readonly AuditClaim[]): AuditSummary {
  const { publications, values, bases } = raw;
  const used = new Set(claims.flatMap((claim) => claim.values));
  const tally = (flags: readonly boolean[]): Tally => ({
    held: flags.filter((flag) => flag).length,
    notHeld: flags.filter((flag) => !flag).length,
  });
  return {
    publications: Object.fromEntries(
      publications.map(({ id }) => [
        id,
        {
          values: tally(values.filter((v) => v.publication === id).map(isHeld)),
          bases: tally(bases.filter((b) => b.publication === id).map((b) => b.interviews !== null)),
          sentences: coverage(raw, id),
          verdicts: countVerdicts(claims.filter((claim) => claim.publication === id)),
          valuesUnused: values
            .filter((v) => v.publication === id && isHeld(v) && !used.has(v.id))
            .map((v) => v.id),
        },
      ]),
    ),
    checks: Object.fromEntries(
      OUTCOMES.map((outcome) => [outcome, checks.filter(({ status }) => status === outcome).length]),
    ) as Record<Outcome, number>,
  };
}
