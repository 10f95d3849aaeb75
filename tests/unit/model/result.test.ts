import { expect, it } from "vitest";
import {
  CITATION_FORMS,
  formatResult,
  numberResult,
  RESULT_ID,
  type Result,
  rangeResult,
} from "../../../src/model/result.js";

/** A frozen result: 47% as printed, with whatever is given instead. */
function result(over: Partial<Result> = {}): Result {
  return Object.freeze({
    id: "parents.receiving.satisfied",
    label: "Receiving Parents: satisfied",
    kind: "published",
    value: 47,
    low: 46.5,
    high: 47.5,
    unit: "percent",
    base: 1152,
    inputs: Object.freeze([]),
    madeBy: "as printed",
    because: "Figure 2",
    format: Object.freeze({ style: "percent", decimals: 0 }),
    ...over,
  });
}

const bounded = (low: number, high: number, over: Partial<Result> = {}) =>
  result({ kind: "bounded", value: null, low, high, ...over });

it("has five forms of citation", () => {
  expect(CITATION_FORMS).toEqual(["default", "range", "bare", "words", "capital"]);
});

it.each([
  ["percent", 0, 47, "47%"],
  ["percent", 1, 47, "47.0%"],
  ["points", 0, 16, "16 points"],
  ["points", 0, -16, "\u221216 points"],
  ["pounds", 0, 20, "£20"],
  ["times", 1, 16.08, "×16.1"],
  ["plain", 0, 1152, "1,152"],
] as const)("writes %s with %d decimals: %d is %s", (style, decimals, value, text) => {
  expect(formatResult(result({ value, format: { style, decimals } }))).toBe(text);
});

it("writes a count up to twelve as a word, and nothing else", () => {
  const count = (value: number | null, style: "plain" | "percent" = "plain") =>
    result({ value, format: { style, decimals: 0 } });
  expect(formatResult(count(5), "words")).toBe("five");
  expect(formatResult(count(12), "capital")).toBe("Twelve");
  expect(formatResult(count(30), "words")).toBe("30");
  expect(() => formatResult(count(5, "percent"), "words")).toThrow(RangeError);
  expect(() => formatResult(count(null), "capital")).toThrow(RangeError);
});

it("writes one point in the singular, as it is shown", () => {
  const points = (value: number, decimals = 0) =>
    formatResult(result({ value, format: { style: "points", decimals } }));
  expect(points(1)).toBe("1 point");
  expect(points(-1)).toBe("\u22121 point");
  expect(points(1.2)).toBe("1 point");
  expect(points(0.6)).toBe("1 point");
  expect(points(0)).toBe("0 points");
  expect(points(1.2, 1)).toBe("1.2 points");
  expect(formatResult(bounded(1, 1, { format: { style: "points", decimals: 0 } }))).toBe("1 point");
});

it("writes a range with its unit once, after both ends", () => {
  const points = { style: "points", decimals: 0 } as const;
  expect(formatResult(bounded(12, 20, { format: points }))).toBe("12 to 20 points");
  expect(formatResult(bounded(12.01, 19.99, { format: points }))).toBe("12.0 to 20.0 points");
});

it("falls back on the range where there is no value", () => {
  expect(formatResult(bounded(44, 57))).toBe("44 to 57%");
});

it("writes the range instead of the value when asked to", () => {
  expect(formatResult(result({ kind: "calculated", value: 16, low: 15, high: 17 }), "range")).toBe(
    "15 to 17%",
  );
});

it("rounds the range of a bounded result outwards, so that what is shown holds it", () => {
  expect(formatResult(bounded(44.92, 56.11))).toBe("44.9 to 56.2%");
  expect(formatResult(bounded(37.50000000001, 45.83333, { format: { style: "percent", decimals: 2 } }))).toBe(
    "37.50 to 45.84%",
  );
});

it("rounds the ends to the nearest where they are shown by themselves too, as of made-up surveys", () => {
  const format = { style: "percent", decimals: 1, rounding: "nearest" } as const;
  const made = (low: number, high: number) =>
    formatResult(result({ kind: "simulated", value: null, low, high, format }));
  expect(made(12.06, 19.94)).toBe("12.1 to 19.9%");
  expect(made(12.06, 12.14)).toBe("12.1%");
});

