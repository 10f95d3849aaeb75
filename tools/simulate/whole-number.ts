/** A whole number written in digits, within ends; null for anything else. */
export function wholeNumber(text: string, least: number, most: number): number | null {
  if (!/^\d{1,15}$/.test(text)) return null;
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}
