/**
 * A number as readers see it: thousands commas, a true minus sign, a fixed number of decimals.
 * `rounding` "down" and "up" are for the ends of a range, which must hold what lies inside; a millionth of the last
 * digit is forgiven, so that 31.000000001 does not become 32.
 */
export function formatNumber(
  value: number,
  decimals = 0,
  rounding: "nearest" | "down" | "up" = "nearest",
): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be shown`);
  const scale = 10 ** decimals;
  const scaled = value * scale;
  const whole =
    rounding === "down"
      ? Math.floor(scaled + 1e-6)
      : rounding === "up"
        ? Math.ceil(scaled - 1e-6)
        : Math.sign(scaled) * Math.floor(Math.abs(scaled) + 0.5 + 1e-9);
  const shown = whole / scale;
  const [integer = "0", fraction] = Math.abs(shown).toFixed(decimals).split(".");
  const grouped = integer.replace(/\B(?=(?:\d{3})+$)/g, ",");
  const sign = shown < 0 ? "\u2212" : "";
  return `${sign}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

const COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** A count as a word up to twelve, in digits beyond: "five", "30". */
export function countWord(count: number): string {
  return COUNTS[count] ?? formatNumber(count);
}
