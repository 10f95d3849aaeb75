/** Throws a RangeError unless `value` is a proportion from 0 to 1. */
export function assertProportion(value: number, name: string): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} must be from 0 to 1, not ${value}`);
}

/** Throws a RangeError unless `value` is a finite number above zero. */
export function assertPositive(value: number, name: string): void {
  if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`${name} must be above 0, not ${value}`);
}

/** Throws a RangeError unless `low` <= `high` and both are proportions. */
export function assertProportionInterval(interval: { low: number; high: number }, name: string): void {
  assertProportion(interval.low, `${name}.low`);
  assertProportion(interval.high, `${name}.high`);
  if (interval.low > interval.high) throw new RangeError(`${name} ends before it begins`);
}

/** Throws a RangeError unless `level` is a confidence level between 0 and 1. */
export function assertLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`the level must be between 0 and 1, not ${level}`);
}

/**
 * Throws a RangeError for an answer other than 0, 1 and NaN. A loop and no callback: over a million rows a callback takes
 * as long as an estimate.
 *
 * @param what needs such answers, for the message
 */
export function assertBinary(y: Float64Array, what: string): void {
  for (let i = 0; i < y.length; i++) {
    const value = y[i];
    if (value !== 0 && value !== 1 && !Number.isNaN(value))
      throw new RangeError(`row ${i + 1} has the answer ${value}; ${what} needs 0 or 1`);
  }
}
