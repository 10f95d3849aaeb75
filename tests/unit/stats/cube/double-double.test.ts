import fc from "fast-check";
import { expect, it } from "vitest";
import { add, multiply, zeroSums } from "../../../../src/stats/cube/double-double.js";

const whole = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
const value = ({ high, low }: { high: Float64Array; low: Float64Array }) =>
  BigInt(high[0] as number) + BigInt(low[0] as number);

it("adds products of whole numbers without rounding, as whole numbers of any size do", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(whole, whole, fc.integer({ min: -4000, max: 4000 })), { maxLength: 40 }),
      (terms) => {
        const sums = zeroSums(1);
        const of = new Float64Array(2);
        let expected = 0n;
        for (const [a, b, c] of terms) {
          of[0] = a;
          of[1] = 0;
          multiply(a, 0, b, of);
          multiply(of[0], of[1], c, of);
          add(sums, 0, of[0], of[1]);
          expected += BigInt(a) * BigInt(b) * BigInt(c);
        }
        expect(value(sums)).toBe(expected);
        // The nearest double, and what is left: one way only to write a number.
        expect(sums.high[0]).toBe(Number(expected));
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});

it("is exact up to 2^104", () => {
  const sums = zeroSums(1);
  const of = new Float64Array(2);
  multiply(2 ** 52 - 1, 0, 2 ** 51 - 1, of);
  add(sums, 0, of[0] as number, of[1] as number);
  add(sums, 0, 1, 0);
  expect(value(sums)).toBe((2n ** 52n - 1n) * (2n ** 51n - 1n) + 1n);
});

it("keeps what a double loses", () => {
  const sums = zeroSums(1);
  for (const term of [1e20, 1, -1e20]) add(sums, 0, term, 0);
  expect(sums.high[0]).toBe(1);
});
