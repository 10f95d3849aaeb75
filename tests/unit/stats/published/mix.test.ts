import fc from "fast-check";
import { expect, it } from "vitest";
import { mixExplains } from "../../../../src/stats/index.js";

const proportion = fc.double({ min: 0, max: 1, noNaN: true });

it("is worked by hand", () => {
  // (0.75 - 0.25) * (0.6 - 0.2) = 0.2
  expect(mixExplains(0.75, 0.25, 0.6, 0.2)).toBeCloseTo(0.2, 14);
});

it("is the difference of the means that the two mixes make of the same parts", () => {
  fc.assert(
    fc.property(proportion, proportion, proportion, proportion, (a, b, first, second) => {
      const mean = (share: number) => share * first + (1 - share) * second;
      expect(mixExplains(a, b, first, second)).toBeCloseTo(mean(a) - mean(b), 12);
    }),
  );
});

it("leaves, with what differs within the parts, nothing of the difference (Kitagawa)", () => {
  // Rates of everyone as the standard: total = mix with the pooled rates + rates around them with each group's own mix.
  fc.assert(
    fc.property(fc.tuple(proportion, proportion, proportion, proportion, proportion, proportion), (given) => {
      const [a, b, a1, a2, b1, b2] = given;
      const [first, second] = [(a1 + b1) / 2, (a2 + b2) / 2];
      const within =
        a * (a1 - first) + (1 - a) * (a2 - second) - (b * (b1 - first) + (1 - b) * (b2 - second));
      const difference = a * a1 + (1 - a) * a2 - (b * b1 + (1 - b) * b2);
      expect(mixExplains(a, b, first, second) + within).toBeCloseTo(difference, 12);
    }),
  );
});

it("is nothing for equal mixes or equal parts, and the whole gap for opposite ones", () => {
  fc.assert(
    fc.property(proportion, proportion, proportion, (share, first, second) => {
      expect(mixExplains(share, share, first, second)).toBeCloseTo(0, 14);
      expect(mixExplains(first, second, share, share)).toBeCloseTo(0, 14);
      expect(mixExplains(1, 0, first, second)).toBe(first - second);
    }),
  );
});

it("turns its sign when the groups or the parts change places", () => {
  expect(mixExplains(0.25, 0.75, 0.6, 0.2)).toBeCloseTo(-0.2, 14);
  expect(mixExplains(0.75, 0.25, 0.2, 0.6)).toBeCloseTo(-0.2, 14);
});

it("throws by name on what is no proportion", () => {
  expect(() => mixExplains(47, 0.4, 0.5, 0.3)).toThrow(
    new RangeError("shareInA must be from 0 to 1, not 47"),
  );
  expect(() => mixExplains(0.4, -1, 0.5, 0.3)).toThrow(
    new RangeError("shareInB must be from 0 to 1, not -1"),
  );
  expect(() => mixExplains(0.4, 0.4, 2, 0.3)).toThrow(new RangeError("first must be from 0 to 1, not 2"));
  expect(() => mixExplains(0.4, 0.4, 0.5, 2)).toThrow(new RangeError("second must be from 0 to 1, not 2"));
});
