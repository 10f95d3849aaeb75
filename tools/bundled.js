// Runs a command from one file: `node tools/bundled.js tools/audit.ts ARGUMENTS`. Loading a thousand modules one by one takes
// longer than half of the audit. The file is made anew whenever a module in it, or a package, has other content.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [, , command = ""] = process.argv;
const name = basename(command, ".ts");
const folder = join(".generated", "commands");
const madeOf = join(folder, `${name}.json`);

/** The hash of a file's content; "absent" where there is none. */
const hashOf = (path) =>
  existsSync(path) ? createHash("sha256").update(readFileSync(path)).digest("hex") : "absent";

/** The folder of the bundle that was made of these very files; null where there is none. */
function known() {
  if (!existsSync(madeOf)) return null;
  const { bundle, files } = JSON.parse(readFileSync(madeOf, "utf8"));
  return existsSync(bundle) && Object.entries(files).every(([path, hash]) => hashOf(path) === hash)
    ? bundle
    : null;
}

async function make() {
  const { build } = await import("esbuild");
  const bundle = join(folder, `${name}-${process.pid}`);
  const { metafile } = await build({
    entryPoints: [command],
    outdir: bundle,
    bundle: true,
    splitting: true,
    platform: "node",
    target: "node20",
    format: "esm",
    outExtension: { ".js": ".mjs" },
    // Packages that find their own files as they run stay where they are.
    external: ["@duckdb/node-api", "@resvg/resvg-js", "esbuild", "jsdom", "jsonc-parser", "wawoff2"],
    banner: {
      js: 'import { createRequire as bundledRequire } from "node:module"; const require = bundledRequire(import.meta.url);',
    },
    metafile: true,
    logLevel: "error",
  });
  const own = Object.keys(metafile.inputs).filter((path) => !path.startsWith("node_modules/"));
  const files = Object.fromEntries(
    [...own, "package-lock.json", "tsconfig.json", "tools/bundled.js"].map((path) => [path, hashOf(path)]),
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${madeOf}.${process.pid}.part`, JSON.stringify({ bundle, files }));
  renameSync(`${madeOf}.${process.pid}.part`, madeOf);
  forget(bundle);
  return bundle;
}

/** Removes older bundles, but for those of the last hour: a command may still be running from one. */
function forget(bundle) {
  for (const entry of readdirSync(folder)) {
    const path = join(folder, entry);
    const isOther = entry.startsWith(`${name}-`) && path !== bundle;
    if (isOther && Date.now() - statSync(path).mtimeMs > 3_600_000)
      rmSync(path, { recursive: true, force: true });
  }
}

const bundle = known() ?? (await make());
process.argv.splice(1, 2, resolve(command));
await import(pathToFileURL(resolve(bundle, `${name}.mjs`)).href);
