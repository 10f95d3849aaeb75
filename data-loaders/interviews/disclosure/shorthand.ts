/** Marks that replace numbers, in the scheme of UK official statistics. */
export type Mark = "[c]" | "[low]" | "[z]";

/** Explains the marks in `cells`, in alphabetical order, to be shown with them. */
export function explainMarks(cells: Iterable<unknown>, least: number): Partial<Record<Mark, string>> {
  const meaning: Record<Mark, string> = {
    "[c]": `confidential: fewer than ${least} interviews, or needed to protect such a count`,
    "[low]": "low: more than zero, rounded to zero",
    "[z]": "not applicable: nobody can be in this group here",
  };
  const used = new Set(cells);
  return Object.fromEntries(Object.entries(meaning).filter(([mark]) => used.has(mark)));
}
