/** What an analyst may find to differ between R's survey package and the statistics here, with an example. */
export interface Difference {
  /** Its address on the page. */
  readonly id: string;
  /** What differs, as a heading. */
  readonly topic: string;
  /** The functions of R to which this applies. */
  readonly rFunction: string;
  readonly rDoes: string;
  readonly weDo: string;
  readonly why: string;
  /** What the two numbers of the example are. */
  readonly example: string;
  /** Decimals with which both are shown. */
  readonly decimals: number;
  /** What R gave: a number, or what it says instead of one. */
  readonly r: number | string;
  /** What we give, worked out from the sample. */
  readonly ours: () => number | string;
}

/** What a statistic says where it is refused or has no number. */
export const REFUSED = "refused";
export const NONE = "none";

/** The number, or "none". */
export function numberOrNone(value: number | null | undefined): number | string {
  return value === null || value === undefined || Number.isNaN(value) ? NONE : value;
}

/** "refused" where the statistic throws a RangeError. */
export function orRefused(statistic: () => number | string): number | string {
  try {
    return statistic();
  } catch (error) {
    if (error instanceof RangeError) return REFUSED;
    throw error;
  }
}
