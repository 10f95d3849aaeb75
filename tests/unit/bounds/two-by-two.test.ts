import fc from "fast-check";
import { expect, it } from "vitest";
import { CELLS, type TwoByTwo, twoByTwoTables } from "../../../src/bounds/index.js";

it("is worked by hand for rows of 2 and 1 and columns of 1 and 2", () => {
  expect(twoByTwoTables(Object.freeze({ a: 2, b: 1 }), Object.freeze({ first: 1, second: 2 }))).toEqual([
    { a1: 0, a2: 2, b1: 1, b2: 0 },
    { a1: 1, a2: 1, b1: 0, b2: 1 },
  ]);
});

it("has one empty table for totals of nothing", () => {
  expect(twoByTwoTables({ a: 0, b: 0 }, { first: 0, second: 0 })).toEqual([{ a1: 0, a2: 0, b1: 0, b2: 0 }]);
});

it("keeps to each cap", () => {
  const caps = (over: Partial<TwoByTwo>): TwoByTwo => {
    return Object.freeze({ a1: Infinity, a2: Infinity, b1: Infinity, b2: Infinity, ...over });
  };
  const a1 = (over: Partial<TwoByTwo>) =>
    twoByTwoTables({ a: 3, b: 3 }, { first: 3, second: 3 }, caps(over)).map((table) => table.a1);
  // The tables are a1 = b2 = 0 to 3 and a2 = b1 = 3 - a1.
  expect(a1({})).toEqual([0, 1, 2, 3]);
  expect(a1({ a1: 1 })).toEqual([0, 1]);
  expect(a1({ a2: 1 })).toEqual([2, 3]);
  expect(a1({ b1: 2 })).toEqual([1, 2, 3]);
  expect(a1({ b2: 2 })).toEqual([0, 1, 2]);
  expect(a1({ a1: 1, b1: 1 })).toEqual([]);
});

it("finds 18 tables for those who answered of the published interviews", () => {
  // Figure 2: 1,152 Receiving and 1,079 Paying; Figure 3: 973 New and 1,258 Change; Figures 4 and 7: 558, 621, 447, 654.
  const caps = Object.freeze({ a1: 558, a2: 621, b1: 447, b2: 654 });
  const tables = twoByTwoTables({ a: 1152, b: 1079 }, { first: 973, second: 1258 }, caps);
  // a1 is at least 1,152 - 621 = 531 and 973 - 447 = 526, at most 558 and 1,152 - 1,258 + 654 = 548.
  expect(tables.map((table) => table.a1)).toEqual(Array.from({ length: 18 }, (_, i) => 531 + i));
});

it("finds the tables that trying all counts finds, in the order of a1", () => {
  const small = fc.integer({ min: 0, max: 6 });
  const tablesOf = fc.record({ a1: small, a2: small, b1: small, b2: small });
  fc.assert(
    fc.property(tablesOf, tablesOf, (table, caps) => {
      const rows = { a: table.a1 + table.a2, b: table.b1 + table.b2 };
      const columns = { first: table.a1 + table.b1, second: table.a2 + table.b2 };
      const found: TwoByTwo[] = [];
      for (let a1 = 0; a1 <= caps.a1; a1++)
        for (let a2 = 0; a2 <= caps.a2; a2++)
          for (let b1 = 0; b1 <= caps.b1; b1++)
            for (let b2 = 0; b2 <= caps.b2; b2++) {
              const sums = a1 + a2 === rows.a && b1 + b2 === rows.b && a1 + b1 === columns.first;
              if (sums && a2 + b2 === columns.second) found.push({ a1, a2, b1, b2 });
            }
      expect(twoByTwoTables(rows, columns, caps)).toEqual(found);
      const free = twoByTwoTables(rows, columns);
      expect(free).toContainEqual(table);
      expect(free.every((t) => CELLS.every((cell) => t[cell] >= 0))).toBe(true);
    }),
  );
});

it.each([-1, 1.5, Number.NaN, Infinity])("throws on a total of %d, which is no count", (n) => {
  const message = new RangeError(`${n} is no count`);
  expect(() => twoByTwoTables({ a: n, b: 1 }, { first: 1, second: 1 })).toThrow(message);
  expect(() => twoByTwoTables({ a: 1, b: n }, { first: 1, second: 1 })).toThrow(message);
  expect(() => twoByTwoTables({ a: 1, b: 1 }, { first: n, second: 1 })).toThrow(message);
  expect(() => twoByTwoTables({ a: 1, b: 1 }, { first: 1, second: n })).toThrow(message);
});

it("throws when rows and columns have different sums", () => {
  expect(() => twoByTwoTables({ a: 2, b: 1 }, { first: 1, second: 1 })).toThrow(
    new RangeError("rows and columns have different sums"),
  );
});
