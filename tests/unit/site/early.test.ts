import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { SITE_FILE } from "../../../tools/site/paths.js";
import { type SiteFile, siteFile, writeEarlySite } from "../../../tools/site/site-file.js";
import { built } from "./fixture.js";

const home = process.cwd();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "early-"));
  mkdirSync(join(folder, "data-loaders/microdata"), { recursive: true });
  for (const path of ["data-loaders/raw", "results.lock.json"])
    cpSync(path, join(folder, path), { recursive: true });
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

const change = (path: string, from: string, to: string) =>
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));

/** A citation whose variants stand in the order of their text, since the lock is in the order of ids. */
const sameOrder = (citation: unknown) =>
  JSON.stringify(citation).replace(/(?<=data-variants=\\")\{[^}]*\}/g, (variants) =>
    variants.slice(7, -1).split(",&quot;").sort().join(),
  );

it("before anything is made, pages are filled from the lock with what they will be filled with", () => {
  expect(writeEarlySite()).toBe(true);
  const early = JSON.parse(readFileSync(SITE_FILE, "utf8")) as SiteFile;
  process.chdir(home);
  const { raw, results, stopped } = built();
  const drift = { belongs: true, differences: [] };
  const ofInterviews = new Set(
    results.flatMap(({ id, madeBy }) => (madeBy === "tables.interviewResults" ? [id] : [])),
  );
  const isOfTexts = ([id]: readonly unknown[]) => !ofInterviews.has(id as string);
  const of = { raw, results, tables: new Map(), stopped };
  const full = siteFile(of, new Map(), new Map(), { data: "", inputs: "", drift });
  expect(early.early).toBe(true);
  const kinds = ({ standings }: SiteFile) =>
    Object.entries(standings).map(([id, [value, low, , kind]]) => [id, value === null, low === null, kind]);
  expect(kinds(early).sort()).toEqual(
    kinds(JSON.parse(JSON.stringify(full)))
      .filter(isOfTexts)
      .sort(),
  );
  expect(Object.entries(early.citations).sort().map(sameOrder)).toEqual(
    Object.entries(full.citations).filter(isOfTexts).sort().map(sameOrder),
  );
});

it.each([
  ["other raw files", () => change("data-loaders/raw/ces-2023-24/values.csv", ",47,", ",46,")],
  ["no lock", () => rmSync("results.lock.json")],
  ["a lock that does not say how a result is cited", () => change("results.lock.json", '"cited"', '"other"')],
  ["interviews", () => writeFileSync("data-loaders/microdata/ces-2023-24.csv", "a\n1\n")],
])("not with %s: then pages wait for what is made", (_, spoil) => {
  spoil();
  expect(writeEarlySite()).toBe(false);
  expect(existsSync(SITE_FILE)).toBe(false);
});
