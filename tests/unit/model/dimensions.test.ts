import { expect, it } from "vitest";
import {
  codeLabel,
  DIMENSION_NAMES,
  type Dimension,
  groupKey,
  groupLabel,
  parseGroup,
} from "../../../src/model/dimensions.js";
import { DIMENSIONS } from "../../../src/model/groups.js";

it("reads one code of each of several dimensions", () => {
  expect(parseGroup("parent=receiving;contact=new")).toEqual({
    group: { parent: "receiving", contact: "new" },
  });
});

it("reads empty text, and text of semicolons alone, as everyone", () => {
  expect(parseGroup("")).toEqual({ group: {} });
  expect(parseGroup(" ; ")).toEqual({ group: {} });
});

it("passes over spaces and a last semicolon", () => {
  expect(parseGroup(" parent = paying ;")).toEqual({ group: { parent: "paying" } });
});

it("puts the dimensions of a group in their own order, whatever the order of the text", () => {
  const read = parseGroup("contact=new;parent=receiving");
  expect("group" in read && Object.keys(read.group)).toEqual(["parent", "contact"]);
});

it.each(["parent", "parent=", "parent=receiving=paying"])(
  "refuses %j, which is not dimension=code",
  (text) => {
    expect(parseGroup(text)).toEqual({ error: `"${text}" is not dimension=code` });
  },
);

it.each(["region", "toString", ""])("refuses the dimension %j and lists those there are", (name) => {
  expect(parseGroup(`${name}=north`)).toEqual({
    error: `"${name}" is no dimension; expected one of ${DIMENSION_NAMES.join(", ")}`,
  });
});

it.each(["other", "toString"])("refuses the code %j and lists those of its dimension", (code) => {
  expect(parseGroup(`parent=${code}`)).toEqual({
    error: `"${code}" is no code of parent; expected one of receiving, paying`,
  });
});

it("refuses a dimension given twice, even with the same code", () => {
  expect(parseGroup("parent=paying;parent=paying")).toEqual({ error: "parent is given twice" });
  expect(parseGroup("parent=paying;parent=receiving")).toEqual({ error: "parent is given twice" });
});

it("labels a code, and throws on one that is not in the list", () => {
  expect(codeLabel("age", "55-plus")).toBe("Aged 55 and over");
  expect(() => codeLabel("age", "90-plus")).toThrow(new RangeError("age has no code 90-plus"));
  expect(() => codeLabel("age", "toString")).toThrow(new RangeError("age has no code toString"));
});

it("labels everyone as All, and several codes in the order of the dimensions", () => {
  expect(groupLabel({})).toBe("All");
  expect(groupLabel(Object.freeze({ contact: "new", parent: "receiving" }))).toBe(
    "Receiving Parents, New customers",
  );
});

it("throws on the label of a group with an unknown code", () => {
  expect(() => groupLabel({ parent: "both" as "paying" })).toThrow(RangeError);
});

it("writes a group as text in the order of the dimensions, everyone as nothing", () => {
  expect(groupKey(Object.freeze({ contact: "new", parent: "receiving" }))).toBe(
    "parent=receiving;contact=new",
  );
  expect(groupKey({})).toBe("");
});

it("reads back every code of every dimension as it was written", () => {
  const codes = DIMENSION_NAMES.flatMap((d) => Object.keys(DIMENSIONS[d].codes).map((c) => [d, c] as const));
  expect(codes).toHaveLength(31); // parent 2, contact 2, age 5, gender 2, ethnicity 6, health 6, csa, letter, care, call 2 each
  for (const [dimension, code] of codes) {
    const group = { [dimension]: code };
    expect(parseGroup(groupKey(group))).toEqual({ group });
    expect(groupLabel(group)).toBe(codeLabel(dimension, code));
  }
});

it("gives no two codes of a dimension the same label", () => {
  for (const name of DIMENSION_NAMES) {
    const labels = Object.values(DIMENSIONS[name as Dimension].codes);
    expect(new Set(labels).size).toBe(labels.length);
  }
});
