import { expect, it } from "vitest";
import { wrapped } from "../../../src/figures/wrapped.js";

it("breaks a text at spaces, so that no line is too long", () => {
  expect(wrapped("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrapped("one two three", 6)).toEqual(["one", "two", "three"]);
  expect(wrapped("one two", 20)).toEqual(["one two"]);
});

it("gives a word that is too long a line of its own", () => {
  expect(wrapped("a considerable b", 5)).toEqual(["a", "considerable", "b"]);
});
