import { mkdirSync, readFileSync, utimesSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";
import { isSiteInput } from "../../tools/site/inputs.js";
import { ROOT } from "../browser/site.js";
import { buildCopy, copyProject, hashes, removeCopy } from "./project-copy.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) removeCopy(folder);
});

it("a fresh copy builds without a network, to the same bytes at any time, in any zone and any folder", async () => {
  const [first, second] = [copyProject(), copyProject()];
  folders.push(first, second);
  // As a clone does, another time for every file.
  for (const path of Object.keys(hashes(join(second, "src"))))
    utimesSync(join(second, "src", path), 1e9, 1e9);
  const record = join(second, ".generated", "reads.txt");
  mkdirSync(dirname(record));
  const [one, two] = await Promise.all([
    buildCopy(first, { offline: true, env: { TZ: "UTC" } }),
    buildCopy(second, {
      env: {
        TZ: "Pacific/Auckland",
        LANG: "de_DE.UTF-8",
        RECORD_READS: record,
        NODE_OPTIONS: `--require ${join(ROOT, "tests/builds/record-reads.cjs")}`,
      },
    }),
  ]);
  console.info(`cold builds, two at once: ${one.seconds.toFixed(1)} and ${two.seconds.toFixed(1)} seconds`);
  expect(one).toMatchObject({ code: 0 });
  expect(two).toMatchObject({ code: 0 });
  const files = hashes(join(first, "dist"));
  expect(Object.keys(files).length).toBeGreaterThan(50);

  // Every file that the first build read counts when it is asked whether a build has anything to do.
  const made =
    /^(\.generated|dist|node_modules|src\/\.observablehq|src\/downloads)\/|^src\/styles\/fonts\.css$/;
  const read = [...new Set(readFileSync(record, "utf8").split("\n"))]
    .map((path) => relative(second, resolve(second, path)))
    .filter((path) => path !== "" && !path.startsWith("..") && !made.test(path));
  expect(read).toEqual(expect.arrayContaining(["data-loaders/raw/ces-2023-24/values.csv", "src/index.md"]));
  expect(read.filter((path) => !isSiteInput(path))).toEqual([]);

  // Nothing changed: nothing is made again, and the site is the same.
  const manifest = () => readFileSync(join(second, ".generated/manifest.json"), "utf8");
  const outputs = { manifest: manifest(), downloads: hashes(join(second, "src/downloads")) };
  const marked = join(second, ".generated/manifest.json");
  utimesSync(marked, 1e9, 1e9);
  const again = await buildCopy(second, { env: { TZ: "America/New_York" } });
  console.info(`warm build: ${again.seconds.toFixed(1)} seconds`);
  expect(again).toMatchObject({
    code: 0,
    output: "The site in dist is current: nothing has changed since it was built.\n",
  });
  const { mtimeMs } = await import("node:fs").then(({ statSync }) => statSync(marked));
  expect(mtimeMs).toBe(1e12);
  expect({ manifest: manifest(), downloads: hashes(join(second, "src/downloads")) }).toEqual(outputs);
  expect(hashes(join(second, "dist"))).toEqual(files);
});
