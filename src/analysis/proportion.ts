interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Percentages of the tables (0 to 100) as the proportions (0 to 1) that src/stats works with. */
export function proportionInterval({ low, high }: Interval): Interval {
  return { low: low / 100, high: high / 100 };
}

/** Proportions (0 to 1) of src/stats as the percentages (0 to 100) of the tables. */
export function percentInterval({ low, high }: Interval): Interval {
  return { low: 100 * low, high: 100 * high };
}
