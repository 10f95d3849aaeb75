import { expect, it } from "vitest";
import { remembered } from "../../../src/analysis/remembered.js";

it("works once for the same arguments, and anew for others", () => {
  let calls = 0;
  const sum = remembered((numbers: readonly number[], scale: { by: number }) => {
    calls += 1;
    return numbers.reduce((a, b) => a + b, 0) * scale.by;
  });
  expect([
    sum([1, 2], { by: 2 }),
    sum([1, 2], { by: 2 }),
    sum([1, 2], { by: 3 }),
    sum([12], { by: 2 }),
  ]).toEqual([6, 6, 9, 24]);
  expect(calls).toBe(3);
});

it("keeps no answer of work that failed", () => {
  let calls = 0;
  const fails = remembered((text: string) => {
    calls += 1;
    throw new Error(text);
  });
  for (let i = 0; i < 2; i++) expect(() => fails("no")).toThrow("no");
  expect(calls).toBe(2);
});
