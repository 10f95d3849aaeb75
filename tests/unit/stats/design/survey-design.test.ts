import { describe, expect, it } from "vitest";
import { factor, oneLevel } from "../../../../src/stats/design/factor.js";
import { assertWeights, surveyDesign } from "../../../../src/stats/design/survey-design.js";

const strata = factor(["a", "a", "a", "b", "b", "b"]);

describe("a design", () => {
  it("is simple random sampling from an endless population by the number of its rows", () => {
    expect(surveyDesign({ n: 3 })).toEqual({
      n: 3,
      weights: Float64Array.of(1, 1, 1),
      strata: oneLevel(3),
      psu: null,
      psuCount: 3,
      psuStratum: Int32Array.of(0, 0, 0),
      stratumPsus: Int32Array.of(3),
      samplingFraction: Float64Array.of(0),
      singlePsu: "error",
      adjustments: [],
      replicates: null,
    });
  });

  it("takes weights as they are, from any list of numbers, and holds a copy", () => {
    const weights = Float64Array.of(1.5, 0, 2);
    const design = surveyDesign({ weights });
    weights[0] = 9;
    expect(design.weights).toEqual(Float64Array.of(1.5, 0, 2));
    expect(surveyDesign({ weights: [1, 2] }).n).toBe(2);
  });

  it("has each row as a primary sampling unit of its stratum without clusters", () => {
    const design = surveyDesign({ strata });
    expect(design.psu).toBeNull();
    expect(design.psuCount).toBe(6);
    expect(design.psuStratum).toEqual(Int32Array.of(0, 0, 0, 1, 1, 1));
    expect(design.stratumPsus).toEqual(Int32Array.of(3, 3));
  });

  it("counts a cluster of the same name in two strata as two clusters", () => {
    const design = surveyDesign({ strata, clusters: factor(["x", "x", "y", "x", "y", "y"]) });
    expect(design.psu).toEqual(Int32Array.of(0, 0, 1, 2, 3, 3));
    expect(design.psuCount).toBe(4);
    expect(design.psuStratum).toEqual(Int32Array.of(0, 0, 1, 1));
    expect(design.stratumPsus).toEqual(Int32Array.of(2, 2));
  });

  it("finds the clusters of rows in any order", () => {
    const design = surveyDesign({
      strata: factor(["a", "b", "a", "b", "a"]),
      clusters: factor(["x", "x", "x", "x", "y"]),
    });
    expect(design.psu).toEqual(Int32Array.of(0, 1, 0, 1, 2));
    expect(design.stratumPsus).toEqual(Int32Array.of(2, 1));
  });

  it("has weights of population / sample by stratum where sizes are given and weights are not", () => {
    // 3 of 10 in stratum a and 3 of 6 in b.
    const design = surveyDesign({ strata, populationSizes: [10, 10, 10, 6, 6, 6] });
    expect(design.samplingFraction).toEqual(Float64Array.of(0.3, 0.5));
    expect(design.weights).toEqual(Float64Array.of(1 / 0.3, 1 / 0.3, 1 / 0.3, 2, 2, 2));
    const given = surveyDesign({ strata, weights: [1, 1, 1, 1, 1, 4], populationSizes: [6, 6, 6, 6, 6, 6] });
    expect(given.weights).toEqual(Float64Array.of(1, 1, 1, 1, 1, 4));
    expect(given.samplingFraction).toEqual(Float64Array.of(0.5, 0.5));
  });

  it("takes population sizes in clusters where there are clusters", () => {
    // 2 of 8 clusters in each stratum: every row weighs 4.
    const design = surveyDesign({
      strata,
      clusters: factor(["x", "x", "y", "x", "y", "y"]),
      populationSizes: [8, 8, 8, 8, 8, 8],
    });
    expect(design.samplingFraction).toEqual(Float64Array.of(0.25, 0.25));
    expect(design.weights).toEqual(new Float64Array(6).fill(4));
  });

  it("has no units and no fraction in a stratum that does not occur", () => {
    const design = surveyDesign({
      strata: factor(["b", "b"], { levels: ["a", "b"] }),
      populationSizes: [4, 4],
    });
    expect(design.stratumPsus).toEqual(Int32Array.of(0, 2));
    expect(design.samplingFraction).toEqual(Float64Array.of(0, 0.5));
  });
});

describe("a design throws", () => {
  const faults: [string, Parameters<typeof surveyDesign>[0]][] = [
    ["a design needs a column or the number of its rows", {}],
    ["columns of 3, 2 rows", { n: 3, weights: [1, 1] }],
    ["columns of 2, 6 rows", { weights: [1, 1], strata }],
    ["a design needs at least one row, not 0", { n: 0 }],
    ["a design needs at least one row, not 1.5", { n: 1.5 }],
    ["row 2 has no stratum; every row needs a stratum", { strata: factor(["a", null]) }],
    ["row 1 has no cluster; every row needs a cluster", { clusters: factor(["", "a"]) }],
    ["the weight of row 2 is -1; expected 0 or more", { weights: [1, -1] }],
    ["the weight of row 1 is NaN; expected 0 or more", { weights: [Number.NaN, 1] }],
    ["the weight of row 3 is Infinity; expected 0 or more", { weights: [1, 1, Infinity] }],
    ["no weight is above 0", { weights: [0, 0] }],
    ["row 1 has a population size of 0", { populationSizes: [0, 4] }],
    ["row 1 has a population size of NaN", { populationSizes: [Number.NaN, 4] }],
    ["row 1 has a population size of Infinity", { populationSizes: [Infinity, Infinity] }],
    ["the population has 3 units in the sample and 2 in the population", { populationSizes: [2, 2, 2] }],
    [
      "stratum b has 3 units in the sample and 2.5 in the population",
      { strata, populationSizes: [3, 3, 3, 2.5, 2.5, 2.5] },
    ],
    ["row 3 gives stratum a the size 9 after 10", { strata, populationSizes: [10, 10, 9, 5, 5, 5] }],
    ["row 2 gives the population the size 9 after 10", { populationSizes: [10, 9] }],
  ];

  it.each(faults)("%s", (message, columns) => {
    expect(() => surveyDesign(columns)).toThrow(new RangeError(message));
  });
});

it("passes weights of which one is above 0", () => {
  expect(() => assertWeights(Float64Array.of(0, 0, 1e-300))).not.toThrow();
});
