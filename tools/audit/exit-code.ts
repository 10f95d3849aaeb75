import type { LockReport } from "./lock-report.js";

/** The outcomes that determine the exit code. */
export interface Outcome {
  /** Failed checks of printed numbers. */
  readonly failed: number;
  readonly lock: Pick<LockReport, "belongs" | "unable"> & { readonly differences: readonly unknown[] };
  /** Sets of numbers that cannot all be true. */
  readonly conflicts: number;
}

/** 0 where every check passes, everything is as locked and no numbers conflict; otherwise 1. */
export function exitCodeOf({ failed, lock, conflicts }: Outcome): 0 | 1 {
  const asLocked = lock.unable === null && lock.belongs && lock.differences.length === 0;
  return asLocked && failed === 0 && conflicts === 0 ? 0 : 1;
}
