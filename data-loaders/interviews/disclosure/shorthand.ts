/** Marks that stand in the place of a number, each in its own brackets, in the scheme of UK official statistics. */
export type Mark = "[c]" | "[low]" | "[z]";

/** What each mark that stands in `cells` means, in the order of the alphabet, for the place where the cells are shown. */
export function explainMarks(cells: Iterable<unknown>, least: number): Partial<Record<Mark, string>> {
  const meaning: Record<Mark, string> = {
    "[c]": `confidential: fewer than ${least} interviews, or needed to protect such a count`,
    "[low]": "low: more than zero, rounded to zero",
    "[z]": "not applicable: nobody can be in this group here",
  };
  const used = new Set(cells);
  return Object.fromEntries(Object.entries(meaning).filter(([mark]) => used.has(mark)));
}
