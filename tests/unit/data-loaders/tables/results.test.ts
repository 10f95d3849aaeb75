import { expect, it } from "vitest";
import {
  checkResults,
  collectionResults,
  publishedResults,
} from "../../../../data-loaders/tables/results.js";
import { resultsTable } from "../../../../data-loaders/tables/results-table.js";
import type { Result } from "../../../../src/model/result.js";
import { changed, read, VALID } from "../read/raw-folder.js";

const result = (over: Partial<Result>): Result =>
  Object.freeze({
    id: "a.b",
    label: "A number",
    kind: "calculated",
    value: 1,
    low: 1,
    high: 1,
    unit: "count",
    base: null,
    inputs: Object.freeze(["x.y", "x.z"]),
    madeBy: "stats.wilsonInterval",
    because: "it follows",
    format: Object.freeze({ style: "plain", decimals: 0 }),
    ...over,
  });

const published = (files = VALID) => new Map(publishedResults(read(files)).map((r) => [r.id, r]));

it("makes a result of each held value and each printed base of a made-up folder", () => {
  expect([...published().keys()]).toEqual([
    "alpha-2016.satisfied",
    "alpha-2016.fee",
    "beta-2024.satisfied.parent-receiving",
    "beta-2024.satisfied.parent-paying",
    "beta-2024.base.all",
    "beta-2024.base.all.parent-receiving",
    "beta-2024.base.all.parent-paying",
  ]);
});

it("says what was measured of whom, in which publication and of how many", () => {
  expect(published().get("beta-2024.satisfied.parent-receiving")).toEqual({
    id: "beta-2024.satisfied.parent-receiving",
    label: "Satisfied: Receiving Parents",
    kind: "published",
    value: 47,
    low: 46.5,
    high: 47.5,
    unit: "percent",
    base: 1179,
    inputs: [],
    madeBy: "as printed",
    because: "beta-2024: Figure 2",
    format: { style: "percent", decimals: 0 },
  });
  expect(published().get("beta-2024.base.all")).toMatchObject({
    label: "Interviews, everyone: All",
    value: 2280,
    low: 2280,
    high: 2280,
    unit: "interviews",
    format: { style: "plain", decimals: 0 },
  });
});

it("shows the decimals that are printed, in the style of the unit", () => {
  expect(published().get("alpha-2016.fee")?.format).toEqual({ style: "pounds", decimals: 0 });
  const files = changed("alpha-2016/values.csv", ",93,", ",93.0,");
  expect(published(files).get("alpha-2016.satisfied")?.format).toEqual({ style: "percent", decimals: 1 });
});

it("counts a made-up folder in all and by publication", () => {
  const counts = Object.fromEntries(collectionResults(read(VALID)).map((r) => [r.id, r.value]));
  expect(counts).toEqual({
    "collection.publications": 2,
    "collection.held": 4,
    "collection.percentages": 2, // 93 and 47; six out of ten is not printed as a percentage
    "collection.not-held": 1,
    "collection.bases": 3,
    "collection.bases-not-held": 1,
    "collection.alpha-2016.held": 2,
    "collection.alpha-2016.percentages": 1,
    "collection.alpha-2016.not-held": 1,
    "collection.alpha-2016.bases": 0,
    "collection.alpha-2016.bases-not-held": 1,
    "collection.beta-2024.held": 2,
    "collection.beta-2024.percentages": 1,
    "collection.beta-2024.not-held": 0,
    "collection.beta-2024.bases": 3,
    "collection.beta-2024.bases-not-held": 0,
  });
});

it("passes results on in order", () => {
  const results = Object.freeze([result({ id: "b.a" }), result({ id: "a.b" })]);
  expect(checkResults(results)).toBe(results);
});

it("refuses a result whose id is not lower case with dots", () => {
  expect(() => checkResults([result({ id: "Gap" })])).toThrow(
    new Error('result id "Gap" is not lower case with dots'),
  );
});

it("refuses two results of one name", () => {
  expect(() => checkResults([result({}), result({})])).toThrow(new Error("two results are named a.b"));
});

it("refuses a variant of a result that does not exist, and takes one that comes later", () => {
  const variant = { of: "a.c", when: { interview: "half" } } as const;
  expect(() => checkResults([result({ variant })])).toThrow(
    new Error("a.b is a variant of a.c, which is none"),
  );
  expect(() => checkResults([result({ variant }), result({ id: "a.c" })])).not.toThrow();
});

it("refuses variants of which two could hold, until a third names the options of both", () => {
  const variant = (id: string, when: Record<string, string>) => result({ id, variant: { of: "a.c", when } });
  const two = [result({ id: "a.c" }), variant("a.d", { x: "1" }), variant("a.e", { y: "2" })];
  expect(() => checkResults(two)).toThrow(
    new Error("a.c: x=1 and y=2 can hold at once, and no variant names both"),
  );
  expect(() => checkResults([...two, variant("a.f", { y: "2", x: "1" })])).not.toThrow();
});

it("writes results as rows of a table, a variant with its options", () => {
  const { rows } = resultsTable([
    result({ variant: { of: "a.c", when: { silence: "yes", interview: "half" } } }),
    result({
      id: "a.c",
      kind: "bounded",
      value: null,
      low: 44.2,
      high: 56.9,
      format: { style: "percent", decimals: 0 },
    }),
  ]);
  expect(rows).toEqual([
    {
      id: "a.b",
      label: "A number",
      kind: "calculated",
      text: "1",
      value: 1,
      low: 1,
      high: 1,
      unit: "count",
      base: null,
      inputs: "x.y;x.z",
      made_by: "stats.wilsonInterval",
      because: "it follows",
      variant_of: "a.c",
      options: "interview=half;silence=yes",
    },
    expect.objectContaining({
      id: "a.c",
      text: "44.2 to 56.9%",
      value: null,
      variant_of: null,
      options: null,
    }),
  ]);
});
