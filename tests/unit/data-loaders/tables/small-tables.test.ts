import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { located, stoppedBy } from "../../../../data-loaders/ledger/conflicts.js";
import { dataHash } from "../../../../data-loaders/tables/data-hash.js";
import { groupNotHeld, type NotHeld, notHeld } from "../../../../data-loaders/tables/not-held.js";
import { numbersHeldTable } from "../../../../data-loaders/tables/numbers-held.js";
import { sentencesTable } from "../../../../data-loaders/tables/sentences.js";
import { valuesTable } from "../../../../data-loaders/tables/values.js";
import { whereFrom } from "../../../../data-loaders/tables/where-from.js";
import { withConflicts } from "../../../../src/analysis/stopped-by-conflict.js";
import type { Conflict, Disagreement } from "../../../../src/model/conflict.js";
import { countResult } from "../../../../src/model/result.js";
import { datasetOf, defineTable, text } from "../../../../src/model/table.js";
import { read, VALID } from "../read/raw-folder.js";

const raw = read(VALID);
const folder = mkdtempSync(join(tmpdir(), "hash-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("counts a number in words as held, and one that only a table has as not", () => {
  const held = numbersHeldTable(raw).rows.map(({ id, held }) => [id, held]);
  expect(held).toContainEqual(["beta-2024.satisfied.parent-paying", true]);
  expect(held).toContainEqual(["alpha-2016.satisfied.2014-04", false]);
  const kinds = valuesTable(raw).rows.map(({ id, kind }) => [id, kind]);
  expect(kinds).toContainEqual(["beta-2024.satisfied.parent-paying", "published"]);
  expect(kinds).toContainEqual(["alpha-2016.satisfied.2014-04", null]);
});

it("names all claims that are made of a sentence", () => {
  const claims = raw.claims.map((claim) => ({ ...claim, sentence: "beta-2024.sentence.002" }));
  expect(sentencesTable({ ...raw, claims }).rows.map(({ claims }) => claims)).toEqual([
    "",
    "beta-2024.claim.receiving;beta-2024.claim.receiving-again",
    "",
  ]);
});

it("gives a fact the page of its outside source, or else of its publication", () => {
  const pageOf = whereFrom(raw);
  const page = { publication: "alpha-2016", sourceId: "context.source.calls" };
  expect(pageOf(page)?.title).toBe("Calls by month");
  expect(pageOf({ ...page, sourceId: null })?.title).toBe("Alpha Satisfaction");
});

it("gives the data another version when a file has another name", () => {
  writeFileSync(join(folder, "a.csv"), "id\n");
  const before = dataHash(folder);
  expect(dataHash(folder)).toBe(before);
  rmSync(join(folder, "a.csv"));
  writeFileSync(join(folder, "b.csv"), "id\n");
  expect(dataHash(folder)).not.toBe(before);
});

it("lists lost months as one span only where none is between them", () => {
  const [lost] = notHeld(raw);
  const months = (...all: string[]) =>
    groupNotHeld(all.map((period) => ({ ...(lost as NotHeld), period }))).map(({ periods }) => periods);
  expect(months("2014-12", "2015-01", "2015-02")).toEqual(["3 months, December 2014 to February 2015"]);
  expect(months("2014-12", "2015-02")).toEqual(["2 months, December 2014 and February 2015"]);
});

const conflict: Conflict = { given: null, smallest: true, statements: [] };

it("stops the results that need conflicting numbers, and no others", () => {
  const results = ["a.b", "a.c"].map((id) =>
    countResult({ id, label: "A number", inputs: [], madeBy: "f", because: "it follows", value: 1 }),
  );
  const stopped = withConflicts(results, [[conflict, ({ id }) => id === "a.b"]]);
  expect(stopped.map(({ id, value }) => [id, value])).toEqual([
    ["a.b", null],
    ["a.c", 1],
  ]);
  expect(stoppedBy([], stopped, new Map())).toEqual([{ conflict, tables: [], results: ["a.b"], claims: [] }]);
});

it("makes no rows for a table that a conflict stops, and those of others when they are first read", () => {
  let made = 0;
  const rows = () => {
    made++;
    return [{ id: "a" }];
  };
  const table = defineTable({ name: "a", title: "", description: "", source: "", columns: { id: text("") } });
  expect(datasetOf(table, rows, conflict)).toMatchObject({ rows: [], conflict });
  const lazy = datasetOf(table, rows);
  expect(made).toBe(0);
  expect([...lazy.rows, ...lazy.rows]).toHaveLength(2);
  expect(made).toBe(1);
});

const statements = (...all: Disagreement["statements"]) =>
  located(raw, { given: null, statements: all }).statements.map(({ says, places }) => [
    says,
    places.map((place) => place.replace(/^.*\//, "")),
  ]);

it("puts the statements of a conflict in the order of their places, assumptions last", () => {
  const ids = ["beta-2024.base.all.parent-receiving"];
  expect(
    statements({ says: "each counts the same", locator: null, ids: [] }, { says: null, locator: null, ids }),
  ).toEqual([
    ["everyone, Receiving Parents: 1,179 interviews", [expect.stringMatching(/^bases\.csv:3:/)]],
    ["each counts the same", []],
  ]);
});

it("does not take a part of a longer number for a recorded one", () => {
  const at = (says: string) => statements({ says, locator: "beta-2024: Figure 2", ids: [] })[0]?.[1];
  expect(at("47 were")).toEqual([expect.stringMatching(/^values\.csv:2:/)]);
  expect(at("147 were")).toEqual([]);
});
