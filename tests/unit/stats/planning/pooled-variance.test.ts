import { expect, it } from "vitest";
import { normalProbability, normalQuantile } from "../../../../src/stats/numeric/distributions.js";
import { powerOfDifference } from "../../../../src/stats/planning/two-proportions.js";

it("is pooled by the sizes of the groups", () => {
  // 100 at 0.5 and 300 at 0.3 pool to 140 of 400.
  const limit = normalQuantile(0.025, "upper") * Math.sqrt(0.35 * 0.65 * (1 / 100 + 1 / 300));
  const own = Math.sqrt(0.25 / 100 + 0.21 / 300);
  const found = powerOfDifference({
    ...{ p1: 0.5, p2: 0.3, n1: 100, n2: 300, deff: 1, alpha: 0.05, nullVariance: "pooled" },
  });
  expect(found).toBeCloseTo(
    normalProbability((0.2 - limit) / own) + normalProbability((-0.2 - limit) / own),
    12,
  );
});
