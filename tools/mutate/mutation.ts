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

type Short = Pick<Mutation, "what" | "file" | "find" | "replace"> & { readonly tests?: readonly string[] };

/**
 * The mutations of a folder, with short names: `file` without folder and ending, and tests by their names in `testFolder`;
 * where there are none, the test of the file itself.
 */
export function mutationsIn(folder: string, testFolder: string, list: readonly Short[]): Mutation[] {
  return list.map(({ what, file, find, replace, tests = [file] }) => ({
    what,
    file: `${folder}/${file}.ts`,
    find,
    replace,
    tests: tests.map((test) => `${testFolder}/${test}.test.ts`),
  }));
}

/** The same for a folder of src/stats; tests with a slash at their front stand in another folder of tests/unit/stats. */
export function mutationsOf(folder: string, list: readonly Short[]): Mutation[] {
  const inFolder = ({ file, tests = [file] }: Short) =>
    tests.map((test) => (test.startsWith("/") ? test.slice(1) : `${folder}/${test}`));
  return mutationsIn(
    "src/stats",
    "tests/unit/stats",
    list.map((each) => ({ ...each, file: `${folder}/${each.file}`, tests: inFolder(each) })),
  );
}

/** The source with the fault in it. @throws Error unless the text to replace stands in it exactly once */
export function mutate(source: string, { what, file, find, replace }: Mutation): string {
  const times = source.split(find).length - 1;
  if (times !== 1)
    throw new Error(`${file}: "${what}" no longer applies: its text occurs ${times} times, not once`);
  return source.replace(find, () => replace);
}
