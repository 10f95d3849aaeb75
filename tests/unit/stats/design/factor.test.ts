import { describe, expect, it } from "vitest";
import { crossFactors, factor, oneLevel } from "../../../../src/stats/design/factor.js";

describe("factor", () => {
  it("has the levels that occur in sorted order and a code for each row", () => {
    expect(factor(["b", "a", "b", "c"])).toEqual({
      codes: Int32Array.of(1, 0, 1, 2),
      levels: ["a", "b", "c"],
    });
  });

  it("sorts numbers by size, not as text", () => {
    expect(factor([10, 9, -1, 100]).levels).toEqual(["-1", "9", "10", "100"]);
  });

  it("sorts text by code unit: numbers that are text do not go by size", () => {
    expect(factor(["10", "9", "a", "B"]).levels).toEqual(["10", "9", "B", "a"]);
  });

  it("sorts a mixture of text and numbers as text, whatever the order of the rows", () => {
    // By size where both are numbers there would be no order at all: "5" < 9 < 10 < "5".
    const values = [10, "5", 9];
    for (const row of [0, 1, 2])
      expect(factor([...values.slice(row), ...values.slice(0, row)]).levels).toEqual(["10", "5", "9"]);
  });

  it("has one level for a number and the text that reads the same", () => {
    expect(factor(["1", 1, 2])).toEqual({ codes: Int32Array.of(0, 0, 1), levels: ["1", "2"] });
    expect(factor([true, "true", false])).toEqual({
      codes: Int32Array.of(1, 1, 0),
      levels: ["false", "true"],
    });
  });

  it("counts null, undefined, NaN and the empty text as missing, and 0 and false not", () => {
    expect(Array.from(factor([null, undefined, Number.NaN, "", "a"]).codes)).toEqual([-1, -1, -1, -1, 0]);
    expect(Array.from(factor([0, 1]).codes)).toEqual([0, 1]);
    expect(Array.from(factor([false, true]).codes)).toEqual([0, 1]);
  });

  it("takes levels in the order given, also those that do not occur", () => {
    const found = factor(["low", "high", null], { name: "effort", levels: ["low", "middle", "high"] });
    expect(found).toEqual({
      name: "effort",
      codes: Int32Array.of(0, 2, -1),
      levels: ["low", "middle", "high"],
    });
  });

  it("has no levels where every answer is missing, and no rows where there are none", () => {
    expect(factor([null, null])).toEqual({ codes: Int32Array.of(-1, -1), levels: [] });
    expect(factor([])).toEqual({ codes: new Int32Array(0), levels: [] });
  });

  it("throws by name on a value that is none of the levels", () => {
    expect(() => factor(["a", "z"], { name: "sex", levels: ["a"] })).toThrow(
      new RangeError("sex has the value z, which is none of its levels"),
    );
    expect(() => factor([3], { levels: ["a"] })).toThrow(
      new RangeError("a factor has the value 3, which is none of its levels"),
    );
  });
});

it("has one level, without a name, that every row has", () => {
  expect(oneLevel(2)).toEqual({ codes: Int32Array.of(0, 0), levels: [""] });
});

describe("crossFactors", () => {
  const a = factor(["x", "y", "x", null, "y"]);
  const b = factor([1, 2, null, 2, 1], { levels: ["1", "2", "3"] });

  it("has every combination, also one that does not occur, with the last factor changing fastest", () => {
    const { codes, levels, parts } = crossFactors([a, b]);
    expect(levels).toEqual(["x × 1", "x × 2", "x × 3", "y × 1", "y × 2", "y × 3"]);
    expect(parts[5]).toEqual(["y", "3"]);
    expect(Array.from(codes)).toEqual([0, 4, -1, -1, 3]);
  });

  it("makes a row missing that misses any of three", () => {
    const c = factor(["m", null, "m", "m", "n"]);
    expect(Array.from(crossFactors([a, b, c]).codes)).toEqual([0, -1, -1, -1, 7]);
  });

  it("leaves one factor as it is, in codes of its own", () => {
    const { codes, levels } = crossFactors([a]);
    expect(codes).toEqual(a.codes);
    expect(codes).not.toBe(a.codes);
    expect(levels).toEqual(["x", "y"]);
  });

  it("throws on none, on different lengths, and on more combinations than codes can tell apart", () => {
    expect(() => crossFactors([])).toThrow(new RangeError("there are no factors to cross"));
    expect(() => crossFactors([a, factor(["x"])])).toThrow(new RangeError("the factors differ in length"));
    const wide = { codes: Int32Array.of(0), levels: Array.from({ length: 50_000 }, (_, i) => String(i)) };
    expect(() => crossFactors([wide, wide])).toThrow(
      new RangeError("2500000000 combinations of levels are too many"),
    );
  });
});

describe("whole numbers", () => {
  it("give the factor that the same numbers as an array give, whether they lie close together or far apart", () => {
    for (const values of [
      [5, -2, 5, 7, 0, -2],
      [2_000_000_000, -2_000_000_000, 3],
      [0, 0],
      [10, 9, 8, 100, 11],
    ])
      expect(factor(Int32Array.from(values), { name: "x" })).toEqual(factor(values, { name: "x" }));
    expect(factor(new Int32Array(0))).toEqual(factor([]));
  });

  it("take levels that are given", () => {
    expect(factor(Int32Array.of(1, 2), { levels: ["2", "1"] }).codes).toEqual(Int32Array.of(1, 0));
    expect(() => factor(Int32Array.of(1, 3), { levels: ["1", "2"] })).toThrow("has the value 3");
  });
});
