import { expect, it } from "vitest";
import { KIND_LABELS, KINDS } from "../../../src/model/kind.js";

it("has four kinds, each with a label of its own and a meaning", () => {
  expect(KINDS).toEqual(["published", "calculated", "bounded", "simulated"]);
  expect(Object.keys(KIND_LABELS)).toEqual([...KINDS]);
  expect(new Set(KINDS.map((kind) => KIND_LABELS[kind].label)).size).toBe(4);
  expect(KINDS.every((kind) => KIND_LABELS[kind].meaning !== "")).toBe(true);
});
