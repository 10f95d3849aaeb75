/** One fault of a codebook; `where` is the path to it, `variables.age.asked`. */
export interface CodebookProblem {
  readonly where: string;
  readonly message: string;
  readonly expected: string;
}

/** `ces-2023-24: variables.age.asked: what is wrong; expected what`. */
export function formatCodebookProblem(id: string, { where, message, expected }: CodebookProblem): string {
  return `${id}: ${where}: ${message}; expected ${expected}`;
}

/** A problem for each id that stands in a list again. */
export function repeated(part: string, list: readonly { readonly id: string }[]): CodebookProblem[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }) => {
    const again = seen.has(id);
    seen.add(id);
    return again ? [{ where: `${part}.${id}`, message: "is given twice", expected: "each id once" }] : [];
  });
}
