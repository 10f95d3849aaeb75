// Runs a command from one bundled file: `node tools/bundled.js tools/audit.ts ARGUMENTS`. Loading a thousand modules
// takes longer than half of the audit. The bundle is rebuilt when the content of a module or a package changed.
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

/** Hash of a file's content; "absent" if there is none. */
const hashOf = (path) =>
  existsSync(path) ? createHash("sha256").update(readFileSync(path)).digest("hex") : "absent";

/** Folder of the bundle made from the current files; null for none. */
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
    // These packages locate their files at runtime, so they cannot be bundled.
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

/** Removes older bundles, except those of the last hour, which may still be in use. */
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
