import { readdirSync, writeFileSync } from "node:fs";
import { join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import { runR } from "./run-r.js";

// Runs every R script of tests/reference and saves its output as the fixture of the same name.
const folder = fileURLToPath(new URL("../tests/reference", import.meta.url));
const scripts = readdirSync(folder).filter((name) => name.endsWith(".R"));
for (const script of scripts.sort()) {
  const text = runR(join(folder, script));
  JSON.parse(text);
  const fixture = join("fixtures", `${parse(script).name}.json`);
  writeFileSync(join(folder, fixture), text);
  console.error(`tests/reference/${fixture}: ${text.length} characters`);
}
