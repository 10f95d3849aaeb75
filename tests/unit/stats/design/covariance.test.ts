import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covarianceByGroup, covarianceOfTotals } from "../../../../src/stats/design/covariance.js";
import { factor } from "../../../../src/stats/design/factor.js";
import { stratumFactors } from "../../../../src/stats/design/stratum-factors.js";
import type { Adjustment } from "../../../../src/stats/design/survey-design.js";
import { type SinglePsu, surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { expectAllNear } from "../near.js";
import { column, designOfRows, drawnSurvey, groupOf, numbers, surveys } from "../sample.js";

const strata = factor(["a", "a", "b", "b", "b"]);
const clusters = factor(["x", "y", "x", "y", "y"]);
const scores = [numbers(1, 3, 2, 2, 8), numbers(2, 0, 1, 1, 1)];

describe("the covariance of totals, by hand", () => {
  it("of a simple random sample is n / (n - 1) times the squared distances from the mean", () => {
    // 1, 2, 6 about 3: (4 + 1 + 9) * 3 / 2 = 21.
    expect(covarianceOfTotals(surveyDesign({ n: 3 }), [numbers(1, 2, 6)])).toEqual(numbers(21));
  });

  it("adds strata, each about its own mean", () => {
    // a: 1, 3 about 2: 2 * 2 / 1 = 4. b: 2, 2, 8 about 4: 24 * 3 / 2 = 36.
    // With 2, 0: (-1 * 1 + 1 * -1) * 2 = -4, and b has no spread; alone 2 * 2 = 4.
    expectAllNear(covarianceOfTotals(surveyDesign({ strata }), scores), [40, -4, -4, 4]);
  });

  it("is between the sums of clusters within strata", () => {
    // a: 1 and 3, 4 as before. b: 2 and 2 + 8 = 10 about 6: 32 * 2 / 1 = 64.
    // Crossed with 2, 0 and 1, 2: -4 + (-4 * -0.5 + 4 * 0.5) * 2 = 4; alone 4 + 0.5 * 2 = 5.
    expectAllNear(covarianceOfTotals(surveyDesign({ strata, clusters }), scores), [68, 4, 4, 5]);
  });

  it("is between all clusters without strata", () => {
    // x: 1 + 2 = 3, y: 3 + 2 + 8 = 13, about 8: 50 * 2 / 1 = 100.
    expectAllNear(covarianceOfTotals(surveyDesign({ clusters }), scores.slice(0, 1)), [100]);
  });

  it("has the finite population correction 1 - f of each stratum", () => {
    // a: 2 of 4 leaves half of 4; b: 3 of 12 leaves 3/4 of 36.
    const design = surveyDesign({ strata, weights: [1, 1, 1, 1, 1], populationSizes: [4, 4, 12, 12, 12] });
    expectAllNear(covarianceOfTotals(design, scores.slice(0, 1)), [2 + 27]);
  });

  it("is nothing in a stratum that is in the sample entirely", () => {
    const design = surveyDesign({ strata, populationSizes: [2, 2, 12, 12, 12] });
    expectAllNear(covarianceOfTotals(design, scores.slice(0, 1)), [27]);
  });

  it("takes post-strata out of the scores first", () => {
    // Cells 1, 2 | 3, 4, 5 at weights of 1: 1, 3 about 2 and 2, 2, 8 about 4 leave -1, 1, -2, -2, 4, a sum of 0.
    // Squares 26 * 5 / 4 = 32.5, against 1, 3, 2, 2, 8 about 3.2: 30.8 * 5 / 4 = 38.5 without.
    const adjustment: Adjustment = {
      kind: "post-stratification",
      initial: numbers(1, 1, 1, 1, 1),
      final: numbers(1, 1, 1, 1, 1),
      strata,
    };
    const plain = surveyDesign({ n: 5 });
    const adjusted = { ...plain, adjustments: [adjustment] };
    expectAllNear(covarianceOfTotals(plain, scores.slice(0, 1)), [38.5]);
    expectAllNear(covarianceOfTotals(adjusted, scores.slice(0, 1)), [32.5]);
    expectAllNear(covarianceByGroup(adjusted, scores[0] as Float64Array, new Int32Array(5), 1), [32.5]);
  });

  it("throws on a score of another length", () => {
    expect(() => covarianceOfTotals(surveyDesign({ n: 3 }), [numbers(1, 2)])).toThrow(
      new RangeError("2 scores for 3 rows"),
    );
  });
});

describe("a stratum of one primary sampling unit", () => {
  // Stratum a has one row with score 3; b: 1, 5 about 3: 8 * 2 = 16.
  const lone = factor(["a", "b", "b"]);
  const score = numbers(3, 1, 5);
  const with_ = (singlePsu: SinglePsu, populationSizes?: number[]) =>
    surveyDesign({
      strata: lone,
      weights: [1, 1, 1],
      singlePsu,
      ...(populationSizes && { populationSizes }),
    });

  it("is an error by default", () => {
    const message =
      "Stratum a has one primary sampling unit, so that its variance cannot be estimated; say what to do with it (certainty, adjust, average) or join strata";
    const design = surveyDesign({ strata: lone });
    expect(() => covarianceOfTotals(design, [score])).toThrow(new RangeError(message));
    expect(() => covarianceByGroup(design, score, new Int32Array(3), 1)).toThrow(new RangeError(message));
  });

  it("is an error of the whole design where this has one row", () => {
    expect(() => covarianceOfTotals(surveyDesign({ n: 1 }), [numbers(1)])).toThrow(
      new RangeError(
        "The design has one primary sampling unit, so that its variance cannot be estimated; say what to do with it (certainty, adjust, average) or join strata",
      ),
    );
  });

  it.each<[SinglePsu, number, string]>([
    ["certainty", 16, "no variance of its own"],
    ["adjust", 25, "about zero: 16 + 3²"],
    ["average", 32, "the average of the other stratum: 16 * 2 / 1"],
  ])("has under %s a variance of %d: %s", (policy, variance) => {
    expectAllNear(covarianceOfTotals(with_(policy), [score]), [variance]);
    expectAllNear(covarianceByGroup(with_(policy), score, new Int32Array(3), 1), [variance]);
  });

  it("has its finite population correction", () => {
    // 1 of 4: 9 * 3 / 4 = 6.75; b, 2 of 4: 16 / 2 = 8.
    expectAllNear(covarianceOfTotals(with_("adjust", [4, 4, 4]), [score]), [14.75]);
  });

  it("that is the whole population of its stratum is no error and has no variance", () => {
    for (const policy of ["error", "certainty", "adjust", "average"] as const)
      expectAllNear(covarianceOfTotals(with_(policy, [1, 4, 4]), [score]), [8]);
  });

  it("counts clusters, not rows", () => {
    const one = surveyDesign({ strata: factor(["a", "a", "b", "b"]), clusters: factor([1, 1, 1, 2]) });
    expect(() => covarianceOfTotals(one, [numbers(1, 2, 3, 4)])).toThrow(
      /^Stratum a has one primary sampling/,
    );
  });

  it("has no average where every stratum is one", () => {
    const design = surveyDesign({ strata: factor(["a", "b"]), singlePsu: "average" });
    expect(() => covarianceOfTotals(design, [numbers(1, 2)])).toThrow(
      new RangeError("every stratum has one primary sampling unit: there is no average"),
    );
  });

  it("does not count a stratum without rows among those averaged", () => {
    const design = surveyDesign({
      strata: factor(["a", "b", "b"], { levels: ["a", "b", "unused"] }),
      singlePsu: "average",
    });
    // (1 - f) m / (m - 1) is 2 in b, times two strata over one.
    expect(stratumFactors(design)).toEqual(numbers(0, 4, 0));
  });
});

describe("the covariance of groups", () => {
  const policies: readonly SinglePsu[] = ["certainty", "adjust", "average"];

  it("is that of one column a group, zero outside it, with clusters and without", () => {
    fc.assert(
      fc.property(surveys, fc.boolean(), fc.constantFrom(...policies), (rows, clustered, singlePsu) => {
        // A further stratum of one row, to which the policy applies.
        const design = surveyDesign({
          weights: [...rows.map(({ weight }) => weight), 1],
          strata: factor([...rows.map(({ stratum }) => stratum), "lone"]),
          ...(clustered ? { clusters: factor([...rows.map(({ cluster }) => cluster), "c"]) } : {}),
          singlePsu,
        });
        const codes = Int32Array.of(...groupOf(rows).codes, 1);
        codes[0] = -1;
        const score = numbers(...column(rows, "y"), 2);
        const columns = [0, 1, 2].map((g) => score.map((value, i) => (codes[i] === g ? value : 0)));
        expectAllNear(covarianceByGroup(design, score, codes, 3), covarianceOfTotals(design, columns), {
          relative: 1e-10,
          absolute: 1e-10,
        });
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("is negative between groups that share a stratum of rows and nothing between strata", () => {
    const design = surveyDesign({ strata });
    const codes = Int32Array.of(0, 1, 2, 2, 2);
    // In a: 1, 0 and 0, 3 about 0.5 and 1.5: (0.5 * -1.5 - 0.5 * 1.5) * 2 = -3.
    expectAllNear(covarianceByGroup(design, scores[0] as Float64Array, codes, 3), [
      ...[1, -3, 0],
      ...[-3, 9, 0],
      ...[0, 0, 36],
    ]);
  });

  it("of elements is that of clusters of one row each", () => {
    fc.assert(
      fc.property(surveys, (rows) => {
        const elements = designOfRows(rows, { clusters: false });
        const own = surveyDesign({
          weights: elements.weights,
          strata: elements.strata,
          clusters: factor(rows.map((_, i) => i)),
        });
        // A stratum of two rows at least, as surveys have.
        const score = column(rows, "y");
        const { codes } = groupOf(rows);
        expectAllNear(covarianceByGroup(elements, score, codes, 3), covarianceByGroup(own, score, codes, 3), {
          absolute: 1e-10,
        });
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it("is so for any number of units", () => {
    for (const clusters of [83, 84, 250, 251]) {
      const rows = drawnSurvey(clusters, { strata: 3, clusters, rows: 1 });
      const { codes } = groupOf(rows);
      const score = column(rows, "y");
      const columns = [0, 1].map((g) => score.map((value, i) => (codes[i] === g ? value : 0)));
      const elements = covarianceByGroup(designOfRows(rows, { clusters: false }), score, codes, 2);
      expectAllNear(covarianceByGroup(designOfRows(rows), score, codes, 2), elements);
      expectAllNear(covarianceOfTotals(designOfRows(rows), columns), elements);
    }
  });
});
