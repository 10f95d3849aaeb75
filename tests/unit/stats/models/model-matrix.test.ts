import { describe, expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { modelMatrix } from "../../../../src/stats/models/model-matrix.js";
import { byFactor, byNumber } from "./samples.js";

describe("modelMatrix", () => {
  it("names columns as R does and makes the first level the reference", () => {
    const matrix = modelMatrix(4, [
      byNumber("ell", [1, 2, 3, 4]),
      byFactor("stype", factor(["E", "H", "M", "E"])),
      byFactor("size", factor(["small", "large", "small", "large"], { levels: ["small", "large"] })),
    ]);
    expect(matrix.names).toEqual(["(Intercept)", "ell", "stypeH", "stypeM", "sizelarge"]);
    expect(matrix.terms).toEqual(["(Intercept)", "ell", "stype", "stype", "size"]);
    expect(matrix.factors.map(({ columnOf }) => [...columnOf])).toEqual([
      [0, 2, 3],
      [0, 4],
    ]);
    expect(matrix.levelsDropped).toEqual([]);
  });

  it("has an intercept alone without terms", () => {
    expect(modelMatrix(2, []).names).toEqual(["(Intercept)"]);
  });

  it("leaves out rows that miss a term and rows that do not count", () => {
    const terms = [
      byNumber("x", [1, Number.NaN, 3, 4, 5]),
      byFactor("g", factor(["a", "b", null, "b", "a"])),
    ];
    expect([...modelMatrix(5, terms).rows]).toEqual([1, 0, 0, 1, 1]);
    expect([...modelMatrix(5, terms, [true, true, true, true, true]).rows]).toEqual([1, 0, 0, 1, 1]);
    expect([...modelMatrix(6, [], [1, 0, 1, 1, 0, 1]).rows]).toEqual([1, 0, 1, 1, 0, 1]);
  });

  it("drops levels that no row that counts has, and takes the first that is left as reference", () => {
    const g = factor(["a", "b", "c", "d", "b"], { levels: ["a", "b", "c", "d", "e"] });
    const matrix = modelMatrix(5, [byFactor("g", g)], [0, 1, 0, 1, 1]);
    expect(matrix.names).toEqual(["(Intercept)", "gd"]);
    expect(matrix.levelsDropped).toEqual([{ term: "g", levels: ["a", "c", "e"] }]);
    expect([...(matrix.factors[0]?.columnOf ?? [])]).toEqual([-1, 0, -1, 1, -1]);
  });

  it("refuses columns of other lengths, terms of one name and factors of less than two levels", () => {
    expect(() => modelMatrix(2, [byNumber("x", [1])])).toThrow(new RangeError("x has 1 rows, not 2"));
    expect(() => modelMatrix(2, [], [1])).toThrow(RangeError);
    expect(() => modelMatrix(1, [byNumber("x", [1]), byNumber("x", [1])])).toThrow(
      new RangeError("two terms are called x"),
    );
    expect(() => modelMatrix(2, [byFactor("g", factor(["a", "b"]))], [1, 0])).toThrow(
      new RangeError("g has one level, a, among the rows that count"),
    );
    expect(() => modelMatrix(1, [byFactor("g", factor([null]))])).toThrow(
      new RangeError("g has no level among the rows that count"),
    );
  });
});
