/** The sum of coefficient times variable lies from `low` to `high` (either may be infinite). */
export interface Row {
  readonly index: readonly number[];
  readonly coefficient: readonly number[];
  readonly low: number;
  readonly high: number;
  /** Number of the statement behind the row; -1 for limits of variables and for cases. */
  readonly statement: number;
}

/** Variables from `low` to `high` that obey `rows`. */
export interface LinearProgram {
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
  readonly rows: readonly Row[];
}
