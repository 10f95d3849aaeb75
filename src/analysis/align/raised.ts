/** Raised text: digits as superscript digits, which are footnote marks; anything else as it is. */
export function raised(text: string): string {
  return /^\s*\[?\d{1,3}\]?\s*$/.test(text)
    ? text.replace(/\D/g, "").replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)))
    : text;
}
