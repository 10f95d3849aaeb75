/** A fault to plant in a source file, and the tests of which at least one must fail with it. */
export interface Mutation {
  /** What the fault does, in a few words. */
  readonly what: string;
  readonly file: string;
  /** Text that stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  readonly tests: readonly string[];
}

/**
 * The mutations of a folder of src/stats, with short names: `file` without folder and ending, and tests by the same name
 * (or, with a slash at its front, by their path in tests/unit/stats); where there are none, the test of the file itself.
 */
export function mutationsOf(
  folder: string,
  list: readonly (Pick<Mutation, "what" | "file" | "find" | "replace"> & {
    readonly tests?: readonly string[];
  })[],
): Mutation[] {
  return list.map(({ what, file, find, replace, tests = [file] }) => ({
    what,
    file: `src/stats/${folder}/${file}.ts`,
    find,
    replace,
    tests: tests.map(
      (test) => `tests/unit/stats${test.startsWith("/") ? test : `/${folder}/${test}`}.test.ts`,
    ),
  }));
}

/** The source with the fault in it. @throws Error unless the text to replace stands in it exactly once */
export function mutate(source: string, { what, file, find, replace }: Mutation): string {
  const times = source.split(find).length - 1;
  if (times !== 1)
    throw new Error(`${file}: "${what}" no longer applies: its text occurs ${times} times, not once`);
  return source.replace(find, () => replace);
}
