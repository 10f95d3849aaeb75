import { expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { assemble, type Common, tEstimates } from "../../../../src/stats/estimates/assemble.js";
import { groupsOf } from "../../../../src/stats/estimates/groups.js";
import { expectNear } from "../near.js";
import { numbers } from "../sample.js";

const by = [factor(["p", "p", "p", "q"], { name: "part", levels: ["p", "q", "none"] })];
const groups = groupsOf(surveyDesign({ weights: [2, 2, 2, 2] }), [], { by });
const covariance = numbers(...[4, 1, 0], ...[1, 9, 0], ...[0, 0, 0]);

it("has an estimate for every group, and knows nothing of one without interviews", () => {
  const found = tEstimates("mean", groups, numbers(-8, 5, 0), covariance, { level: 0.95 }, () => 12);
  expect(found.estimates.map(({ by: at, n, weightedN, df }) => [at, n, weightedN, df])).toEqual([
    [{ part: "p" }, 3, 6, 2],
    [{ part: "q" }, 1, 2, 0],
    [{ part: "none" }, 0, 0, 0],
  ]);
  expect(found.estimates[0]).toMatchObject({
    estimate: -8,
    standardError: 2,
    method: "t",
    cv: 0.25,
    effectiveN: 3,
  });
  expectNear(found.estimates[0]?.low, -8 - 2 * 4.30265272974946);
  // No degrees of freedom: no interval.
  expect(found.estimates[1]).toMatchObject({
    estimate: 5,
    standardError: 3,
    low: null,
    high: null,
    method: null,
  });
  expect(found.estimates[2]).toMatchObject({
    ...{ estimate: Number.NaN, standardError: Number.NaN, low: null, high: null, method: null },
    ...{ cv: null, deff: null, effectiveN: null },
  });
  const gap = Number.NaN;
  expect(found.covariance).toEqual(numbers(4, 1, gap, 1, 9, gap, gap, gap, gap));
  expect(found.degreesOfFreedom([0, 1])).toBe(3);
});

it("has design effects only where a reference is given, from the group's interviews", () => {
  const options = { level: 0.95, deffReference: "without-replacement" } as const;
  const found = tEstimates("mean", groups, numbers(-8, 5, 0), covariance, options, () => 12);
  // 12 / 3 * (6 - 3) / 6 = 2, of 4.
  expect(found.estimates.map(({ deff, deffReference }) => [deff, deffReference])).toEqual([
    [2, "without-replacement"],
    [null, null],
    [null, null],
  ]);
});

it("has no coefficient of variation at 0, and takes a variance below 0 by rounding as 0", () => {
  const seen: Common[] = [];
  const found = assemble(
    groups,
    numbers(0, 5, 0),
    numbers(4, 0, 0, 0, -1e-20, 0, 0, 0, 0),
    { level: 0.9 },
    null,
    (common) => {
      seen.push(common);
      return { statistic: "mean", low: 1, high: 2, method: "t", effectiveN: null, reliability: null };
    },
  );
  expect(found.estimates.map(({ cv }) => cv)).toEqual([null, 0, null]);
  expect(found.estimates[1]).toMatchObject({ standardError: 0, low: 1, high: 2, level: 0.9 });
  expect(seen.map(({ group, variance }) => [group, variance])).toEqual([
    [0, 4],
    [1, 0],
    [2, Number.NaN],
  ]);
});
