/** Tolerance when rounding an end outwards, in units of the last digit shown. */
const FORGIVEN = 1e-6;

/**
 * A number for readers: thousands commas, a true minus sign, fixed decimals. `rounding` "down" and "up" round the
 * ends of a range outwards, with a tolerance of a millionth of the last digit, so that 31.000000001 does not become
 * 32.
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
      ? Math.floor(scaled + FORGIVEN)
      : rounding === "up"
        ? Math.ceil(scaled - FORGIVEN)
        : Math.sign(scaled) * Math.floor(Math.abs(scaled) + 0.5 + 1e-9);
  const shown = whole / scale;
  const [integer = "0", fraction] = Math.abs(shown).toFixed(decimals).split(".");
  const grouped = integer.replace(/\B(?=(?:\d{3})+$)/g, ",");
  const sign = shown < 0 ? "\u2212" : "";
  return `${sign}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** Decimals of the ends of a range. */
export const RANGE_DECIMALS = 1;

/**
 * One end of a range, bound or interval as readers see it, everywhere: outwards to a tenth, the low end down and the high end
 * up, so that what is shown holds what is meant and is at most a tenth wider. `formatEnd(33.17, "high")` is "33.2".
 *
 * Outwards, and yet never across a printed bound: 0, 100, a whole printed number and the ends of its rounding interval (60 is
 * 59.5 to 60.5) are all tenths, and rounding to a tenth stops there. So a figure that ends at 60.5 is written 60.5, never 61
 * above a printed 60. Where bounds are printed in tenths, whose own ends are hundredths, give two `decimals`.
 *
 * An end that is whole is written whole, as 0 and 100 are; "80.0" is one that was rounded to a whole number.
 */
export function formatEnd(value: number, end: "low" | "high", decimals = RANGE_DECIMALS): string {
  const nearest = Math.round(value);
  const whole = Math.abs(value - nearest) <= FORGIVEN * 10 ** -decimals;
  return whole ? formatNumber(nearest) : formatNumber(value, decimals, end === "low" ? "down" : "up");
}

/** A range: "19.5 to 33.2", "0 to 53.4"; one number where both ends are written alike. See `formatEnd`. */
export function formatRange(low: number, high: number, decimals = RANGE_DECIMALS): string {
  const [from, to] = [formatEnd(low, "low", decimals), formatEnd(high, "high", decimals)];
  return from === to ? from : `${from} to ${to}`;
}

/** A range with holes, part by part: "19.5 to 33.2 or 45.3 to 60.5". */
export function formatRanges(
  parts: readonly (readonly [low: number, high: number])[],
  decimals = RANGE_DECIMALS,
): string {
  return parts.map(([low, high]) => formatRange(low, high, decimals)).join(" or ");
}

/**
 * The design effect that a difference stands up to, or that statements allow, without its "×": a tenth, rounded down, since
 * it stands after "up to". `formatDesignEffect(2.1868)` is "2.1".
 */
export function formatDesignEffect(value: number): string {
  return formatNumber(value, RANGE_DECIMALS, "down");
}

const COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** A count as a word up to twelve, in digits beyond: "five", "30". */
export function countWord(count: number): string {
  return COUNTS[count] ?? formatNumber(count);
}

/** Words as a list: "May", "May and June", "May, June and July"; nothing for none. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
