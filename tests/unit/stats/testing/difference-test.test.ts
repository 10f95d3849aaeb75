import fc from "fast-check";
import { expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { contrast } from "../../../../src/stats/estimates/contrast.js";
import { mean } from "../../../../src/stats/estimates/mean.js";
import { differenceTest } from "../../../../src/stats/testing/difference-test.js";
import { expectNear } from "../near.js";
import { column, designOfRows, groupOf, numbers, surveys } from "../sample.js";

const level = 0.95;
const by = [factor(["a", "a", "a", "b", "b", "c"])];
const means = mean(surveyDesign({ n: 6 }), numbers(1, 3, 5, 2, 8, 4), { level, by });

it("is the second group less the first, as a contrast", () => {
  expect(differenceTest(means, 0, 1, { level })).toEqual(contrast(means, [-1, 1, 0], { level }));
  expect(differenceTest(means, 2, 0, { level: 0.8 })).toEqual(contrast(means, [1, 0, -1], { level: 0.8 }));
  expect(differenceTest(means, 0, 1, { level }).estimate).toBe(2);
});

it("has but for the design the t and degrees of freedom of Welch's, over n / (n - 1) of all", () => {
  // Squares about the means: 8 / 9 and 18 / 4, times 5/4 of five interviews; 5 - 1 - 1 degrees of freedom.
  const two = mean(surveyDesign({ n: 5 }), numbers(1, 3, 5, 2, 8), {
    ...{ level, by: [factor(["a", "a", "a", "b", "b"])] },
  });
  const found = differenceTest(two, 0, 1, { level });
  expectNear(found.standardError, Math.sqrt((5 / 4) * (8 / 9 + 18 / 4)));
  expect(found.df).toBe(3);
});

it("turns its sign with the groups and keeps its p", () => {
  fc.assert(
    fc.property(surveys, (rows) => {
      const of = mean(designOfRows(rows), column(rows, "y"), { level, by: [groupOf(rows)] });
      if (of.estimates.slice(0, 2).some(({ n }) => n === 0)) return;
      const found = differenceTest(of, 0, 1, { level });
      const turned = differenceTest(of, 1, 0, { level });
      expect(turned.estimate).toBe(-found.estimate);
      expect(turned.p).toBe(found.p);
      expect(turned.df).toBe(found.df);
    }),
    { seed: 1, numRuns: 60 },
  );
});

it("rejects at 1 - level just where its interval leaves 0 out", () => {
  fc.assert(
    fc.property(surveys, fc.constantFrom(0.5, 0.8, 0.95), (rows, at) => {
      const of = mean(designOfRows(rows), column(rows, "y"), { level: at, by: [groupOf(rows)] });
      if (of.estimates.slice(0, 2).some(({ n }) => n === 0)) return;
      const { p, low, high } = differenceTest(of, 0, 1, { level: at });
      if (low === null || high === null) return;
      expect(low > 0 || high < 0).toBe(p < 1 - at);
    }),
    { seed: 1, numRuns: 100 },
  );
});

it("throws on a place without an estimate and on the same twice", () => {
  expect(() => differenceTest(means, 0, 3, { level })).toThrow(
    new RangeError("there is no estimate 3; expected 0 to 2"),
  );
  expect(() => differenceTest(means, -1, 1, { level })).toThrow(
    new RangeError("there is no estimate -1; expected 0 to 2"),
  );
  expect(() => differenceTest(means, 0.5, 1, { level })).toThrow(
    new RangeError("there is no estimate 0.5; expected 0 to 2"),
  );
  expect(() => differenceTest(means, 1, 1, { level })).toThrow(
    new RangeError("a difference needs two groups"),
  );
});
