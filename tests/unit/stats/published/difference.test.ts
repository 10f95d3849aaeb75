import fc from "fast-check";
import { expect, it } from "vitest";
import { differenceOfProportions } from "../../../../src/stats/index.js";
import { inner, PAYING, RECEIVING } from "./groups.js";

it("is worked by hand", () => {
  // Variances 0.5 * 0.5 / 25 = 0.01 and 0.2 * 0.8 / 16 = 0.01; deff 2: standard error sqrt(2 * 0.02) = 0.2.
  const found = differenceOfProportions({ p: 0.5, n: 25 }, { p: 0.2, n: 16 }, { deff: 2, z: 2 });
  expect(found.difference).toBeCloseTo(0.3, 14);
  expect(found.standardError).toBeCloseTo(0.2, 14);
  expect(found.low).toBeCloseTo(-0.1, 14);
  expect(found.high).toBeCloseTo(0.7, 14);
  expect(found.z).toBeCloseTo(1.5, 14);
});

it("gives the interval of the printed parents at 95% where z is left out", () => {
  // 0.47 * 0.53 / 1152 + 0.31 * 0.69 / 1079 = 0.000216233 + 0.000198239; its root is 0.0203586; 1.959964 of it 0.0399021.
  const { low, high } = differenceOfProportions(RECEIVING, PAYING, { deff: 1 });
  expect(low).toBeCloseTo(0.16 - 0.0399021, 6);
  expect(high).toBeCloseTo(0.16 + 0.0399021, 6);
});

it("has standard errors that add in squares", () => {
  // With the second group certain, only the first has a variance.
  fc.assert(
    fc.property(inner, inner, (a, b) => {
      const certain = { p: 1, n: 1 };
      const one = differenceOfProportions(a, certain, { deff: 1 }).standardError;
      const other = differenceOfProportions(b, certain, { deff: 1 }).standardError;
      const both = differenceOfProportions(a, b, { deff: 1 }).standardError;
      expect(both).toBeCloseTo(Math.hypot(one, other), 12);
    }),
  );
});

it("turns its sign and its ends when the groups change places", () => {
  fc.assert(
    fc.property(inner, inner, (a, b) => {
      const found = differenceOfProportions(a, b, { deff: 1.5 });
      const turned = differenceOfProportions(b, a, { deff: 1.5 });
      expect(turned.difference).toBeCloseTo(-found.difference, 14);
      expect(turned.low).toBeCloseTo(-found.high, 12);
      expect(turned.z).toBeCloseTo(-found.z, 9);
    }),
  );
});

it("is at n interviews with a design effect what it is at n / deff without one", () => {
  fc.assert(
    fc.property(inner, inner, fc.double({ min: 0.5, max: 20, noNaN: true }), (a, b, deff) => {
      const found = differenceOfProportions(a, b, { deff });
      const fewer = differenceOfProportions(
        { p: a.p, n: a.n / deff },
        { p: b.p, n: b.n / deff },
        { deff: 1 },
      );
      expect(found.low).toBeCloseTo(fewer.low, 12);
      expect(found.high).toBeCloseTo(fewer.high, 12);
    }),
  );
});

it("has an infinite z for two certain groups that differ, and none for two that do not", () => {
  expect(differenceOfProportions({ p: 1, n: 5 }, { p: 0, n: 5 }, { deff: 1 }).z).toBe(Infinity);
  expect(differenceOfProportions({ p: 1, n: 5 }, { p: 1, n: 5 }, { deff: 1 }).z).toBeNaN();
});

it("throws by name on a proportion outside 0 to 1 and on an n or design effect not above 0", () => {
  const call = (a: object, b: object, deff = 1) => {
    return () => differenceOfProportions({ ...RECEIVING, ...a }, { ...PAYING, ...b }, { deff });
  };
  expect(call({ p: 47 }, {})).toThrow(new RangeError("a.p must be from 0 to 1, not 47"));
  expect(call({}, { p: -0.1 })).toThrow(new RangeError("b.p must be from 0 to 1, not -0.1"));
  expect(call({ n: 0 }, {})).toThrow(new RangeError("a.n must be above 0, not 0"));
  expect(call({}, { n: -5 })).toThrow(new RangeError("b.n must be above 0, not -5"));
  expect(call({}, {}, 0)).toThrow(new RangeError("deff must be above 0, not 0"));
});
