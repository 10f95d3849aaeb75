import { expect, it } from "vitest";
import { isHeld } from "../../../src/model/value.js";

it("holds a number that has an interval, zero included", () => {
  expect(isHeld(Object.freeze({ low: 38.5 }))).toBe(true);
  expect(isHeld(Object.freeze({ low: 0 }))).toBe(true);
});

it("does not hold a number without one", () => {
  expect(isHeld(Object.freeze({ low: null }))).toBe(false);
});
