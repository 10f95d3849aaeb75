import { existsSync, readdirSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { build, type Metafile } from "esbuild";

const RAW_READER = "data-loaders/read/raw.ts";

/** Imports that make a test slow: building all tables from the raw files, or starting processes. */
const SLOW: readonly string[] = [RAW_READER, "node:child_process"];

export interface TestFiles {
  readonly quick: readonly string[];
  readonly slow: readonly string[];
}

/**
 * The unit tests, as paths from the root. Quick ones import neither the raw file reader nor `node:child_process`,
 * directly or indirectly; type imports do not count.
 *
 * @throws Error if the raw file reader has moved: every test would count as quick
 */
export async function testFiles(root: string): Promise<TestFiles> {
  if (!existsSync(join(root, RAW_READER)))
    throw new Error(`${RAW_READER} is absent; expected the reader of raw files there`);
  const tests = readdirSync(join(root, "tests/unit"), { recursive: true, encoding: "utf8" })
    .map((file) => `tests/unit/${file.split(sep).join("/")}`)
    .filter((file) => file.endsWith(".test.ts"))
    .sort();
  const { metafile } = await build({
    absWorkingDir: resolve(root),
    stdin: { contents: tests.map((test) => `import "./${test}";`).join("\n"), resolveDir: resolve(root) },
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
    packages: "external",
    external: ["observablehq:*"],
    logLevel: "silent",
  });
  const slow = importersOf(SLOW, metafile.inputs);
  return { quick: tests.filter((test) => !slow.has(test)), slow: tests.filter((test) => slow.has(test)) };
}

/** These modules and everything that imports them, directly or indirectly. */
function importersOf(modules: readonly string[], inputs: Metafile["inputs"]): ReadonlySet<string> {
  const importers = new Map<string, string[]>();
  for (const [file, { imports }] of Object.entries(inputs)) {
    for (const { path } of imports) {
      const own = importers.get(path);
      if (own === undefined) importers.set(path, [file]);
      else own.push(file);
    }
  }
  const found = new Set(modules);
  // Iterating a growing Set includes the added items.
  for (const module of found) for (const importer of importers.get(module) ?? []) found.add(importer);
  return found;
}
