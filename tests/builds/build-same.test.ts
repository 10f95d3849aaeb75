import { readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
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
  const [one, two] = await Promise.all([
    buildCopy(first, { offline: true, env: { TZ: "UTC" } }),
    buildCopy(second, { env: { TZ: "Pacific/Auckland", LANG: "de_DE.UTF-8" } }),
  ]);
  console.info(`cold builds, two at once: ${one.seconds.toFixed(1)} and ${two.seconds.toFixed(1)} seconds`);
  expect(one).toMatchObject({ code: 0 });
  expect(two).toMatchObject({ code: 0 });
  const files = hashes(join(first, "dist"));
  expect(Object.keys(files).length).toBeGreaterThan(50);

  // Nothing changed: nothing is made again, and the site is the same.
  const made = () => readFileSync(join(second, ".generated/manifest.json"), "utf8");
  const outputs = { manifest: made(), downloads: hashes(join(second, "src/downloads")) };
  const marked = join(second, ".generated/manifest.json");
  utimesSync(marked, 1e9, 1e9);
  const again = await buildCopy(second, { env: { TZ: "America/New_York" } });
  console.info(`warm build: ${again.seconds.toFixed(1)} seconds`);
  expect(again).toMatchObject({ code: 0 });
  const { mtimeMs } = await import("node:fs").then(({ statSync }) => statSync(marked));
  expect(mtimeMs).toBe(1e12);
  expect({ manifest: made(), downloads: hashes(join(second, "src/downloads")) }).toEqual(outputs);
  expect(hashes(join(second, "dist"))).toEqual(files);
});
