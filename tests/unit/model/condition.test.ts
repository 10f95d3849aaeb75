import { describe, expect, it } from "vitest";
import type { Codebook, Condition } from "../../../src/model/codebook.js";
import { all, any, atLeast, EVERYONE, is, not } from "../../../src/model/condition.js";
import { leavesOf, variablesOf } from "../../../src/model/condition-variables.js";
import { conditionWords } from "../../../src/model/condition-words.js";
import { holds, holdsSoFar } from "../../../src/model/holds.js";
import { routingOf } from "../../../src/model/routing.js";

const read = (answers: Record<string, string>) => (variable: string) => answers[variable] ?? null;

describe("a condition", () => {
  it.each<[string, Condition, boolean]>([
    ["one of the answers", is("colour", "red", "blue"), true],
    ["none of the answers", is("colour", "blue"), false],
    ["an answer to a variable that was not asked", is("size", "red"), false],
    ["not an answer to a variable that was not asked", not(is("size", "red")), true],
    ["a number at its lower end", atLeast("rating", 7), true],
    ["a number at both ends", { variable: "rating", from: 7, to: 7 }, true],
    ["a number above", { variable: "rating", to: 6 }, false],
    ["any number", { variable: "rating" }, true],
    ["no number where it was not asked", { variable: "size" }, false],
    ["no number where the answer is a special one", { variable: "other", from: 1 }, false],
    ["a number by its digits", is("rating", "7"), true],
    ["all of them", all(is("colour", "red"), atLeast("rating", 7)), true],
    ["all but one of them", all(is("colour", "red"), atLeast("rating", 8)), false],
    ["any of them", any(is("colour", "blue"), atLeast("rating", 7)), true],
    ["all of nothing", EVERYONE, true],
    ["any of nothing", any(), false],
  ])("that asks for %s", (_, condition, expected) => {
    expect(holds(condition, read({ colour: "red", rating: "7", other: "dont-know" }))).toBe(expected);
    expect(holds(not(condition), read({ colour: "red", rating: "7", other: "dont-know" }))).toBe(!expected);
  });

  it("is open where an answer that is not known yet decides, and only there", () => {
    const soFar = (variable: string) => (variable === "known" ? "yes" : undefined);
    const unknown = is("later", "yes");
    expect(holdsSoFar(unknown, soFar)).toBeUndefined();
    expect(holdsSoFar(not(unknown), soFar)).toBeUndefined();
    expect(holdsSoFar(all(is("known", "yes"), unknown), soFar)).toBeUndefined();
    expect(holdsSoFar(all(unknown, is("known", "no")), soFar)).toBe(false);
    expect(holdsSoFar(any(unknown, is("known", "yes")), soFar)).toBe(true);
    expect(holdsSoFar(any(is("known", "no"), unknown), soFar)).toBeUndefined();
    expect(holdsSoFar(any(unknown, is("known", "no")), soFar)).toBeUndefined();
    expect(holdsSoFar(all(unknown, is("known", "yes")), soFar)).toBeUndefined();
  });

  it("names its variables, each once", () => {
    const condition = all(is("a", "x"), not(any(is("b", "y"), is("a", "z"))));
    expect(leavesOf(condition)).toHaveLength(3);
    expect([...variablesOf(condition)]).toEqual(["a", "b"]);
  });
});

const basis = { assumed: "made up" };
const book: Pick<Codebook, "variables"> = {
  variables: [
    {
      kind: "category",
      id: "colour",
      label: "Colour",
      basis,
      answers: [
        { code: "red", label: "Red" },
        { code: "blue", label: "Blue" },
        { code: "dont-know", label: "Don't know", special: "dont-know" },
      ],
    },
    {
      kind: "category",
      id: "shade",
      label: "Shade",
      basis,
      asked: is("colour", "red"),
      askedOf: "who likes red",
      answers: [
        { code: "light", label: "Light" },
        { code: "dark", label: "Dark" },
      ],
    },
    {
      kind: "scale",
      id: "liking",
      label: "Liking",
      basis,
      asked: is("shade", "dark"),
      askedOf: "who likes dark red",
      lowest: 1,
      highest: 5,
      ends: ["Little", "Much"],
      special: [{ code: "refused", label: "Refused", special: "prefer-not-to-say" }],
    },
  ],
};

describe("a condition in words", () => {
  it.each<[Condition, string]>([
    [is("colour", "red"), "Colour is Red"],
    [is("colour", "red", "dont-know"), "Colour is Red or Don't know"],
    [is("colour", "red", "blue"), "Colour has any answer but Don't know"],
    [is("shade", "light", "dark"), "Shade has any answer"],
    [atLeast("liking", 4), "Liking is 4 or more"],
    [{ variable: "liking", to: 2 }, "Liking is 2 or less"],
    [{ variable: "liking", from: 2, to: 3 }, "Liking is from 2 to 3"],
    [{ variable: "liking" }, "Liking is a number"],
    [is("liking", "5", "refused"), "Liking is 5 or Refused"],
    [
      all(any(is("colour", "red"), is("shade", "dark")), not(atLeast("liking", 4))),
      "(Colour is Red, or Shade is Dark), and not (Liking is 4 or more)",
    ],
    [all(is("colour", "red")), "Colour is Red"],
    [EVERYONE, "everyone"],
    [any(), "no one"],
  ])("%j", (condition, words) => {
    expect(conditionWords(condition, book)).toBe(words);
  });

  it("is refused for a variable that the codebook does not have", () => {
    expect(() => conditionWords(is("size", "s"), book)).toThrow("no variable size");
  });
});

describe("routing", () => {
  const states = (answers: Record<string, string>, open = false) => [
    ...routingOf(book, (variable) => answers[variable] ?? (open ? undefined : null)).values(),
  ];

  it("goes from answer to answer", () => {
    expect(states({ colour: "red", shade: "dark" })).toEqual(["asked", "asked", "asked"]);
    expect(states({ colour: "red", shade: "light" })).toEqual(["asked", "asked", "not-asked"]);
    expect(states({ colour: "blue" })).toEqual(["asked", "not-asked", "not-asked"]);
  });

  it("takes an answer that should not be there for none", () => {
    expect(states({ colour: "blue", shade: "dark" })).toEqual(["asked", "not-asked", "not-asked"]);
  });

  it("is open as far as answers are not known yet", () => {
    expect(states({}, true)).toEqual(["asked", "open", "open"]);
    expect(states({ colour: "red" }, true)).toEqual(["asked", "asked", "open"]);
    expect(states({ colour: "blue" }, true)).toEqual(["asked", "not-asked", "not-asked"]);
    expect(states({ shade: "dark" }, true)).toEqual(["asked", "open", "open"]);
  });
});
