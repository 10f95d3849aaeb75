/** Converts raised digits to superscript digits, which mark footnotes; leaves other text. */
export function raised(text: string): string {
  return /^\s*\[?\d{1,3}\]?\s*$/.test(text)
    ? text.replace(/\D/g, "").replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)))
    : text;
}
