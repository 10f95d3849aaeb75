/** A fault to plant in a source file, and the tests of which at least one must fail with it. Paths are from the root. */
export interface Mutation {
  /** What the fault does, in a few words. */
  readonly what: string;
  readonly file: string;
  /** Text that stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  readonly tests: readonly string[];
}

/** The source with the fault in it. @throws Error unless the text to replace stands in it exactly once */
export function mutate(source: string, { what, file, find, replace }: Mutation): string {
  const times = occurrences(source, find);
  if (times !== 1)
    throw new Error(`${file}: "${what}" no longer applies: its text occurs ${times} times, not once`);
  return source.replace(find, () => replace);
}

/** How often a text stands in another, without overlaps. */
export const occurrences = (source: string, text: string): number => source.split(text).length - 1;
