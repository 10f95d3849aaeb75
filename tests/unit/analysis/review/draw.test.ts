import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DRAWN, draw, FIRST_SEED, textHash } from "../../../../src/analysis/review/draw.js";

const ITEMS = Array.from({ length: 148 }, (_, i) => `value-${i}`);

describe("the draw of values", () => {
  it("is the same for the same seed, whatever stands around it, and another for another", () => {
    expect(draw(ITEMS, " reviewer 7 ")).toEqual(draw(ITEMS, "reviewer 7"));
    expect(draw(ITEMS, "reviewer 7")).not.toEqual(draw(ITEMS, "reviewer 8"));
    // Known, so that a link draws tomorrow what it draws today.
    expect(draw(["a", "b", "c", "d", "e"], FIRST_SEED, 3)).toEqual(KNOWN);
  });

  it("draws as many as asked for, none twice, and all where there are fewer", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat({ max: 60 }), fc.nat({ max: 30 }), (seed, size, count) => {
        const items = ITEMS.slice(0, size);
        const drawn = draw(items, seed, count);
        expect(drawn.length).toBe(Math.min(size, count));
        expect(new Set(drawn).size).toBe(drawn.length);
        for (const item of drawn) expect(items).toContain(item);
      }),
    );
  });

  it("can draw every value, each about as often, in any place", () => {
    const times = new Map<string, number>();
    const first = new Set<string>();
    const seeds = 3000;
    for (let seed = 0; seed < seeds; seed++) {
      const drawn = draw(ITEMS, String(seed));
      first.add(drawn[0] ?? "");
      for (const item of drawn) times.set(item, (times.get(item) ?? 0) + 1);
    }
    expect(times.size).toBe(ITEMS.length);
    expect(first.size).toBe(ITEMS.length);
    const expected = (seeds * DRAWN) / ITEMS.length;
    const sd = Math.sqrt(expected * (1 - DRAWN / ITEMS.length));
    for (const count of times.values()) expect(Math.abs(count - expected)).toBeLessThan(5 * sd);
  });

  it("does not change the items", () => {
    const items = [...ITEMS];
    draw(items, "x");
    expect(items).toEqual(ITEMS);
  });
});

it("a text has one hash of 32 bits, and texts that begin alike have others", () => {
  const hashes = Array.from({ length: 2000 }, (_, i) => textHash(`seed ${i}`));
  expect(new Set(hashes).size).toBe(2000);
  for (const hash of hashes) expect(hash).toBe(hash | 0);
});

const KNOWN = ["b", "a", "d"];
