import { expect, it } from "vitest";
import { memoize, memoizeByObject } from "../../../src/model/memoize.js";

it("calls the function once for equal arguments", () => {
  let calls = 0;
  const sum = memoize((numbers: readonly number[], scale: { by: number }) => {
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

it("caches no error", () => {
  let calls = 0;
  const fails = memoize((text: string) => {
    calls += 1;
    throw new Error(text);
  });
  for (let i = 0; i < 2; i++) expect(() => fails("no")).toThrow("no");
  expect(calls).toBe(2);
});

it("evicts the least recently used", () => {
  const worked: number[] = [];
  const double = memoize(
    (n: number) => {
      worked.push(n);
      return 2 * n;
    },
    { size: 2 },
  );
  for (const n of [1, 2, 1, 3, 1, 2, 3]) expect(double(n)).toBe(2 * n);
  // 3 takes the place of 2, since 1 was asked for after it; then 2 that of 3, and 3 that of 1.
  expect(worked).toEqual([1, 2, 3, 2, 3]);
});

it("uses its key", () => {
  const named = memoize((person: { name: string; at: number }) => person.at, { key: ({ name }) => name });
  expect([named({ name: "a", at: 1 }), named({ name: "a", at: 2 }), named({ name: "b", at: 3 })]).toEqual([
    1, 1, 3,
  ]);
});

it("caches undefined", () => {
  let calls = 0;
  const nothing = memoize(() => {
    calls += 1;
  });
  nothing();
  nothing();
  expect(calls).toBe(1);
});

it("memoizes by identity", () => {
  let calls = 0;
  const size = memoizeByObject((list: readonly number[]) => {
    calls += 1;
    return list.length === 0 ? undefined : list.length;
  });
  const [empty, list, alike] = [[], [1, 2], [1, 2]];
  expect([size(list), size(list), size(alike), size(empty), size(empty)]).toEqual([
    2,
    2,
    2,
    undefined,
    undefined,
  ]);
  expect(calls).toBe(3);
});
