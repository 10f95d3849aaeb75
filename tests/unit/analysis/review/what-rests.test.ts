import { describe, expect, it } from "vitest";
import {
  claimsByNumber,
  closeCallsBehind,
  numbersBehind,
} from "../../../../src/analysis/review/what-rests.js";

const RESULTS = [
  { id: "printed.a", inputs: [] },
  { id: "printed.b", inputs: [] },
  { id: "made.gap", inputs: ["printed.a", "printed.b"] },
  { id: "made.test", inputs: ["made.gap"] },
  { id: "made.other", inputs: ["printed.b"] },
];
const claim = (id: string, values: string, close: boolean, needs = "") => ({ id, values, needs, close });
const CLAIMS = [
  claim("fragile", "printed.a", true),
  claim("firm", "printed.a;printed.b", false, "lost.c"),
  claim("off", "printed.a;lost.c", true, "lost.c"),
  claim("gap", "printed.b;printed.a", true),
  claim("words", "", true),
];

describe("numbers behind a result", () => {
  const behind = numbersBehind(RESULTS);
  it("are followed through other results to what was printed", () => {
    expect([...(behind.get("made.test") ?? [])]).toEqual(["printed.a", "printed.b"]);
    expect([...(behind.get("made.other") ?? [])]).toEqual(["printed.b"]);
  });
  it("are the result itself where it was made from nothing", () => {
    expect([...(behind.get("printed.a") ?? [])]).toEqual(["printed.a"]);
  });
  it("are refused where results are made from one another, or from nothing known", () => {
    expect(() =>
      numbersBehind([
        { id: "a.a", inputs: ["b.b"] },
        { id: "b.b", inputs: ["a.a"] },
      ]),
    ).toThrow("a.a is made from b.b is made from a.a");
    expect(() => numbersBehind([{ id: "a.a", inputs: ["c.c"] }])).toThrow("c.c, which is no result");
  });
});

it("claims are listed by the numbers that they use and by those that would decide them", () => {
  const { uses, decides } = claimsByNumber(CLAIMS);
  expect(uses.get("printed.a")?.map(({ id }) => id)).toEqual(["fragile", "firm", "off", "gap"]);
  expect(uses.get("lost.c")?.map(({ id }) => id)).toEqual(["off"]);
  expect(decides.get("lost.c")?.map(({ id }) => id)).toEqual(["firm", "off"]);
  expect(decides.has("printed.a")).toBe(false);
});

it("a close call is about a result that rests, near or far, on each of its numbers, and not on one of several", () => {
  const behind = closeCallsBehind(RESULTS, CLAIMS);
  expect(behind.get("made.test")?.map(({ id }) => id)).toEqual(["fragile", "gap"]);
  expect(behind.get("printed.a")?.map(({ id }) => id)).toEqual(["fragile"]);
  expect(behind.has("made.other")).toBe(false);
  expect(behind.has("printed.b")).toBe(false);
});
