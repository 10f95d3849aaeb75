import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { type JsonFile, readJson, schemaProblems } from "../../data-loaders/read/json.js";
import { InputError, type Problem } from "../../data-loaders/read/problem.js";
import { type Mutation, occurrences } from "./mutation.js";

/** The list of faults, one per line. */
export const MUTATIONS_FILE = fileURLToPath(new URL("mutations.json", import.meta.url));

const filled = v.pipe(v.string("expected text"), v.nonEmpty("expected text that is not empty"));

const MUTATIONS = v.array(
  v.strictObject({
    what: filled,
    file: filled,
    find: filled,
    replace: v.string("expected text"),
    tests: v.pipe(
      v.array(filled, "expected a list of test files"),
      v.minLength(1, "expected at least one test file"),
    ),
  }),
  "expected a list of faults",
);

/** Parses a list of faults. @throws InputError with everything that is wrong in it, each at its line and column */
export function readMutations(file: string = MUTATIONS_FILE): readonly Mutation[] {
  return read(file).mutations;
}

/** Problems of faults whose source or test is absent, or whose text does not occur exactly once. */
export function anchorProblems(root: string, file: string = MUTATIONS_FILE): Problem[] {
  const { json, mutations } = read(file);
  const sources = new Map<string, string | null>();
  const sourceOf = (path: string): string | null => {
    const known = sources.get(path);
    if (known !== undefined) return known;
    const source = existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : null;
    sources.set(path, source);
    return source;
  };
  return mutations.flatMap(({ file, find, tests }, i) => {
    const source = sourceOf(file);
    const times = source === null ? 1 : occurrences(source, find);
    return [
      ...(source === null
        ? [{ ...json.place([i, "file"]), message: `${file} is absent`, expected: "a source file" }]
        : []),
      ...(times === 1
        ? []
        : [
            {
              ...json.place([i, "find"]),
              message:
                times === 0 ? `${file} does not hold this text` : `${file} holds this text ${times} times`,
              expected: "text that it holds once",
            },
          ]),
      ...tests.flatMap((test, j) =>
        existsSync(join(root, test))
          ? []
          : [{ ...json.place([i, "tests", j]), message: `${test} is absent`, expected: "a test file" }],
      ),
    ];
  });
}

function read(file: string): { readonly json: JsonFile; readonly mutations: readonly Mutation[] } {
  const json = readJson(file, { comments: false });
  const parsed = v.safeParse(MUTATIONS, json.value);
  const problems = [...json.repeatedKeys, ...schemaProblems(json, parsed.issues ?? [])];
  if (!parsed.success) throw new InputError(problems);
  const mutations = parsed.output;
  const seen = new Set<string>();
  for (const [i, { what, file, find, replace }] of mutations.entries()) {
    const name = `${file}: ${what}`;
    if (seen.has(name))
      problems.push({
        ...json.place([i, "what"]),
        message: `the fault "${name}" stands twice`,
        expected: "other words for each fault of a file",
      });
    seen.add(name);
    if (find === replace)
      problems.push({
        ...json.place([i, "replace"]),
        message: "this is the text that it replaces",
        expected: "other text",
      });
  }
  if (problems.length > 0) throw new InputError(problems);
  return { json, mutations };
}
