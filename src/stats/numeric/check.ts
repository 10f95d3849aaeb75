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
