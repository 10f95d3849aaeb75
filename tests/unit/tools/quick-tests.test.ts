import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { testFiles } from "../../../tools/quick-tests.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "quick-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

it("takes tests for slow that import the reader of raw files or start processes, through whatever modules", async () => {
  write({
    "data-loaders/read/raw.ts": "export const raw = 1; export type Raw = number;",
    "src/tables.ts": 'export { raw } from "../data-loaders/read/raw.js";',
    "src/model.ts": "export const model = 1;",
    "tests/unit/helper.ts": 'import { raw } from "../../src/tables.js";\nexport const helper = raw;',
    "tests/unit/direct.test.ts": 'import { raw } from "../../data-loaders/read/raw.js";\nraw;',
    "tests/unit/deep/helped.test.ts": 'import { helper } from "../helper.js";\nhelper;',
    "tests/unit/child.test.ts": 'import { spawn } from "node:child_process";\nspawn;',
    "tests/unit/quick.test.ts":
      'import { it } from "vitest";\nimport { model } from "../../src/model.js";\nit(model);',
    "tests/unit/typed.test.ts": 'import type { Raw } from "../../data-loaders/read/raw.js";\n0 as Raw;',
  });
  expect(await testFiles(root)).toEqual({
    quick: ["tests/unit/quick.test.ts", "tests/unit/typed.test.ts"],
    slow: ["tests/unit/child.test.ts", "tests/unit/deep/helped.test.ts", "tests/unit/direct.test.ts"],
  });
});

it("refuses a project whose reader of raw files is elsewhere", async () => {
  write({ "tests/unit/quick.test.ts": "" });
  await expect(testFiles(root)).rejects.toThrow("data-loaders/read/raw.ts is absent");
});
