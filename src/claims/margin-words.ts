/** Where the number lies that a claim is about, and where it would have to lie for the claim to be true. */
export interface Margin {
  readonly low: number;
  readonly high: number;
  /** Null where there is no such end. */
  readonly from: number | null;
  readonly to: number | null;
  /** "percent" for one percentage, "points" for a difference of percentages, "other" for counts and dates. */
  readonly unit: "percent" | "points" | "other";
}

/** Where the number lies, in words: "it lies from 86.5 to 87.5%". */
export function whereItLies({ low, high, unit }: Margin): string {
  const [from, to] = [shown(low), shown(high)];
  return from === to ? `it is ${from}${unitOf(unit)}` : `it lies from ${from} to ${to}${unitOf(unit)}`;
}

/** Where it would have to lie, in words: "77.5 to 82.5%". */
export function whatIsAsked({ from, to, unit }: Margin): string {
  if (from === null) return to === null ? "any number" : `at most ${shown(to)}${unitOf(unit)}`;
  return to === null
    ? `more than ${shown(from)}${unitOf(unit)}`
    : `${shown(from)} to ${shown(to)}${unitOf(unit)}`;
}

function unitOf(unit: Margin["unit"]): string {
  return unit === "percent" ? "%" : unit === "points" ? " points" : "";
}

function shown(x: number): string {
  return `${Math.round(x * 10) / 10 + 0}`.replace("-", "−");
}
