import { describe, expect, it } from "vitest";
import { combinations } from "./pairwise.js";

const SIZES = [[4], [3, 2], [2, 2, 2], [5, 3, 2, 2], [4, 4, 4, 4], [7, 2, 2, 2, 2, 2]];

/** Options "0", "1", … of controls "a", "b", …. */
const optionsOf = (sizes: readonly number[]) =>
  Object.fromEntries(
    sizes.map((size, i) => ["abcdef".charAt(i), Array.from({ length: size }, (_, code) => String(code))]),
  );

describe.each(SIZES.map((sizes) => ({ sizes })))("combinations of $sizes options", ({ sizes }) => {
  const options = optionsOf(sizes);
  const all = combinations(options, true);
  const made = combinations(options, false);
  const texts = (of: readonly object[]) =>
    of.map((choices) => JSON.stringify(Object.entries(choices).sort()));

  it("are every one of them in full, each once", () => {
    expect(all).toHaveLength(sizes.reduce((a, b) => a * b));
    expect(new Set(texts(all)).size).toBe(all.length);
  });

  it("have every two options of two controls else, in no more than they need", () => {
    for (const [a, ones] of Object.entries(options))
      for (const [b, twos] of Object.entries(options))
        for (const one of ones)
          for (const two of twos)
            if (a !== b)
              expect(
                made.some((choices) => choices[a] === one && choices[b] === two),
                `${a}=${one} ${b}=${two}`,
              ).toBe(true);
    expect(new Set(texts(made)).size).toBe(made.length);
    for (const text of texts(made)) expect(texts(all)).toContain(text);
    // A greedy choice needs at most about one and a half times as many as the two controls with most options.
    const [most = 1, next = 1] = sizes.toSorted((a, b) => b - a);
    expect(made.length).toBeLessThanOrEqual(Math.max(4, Math.ceil(1.5 * most * next)));
    if (sizes.length > 2) expect(made.length).toBeLessThan(all.length);
  });

  it("begin with the first options", () => {
    for (const [first] of [all, made])
      expect(Object.values(first ?? {}).every((code) => code === "0")).toBe(true);
  });

  it("are the same each time", () => {
    expect(combinations(options, false)).toEqual(made);
  });
});
