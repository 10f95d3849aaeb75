import { expect, it } from "vitest";
import {
  assertPositive,
  assertProportion,
  assertProportionInterval,
} from "../../../../src/stats/numeric/check.js";

it.each([0, 0.5, 1])("takes %d for a proportion", (value) => {
  expect(() => assertProportion(value, "p")).not.toThrow();
});

it.each([-1e-12, 1.0000001, 47, Number.NaN, Infinity])("refuses %d as a proportion, by name", (value) => {
  expect(() => assertProportion(value, "a.p")).toThrow(
    new RangeError(`a.p must be from 0 to 1, not ${value}`),
  );
});

it.each([1e-9, 1, 2231])("takes %d for a number above 0", (value) => {
  expect(() => assertPositive(value, "n")).not.toThrow();
});

it.each([0, -1, Number.NaN, Infinity])("refuses %d as a number above 0, by name", (value) => {
  expect(() => assertPositive(value, "deff")).toThrow(new RangeError(`deff must be above 0, not ${value}`));
});

it("takes an interval of proportions, a single point included", () => {
  expect(() => assertProportionInterval(Object.freeze({ low: 0.385, high: 0.395 }), "total")).not.toThrow();
  expect(() => assertProportionInterval(Object.freeze({ low: 0.4, high: 0.4 }), "total")).not.toThrow();
});

it("refuses an interval with an end that is no proportion, or that ends before it begins", () => {
  expect(() => assertProportionInterval({ low: -0.1, high: 0.5 }, "total")).toThrow(
    new RangeError("total.low must be from 0 to 1, not -0.1"),
  );
  expect(() => assertProportionInterval({ low: 0.1, high: 39.5 }, "total")).toThrow(
    new RangeError("total.high must be from 0 to 1, not 39.5"),
  );
  expect(() => assertProportionInterval({ low: 0.4, high: 0.3 }, "total")).toThrow(
    new RangeError("total ends before it begins"),
  );
});
