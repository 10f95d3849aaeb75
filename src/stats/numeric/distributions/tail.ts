/** Which side of a quantile a probability is of: "lower" is P(X <= x), "upper" is P(X > x). */
export type Tail = "lower" | "upper";

export function otherTail(tail: Tail): Tail {
  return tail === "lower" ? "upper" : "lower";
}

/** Throws a RangeError unless `value` is above 0; Infinity is let through where `infinite`. */
export function assertShape(value: number, name: string, { infinite = false } = {}): void {
  if (!(value > 0 && (infinite || Number.isFinite(value)))) {
    throw new RangeError(`${name} must be above 0, not ${value}`);
  }
}
