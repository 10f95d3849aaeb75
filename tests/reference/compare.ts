import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { hasR, runR } from "../../tools/run-r.js";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const fixtureText = (name: string) => readFileSync(path(`fixtures/${name}.json`), "utf8");

/** What `<name>.R` wrote; its version of R, and of packages where it uses any, stand in it. */
export function readFixture<T>(name: string): T {
  return JSON.parse(fixtureText(name));
}

/**
 * Equal at a relative tolerance; zero, and what subtraction left within rounding of it, at `absolute`.
 *
 * @param of what the numbers belong to, for the message
 * @param absolute 0 for numbers that are small in their own right, as probabilities in the tails are
 */
export function expectSame(
  found: number,
  expected: number,
  of: unknown,
  tolerance = 1e-9,
  absolute = 1e-15,
): void {
  if (same(found, expected, tolerance, absolute)) return;
  expect.fail(`${found} is not ${expected} of ${JSON.stringify(of)}`);
}

function same(found: number, expected: number, tolerance: number, absolute: number): boolean {
  const apart = Math.abs(found - expected);
  return Object.is(found, expected) || apart <= tolerance * Math.abs(expected) || apart <= absolute;
}

/**
 * Makes a test that runs `<name>.R` and holds the fixture against what it writes now. Strings at the top level, which are
 * the versions of R and its packages, may differ.
 *
 * @param tolerance relative; versions of R and of its mathematics library differ in the last digits
 * @param absolute as of `expectSame`
 * @param zero two numbers that are both smaller than this are equal: a standard error of 0 comes out as the square root of what
 *   rounding leaves, which depends on the library of linear algebra
 */
export function itMatchesLiveR(
  name: string,
  {
    tolerance = 1e-12,
    absolute = 1e-13,
    zero = 0,
  }: { tolerance?: number; absolute?: number; zero?: number } = {},
): void {
  const live = hasR();
  it.skipIf(!live)(
    live
      ? "the fixture is what R gives now, the lines of versions aside"
      : "NOT RUN, since Rscript is not on this machine: whether the fixture is what R gives now",
    () => {
      const now = leaves(JSON.parse(runR(path(`${name}.R`))));
      const kept = leaves(readFixture(name));
      expect(now.map(([where]) => where)).toEqual(kept.map(([where]) => where));
      expect(kept.some(([, value]) => typeof value === "number")).toBe(true);
      const apart = now.filter(([, value], i) => {
        const before = kept[i]?.[1];
        return typeof value === "number" && typeof before === "number"
          ? !same(value, before, tolerance, absolute) && Math.max(Math.abs(value), Math.abs(before)) >= zero
          : value !== before;
      });
      expect(apart).toEqual([]);
    },
  );
}

type Leaf = readonly [where: string, value: unknown];

/** Every number, string, boolean and null with the path to it, in order; versions left out. */
function leaves(value: unknown, where = "", depth = 0): Leaf[] {
  if (typeof value === "string" && depth === 1) return [];
  if (typeof value !== "object" || value === null) return [[where, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${where}/${key}`, depth + 1));
}
