import { expect, it } from "vitest";
import { oncePerObject, remembered } from "../../../src/model/remembered.js";

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

it("keeps no more answers than it may: the one that was longest not asked for goes", () => {
  const worked: number[] = [];
  const double = remembered(
    (n: number) => {
      worked.push(n);
      return 2 * n;
    },
    { most: 2 },
  );
  for (const n of [1, 2, 1, 3, 1, 2, 3]) expect(double(n)).toBe(2 * n);
  // 3 takes the place of 2, since 1 was asked for after it; then 2 that of 3, and 3 that of 1.
  expect(worked).toEqual([1, 2, 3, 2, 3]);
});

it("tells arguments apart by the key that it is given", () => {
  const named = remembered((person: { name: string; at: number }) => person.at, { key: ({ name }) => name });
  expect([named({ name: "a", at: 1 }), named({ name: "a", at: 2 }), named({ name: "b", at: 3 })]).toEqual([
    1, 1, 3,
  ]);
});

it("keeps an answer that is nothing", () => {
  let calls = 0;
  const nothing = remembered(() => {
    calls += 1;
  });
  nothing();
  nothing();
  expect(calls).toBe(1);
});

it("works once for each object, whatever is in it", () => {
  let calls = 0;
  const size = oncePerObject((list: readonly number[]) => {
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
