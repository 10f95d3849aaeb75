/** A fault to plant in a source file, and the tests that must detect it. Paths are from the root. */
export interface Mutation {
  /** Short description. */
  readonly what: string;
  readonly file: string;
  /** Text that occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  readonly tests: readonly string[];
}

/** The source with the fault. @throws Error unless the text to replace stands in it exactly once */
export function mutate(source: string, { what, file, find, replace }: Mutation): string {
  const times = occurrences(source, find);
  if (times !== 1)
    throw new Error(`${file}: "${what}" no longer applies: its text occurs ${times} times, not once`);
  return source.replace(find, () => replace);
}

/** Number of non-overlapping occurrences of a text. */
export const occurrences = (source: string, text: string): number => source.split(text).length - 1;
