/** A parsed cell: a percentage as printed, nothing, a withheld number, or anything else. */
export type PercentageCell =
  | { readonly printed: string }
  | { readonly nothing: "empty" | "withheld" }
  | { readonly message: string; readonly expected: string };

const WITHHELD = /^(?:\.{1,2}|:|-|–|—|\*+|[cx~z]|\[[a-z]{1,4}\]|n\/?a|not available|suppressed)$/i;
const EXPECTED = "a percentage from 0 to 100, such as 39, 39.4 or 39%";

/**
 * Parses "39", "39.4", "39%" and "39 per cent"; keeps decimals as printed. A number below 1 without a percent sign is
 * rejected: it could be a share or a percentage.
 */
export function percentageCell(text: string): PercentageCell {
  const trimmed = text.replace(/[\u00a0\u2007\u202f]/g, " ").trim();
  if (trimmed === "") return { nothing: "empty" };
  if (WITHHELD.test(trimmed)) return { nothing: "withheld" };
  const match = /^(\d+(?:\.\d+)?) ?(%|per ?cent)?$/i.exec(trimmed);
  const shown = `"${trimmed.length > 40 ? `${trimmed.slice(0, 39)}…` : trimmed}"`;
  if (match === null) {
    return /^\d+,\d+ ?%?$/.test(trimmed)
      ? { message: `${shown} has a comma`, expected: "a decimal point, as in 39.4" }
      : { message: `${shown} is no percentage`, expected: EXPECTED };
  }
  const [, number = "", sign] = match;
  const value = Number(number);
  if (value > 100) return { message: `${shown} is above 100`, expected: EXPECTED };
  if (sign === undefined && value > 0 && value < 1) {
    return {
      message: `${shown} can be a share or a percentage`,
      expected: `a percent sign, as in ${Number((value * 100).toPrecision(12))}% or ${number}%`,
    };
  }
  return { printed: number };
}

/** Whether a cell looks like any kind of number. */
export function looksLikeNumber(text: string): boolean {
  return /^[<>~±+−-]?\s*[£]?\d[\d.,\s]*\s*(?:%|per ?cent)?$/i.test(text.trim());
}
