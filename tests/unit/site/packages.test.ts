import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packageImports, seedPackages } from "../../../tools/site/packages.js";
import { CACHE } from "../../../tools/site/paths.js";

describe("packages that are imported", () => {
  it.each([
    ['import * as Plot from "@observablehq/plot";', ["@observablehq/plot"]],
    [
      'import {\n  parse,\n  type Info,\n} from "csv-parse/browser/esm/sync";',
      ["csv-parse/browser/esm/sync"],
    ],
    ['const { x } = await import("pdfjs-dist");', ["pdfjs-dist"]],
    ['import "a-package";\nexport { b } from "another";', ["a-package", "another"]],
    ['import type { A } from "only-a-type";', []],
    ['import { a } from "./a.js"; import("../b.js"); import.meta.resolve("./c.js");', []],
    ['const a = { from: "value" };', []],
  ])("%s", (text, expected) => {
    expect(packageImports(text)).toEqual(expected);
  });
});

describe("the cache of packages", () => {
  const home = process.cwd();
  const file = (path: string) => join(CACHE, "_node", path);
  const { version } = JSON.parse(readFileSync("node_modules/yalps/package.json", "utf8"));
  const { version: pdf } = JSON.parse(readFileSync("node_modules/pdfjs-dist/package.json", "utf8"));
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "packages-"));
    process.chdir(folder);
    symlinkSync(join(home, "node_modules"), "node_modules");
    mkdirSync("src");
    writeFileSync("package-lock.json", "{}");
    writeFileSync("src/a.ts", 'import { solve } from "yalps";\nimport "pdfjs-dist/build/pdf.worker.mjs";\n');
    writeFileSync(
      "src/page.md",
      '```ts\nimport { readFileSync } from "node:fs";\nimport x from "no-such-package";\n```\n',
    );
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  });

  it("has each where Framework looks for it, and is made anew for another import or another lock", async () => {
    await seedPackages();
    const solver = file(`yalps@${version}/index.js`);
    expect(readFileSync(solver, "utf8")).toMatch(/export\{.*solve\b/);
    // Framework copies it as it is, so it must stand alone.
    expect(readFileSync(file(`pdfjs-dist@${pdf}/build/pdf.worker.mjs`), "utf8")).not.toMatch(/^import/);

    const { ino } = statSync(solver);
    const isSame = () => statSync(solver).ino === ino;
    await seedPackages();
    expect(isSame()).toBe(true);
    rmSync(file(`pdfjs-dist@${pdf}`), { recursive: true });
    writeFileSync("src/b.ts", 'import * as v from "valibot";\n');
    await seedPackages();
    expect(existsSync(file(`pdfjs-dist@${pdf}/build/pdf.worker.mjs`))).toBe(true);
    expect(readFileSync(file("seeded-from.txt"), "utf8")).toMatch(/^[0-9a-f]{64}$/);
    const from = readFileSync(file("seeded-from.txt"), "utf8");
    writeFileSync("package-lock.json", '{"other": 1}');
    await seedPackages();
    expect(readFileSync(file("seeded-from.txt"), "utf8")).not.toBe(from);
  });
});
