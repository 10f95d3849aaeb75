import type { Raw } from "../read/index.js";

export const CHECK_KINDS = [
  "reconciliation",
  "total-in-hull",
  "rounding-sum",
  "implied-share",
  "base-consistency",
  "significance",
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

export const OUTCOMES = ["passed", "failed", "not checked"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One check of printed numbers against each other, with its outcome and the reason for it. */
export interface Check {
  readonly id: string;
  readonly kind: CheckKind;
  readonly status: Outcome;
  readonly because: string;
  /** Ids of the values and bases involved. */
  readonly inputs: readonly string[];
}

/** Makes every check of one kind. */
export type Checker = (raw: Raw) => Check[];
