/** A difference between R's survey package and the statistics here, with an example. */
export interface Difference {
  /** Anchor on the page. */
  readonly id: string;
  /** The heading. */
  readonly topic: string;
  /** The R functions concerned. */
  readonly rFunction: string;
  readonly rDoes: string;
  readonly weDo: string;
  readonly why: string;
  /** The quantity that the example calculates. */
  readonly example: string;
  /** Decimals for both numbers. */
  readonly decimals: number;
  /** R's result: a number, or its message. */
  readonly r: number | string;
  /** Our result, from the sample. */
  readonly ours: () => number | string;
}

/** Results of a statistic that is refused or has no number. */
export const REFUSED = "refused";
export const NONE = "none";

/** The number, or `NONE`. */
export function numberOrNone(value: number | null | undefined): number | string {
  return value === null || value === undefined || Number.isNaN(value) ? NONE : value;
}

/** `REFUSED` if the statistic throws a RangeError. */
export function orRefused(statistic: () => number | string): number | string {
  try {
    return statistic();
  } catch (error) {
    if (error instanceof RangeError) return REFUSED;
    throw error;
  }
}
