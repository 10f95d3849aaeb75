/** Tail of a distribution: "lower" is P(X <= x), "upper" is P(X > x). */
export type Tail = "lower" | "upper";

export function otherTail(tail: Tail): Tail {
  return tail === "lower" ? "upper" : "lower";
}

/** Throws a RangeError unless `value` is above 0 and, without `infinite`, finite. */
export function assertShape(value: number, name: string, { infinite = false } = {}): void {
  if (!(value > 0 && (infinite || Number.isFinite(value)))) {
    throw new RangeError(`${name} must be above 0, not ${value}`);
  }
}