it("writes ranges of counts and of pounds whole", () => {
  const range = (style: "plain" | "pounds") =>
    formatResult(bounded(19.2, 40.7, { format: { style, decimals: 0 } }));
  expect(range("plain")).toBe("19 to 41");
  expect(range("pounds")).toBe("£19 to 41");
});

it("shows the rounding interval of a printed number to its half unit", () => {
  // 47% as printed is anything from 46.5 to 47.5; rounded to whole numbers it would read as 47 to 48.
  const tenth = result({ value: 39, low: 38.95, high: 39.05, format: { style: "percent", decimals: 1 } });
  expect(formatResult(tenth, "range")).toBe("38.95 to 39.05%");
  expect(formatResult(result(), "range")).toBe("46.5 to 47.5%");
  // "Six out of ten" of the report, which has no value.
  expect(formatResult(result({ value: null, low: 59.5, high: 60.5 }))).toBe("59.5 to 60.5%");
  expect(
    formatResult(
      result({ value: 1152, low: 1152, high: 1152, format: { style: "plain", decimals: 0 } }),
      "range",
    ),
  ).toBe("1,152");
});

it("writes a range whose ends are shown alike as one number", () => {
  expect(formatResult(result({ kind: "calculated", value: null, low: 47, high: 47 }))).toBe("47%");
});

it("writes the range of a number that has no other end as the number", () => {
  const share = result({ kind: "calculated", value: 47.33, low: 47.33, high: 47.33 });
  expect(formatResult(share, "range")).toBe("47%");
});

it("rounds the range of a worked-out number outwards, and a sampling interval too", () => {
  const ends = { kind: "calculated", low: 70.83, high: 79.17 } as const;
  expect(formatResult(result({ ...ends, value: 75 }), "range")).toBe("70.8 to 79.2%");
  expect(formatResult(result({ ...ends, value: null }))).toBe("70.8 to 79.2%");
});

it("joins the parts of a range with a hole", () => {
  const ranges = Object.freeze([Object.freeze([0.5, 12.2] as const), Object.freeze([87.9, 100] as const)]);
  expect(formatResult(bounded(0.5, 100, { ranges }))).toBe("0.5 to 12.2 or 87.9 to 100%");
});

it("rounds down the number that stands after at least", () => {
  const format = { style: "points", decimals: 0, rounding: "down" } as const;
  expect(formatResult(result({ value: 13.9, format }))).toBe("13 points");
  expect(formatResult(result({ value: 13.9, format }), "bare")).toBe("13");
});

it("writes the bare value without its unit", () => {
  expect(formatResult(result(), "bare")).toBe("47");
  expect(formatResult(result({ value: 1152, format: { style: "pounds", decimals: 1 } }), "bare")).toBe(
    "1,152.0",
  );
});

it("throws when the bare form has no value to show", () => {
  expect(() => formatResult(bounded(44, 57), "bare")).toThrow(
    new RangeError("parents.receiving.satisfied has no value to show without a range"),
  );
});

it.each([
  [null, null],
  [44, null],
  [null, 57],
])("throws when there is neither value nor range, such as %s to %s", (low, high) => {
  expect(() => formatResult(result({ value: null, low, high }))).toThrow(
    new RangeError("parents.receiving.satisfied has neither value nor range"),
  );
});

it.each(["a.b", "parents.receiving.satisfied", "ces-2023-24.base.all", "parents.gap.interval.two-thirds"])(
  "takes %s for an id",
  (id) => {
    expect(RESULT_ID.test(id)).toBe(true);
  },
);

it.each([
  "",
  "parents",
  "Parents.gap",
  "2016.gap",
  "parents.",
  ".gap",
  "parents..gap",
  "parents.the gap",
  "a.b_c",
])("takes %j for no id", (id) => {
  expect(RESULT_ID.test(id)).toBe(false);
});

it("has neither number nor range where nothing fits", () => {
  const parts = { id: "a.b", label: "A", unit: "points", inputs: [], madeBy: "a", because: "b" };
  for (const built of [numberResult({ ...parts, value: null }), rangeResult({ ...parts, range: null })]) {
    expect(built).toMatchObject({ value: null, low: null, high: null, nothingFits: true });
    expect(formatResult(built)).toBe("nothing fits");
  }
  expect(numberResult({ ...parts, value: 0 })).toMatchObject({ value: 0, low: null, high: null });
  expect(formatResult(rangeResult({ ...parts, range: { low: 1, high: 2 } }))).toBe("1 to 2 points");
});
