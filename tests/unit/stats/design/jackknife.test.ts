import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covarianceOfTotals } from "../../../../src/stats/design/covariance.js";
import { factor } from "../../../../src/stats/design/factor.js";
import { jackknife } from "../../../../src/stats/design/jackknife.js";
import { type ReplicateWeights, replicateCovariance } from "../../../../src/stats/design/replicates.js";
import type { Adjustment } from "../../../../src/stats/design/survey-design.js";
import {
  type SinglePsu,
  type SurveyDesign,
  surveyDesign,
} from "../../../../src/stats/design/survey-design.js";
import { ratio } from "../../../../src/stats/estimates/ratio.js";
import { expectAllNear, expectNear } from "../near.js";
import { column, designOfRows, groupOf, numbers, surveys } from "../sample.js";

const replicatesOf = ({ replicates }: SurveyDesign) => replicates as ReplicateWeights;

/** The replicates' variance of a weighted total. */
function varianceOfTotal(design: SurveyDesign, y: Float64Array): number {
  const full = design.weights.reduce((sum, w, i) => sum + w * (y[i] as number), 0);
  return replicateCovariance(replicatesOf(design), replicatesOf(design).totals([y]), [full])[0] as number;
}

function weightsOf(design: SurveyDesign): Float64Array[] {
  return Array.from({ length: replicatesOf(design).count }, (_, r) => {
    const out = new Float64Array(design.n);
    replicatesOf(design).weightsOf(r, out);
    return out;
  });
}

describe("JK1, by hand", () => {
  const y = numbers(1, 2, 6);

  it("leaves each row out in turn and weighs up the others", () => {
    const design = jackknife(surveyDesign({ n: 3 }), { method: "JK1", mse: true });
    expect(weightsOf(design)).toEqual([numbers(0, 1.5, 1.5), numbers(1.5, 0, 1.5), numbers(1.5, 1.5, 0)]);
    expect(replicatesOf(design)).toMatchObject({
      method: "JK1",
      count: 3,
      scale: 2 / 3,
      mse: true,
      df: null,
    });
    expect(replicatesOf(design).rscales).toEqual(numbers(1, 1, 1));
    // Totals 12, 10.5, 4.5 about 9: (9 + 2.25 + 20.25) * 2 / 3 = 21, as by linearisation.
    expect(replicatesOf(design).totals([y])).toEqual(numbers(12, 10.5, 4.5));
    expectNear(varianceOfTotal(design, y), 21);
  });

  it("has the finite population correction in its scale", () => {
    // 3 of 12: 3/4 of 2/3.
    const design = surveyDesign({ weights: [1, 1, 1], populationSizes: [12, 12, 12] });
    expectNear(replicatesOf(jackknife(design, { method: "JK1", mse: true })).scale, 0.5);
    expectNear(varianceOfTotal(jackknife(design, { method: "JK1", mse: true }), y), 0.75 * 21);
  });

  it("has that correction where the only stratum that occurs is not the first level", () => {
    const strata = factor(["b", "b", "b"], { levels: ["a", "b"] });
    const design = surveyDesign({ strata, weights: [1, 1, 1], populationSizes: [12, 12, 12] });
    expectNear(varianceOfTotal(jackknife(design, { method: "JK1", mse: true }), y), 0.75 * 21);
  });

  it("measures from the full estimate with mse and from the replicates' mean without", () => {
    // 1 / 1 and 2 / 4, together 3 / 5. Without the first 0.5, without the second 1; scale 1/2.
    // From 0.6: (0.01 + 0.16) / 2 = 0.085. From 0.75: 2 * 0.0625 / 2 = 0.0625.
    const variance = (mse: boolean) => {
      const design = jackknife(surveyDesign({ n: 2 }), { method: "JK1", mse });
      return ratio(design, numbers(1, 2), numbers(1, 4), { level: 0.95 }).covariance[0];
    };
    expectNear(variance(true), 0.085);
    expectNear(variance(false), 0.0625);
  });

  it("throws for a design with strata", () => {
    expect(() =>
      jackknife(surveyDesign({ strata: factor(["a", "a", "b", "b"]) }), { method: "JK1", mse: true }),
    ).toThrow(new RangeError("JK1 is for a design without strata; use JKn"));
  });
});

describe("JKn, by hand", () => {
  const strata = factor(["a", "a", "b", "b", "b"]);
  const clusters = factor(["x", "y", "x", "y", "y"]);

  it("leaves each cluster out in turn and weighs up the others of its stratum", () => {
    const design = jackknife(surveyDesign({ strata, clusters }), { method: "JKn", mse: true });
    expect(weightsOf(design)).toEqual([
      numbers(0, 2, 1, 1, 1),
      numbers(2, 0, 1, 1, 1),
      numbers(1, 1, 0, 2, 2),
      numbers(1, 1, 2, 0, 0),
    ]);
    expect(replicatesOf(design)).toMatchObject({ method: "JKn", scale: 1, df: null });
    expect(replicatesOf(design).rscales).toEqual(numbers(0.5, 0.5, 0.5, 0.5));
  });

  it("has the finite population correction of each stratum in its rscales", () => {
    // a: 2 of 8, 3/4 * 1/2; b: 3 of 6, 1/2 * 2/3.
    const design = surveyDesign({ strata, populationSizes: [8, 8, 6, 6, 6] });
    expectAllNear(replicatesOf(jackknife(design, { method: "JKn", mse: true })).rscales, [
      ...[0.375, 0.375],
      ...[1 / 3, 1 / 3, 1 / 3],
    ]);
  });

  it("has no replicates of a stratum that is in the sample entirely, also not in their mean", () => {
    const whole = surveyDesign({ strata, weights: [1, 1, 1, 1, 1], populationSizes: [2, 2, 6, 6, 6] });
    const design = jackknife(whole, { method: "JKn", mse: false });
    expect(replicatesOf(design).count).toBe(3);
    // b: 2, 2, 8, 36 as if with replacement, of which half.
    expectNear(varianceOfTotal(design, numbers(5, 50, 2, 2, 8)), 18);
  });
});

describe("a stratum of one primary sampling unit in JKn", () => {
  // a: 3; b: 1, 5. The total is 9; without a row of b 3 + 10 = 13 or 3 + 2 = 5.
  const strata = factor(["a", "b", "b"]);
  const y = numbers(3, 1, 5);
  const design = (singlePsu: SinglePsu, populationSizes?: number[]) =>
    surveyDesign({ strata, weights: [1, 1, 1], singlePsu, ...(populationSizes && { populationSizes }) });
  const made = (policy: SinglePsu, sizes?: number[]) =>
    jackknife(design(policy, sizes), { method: "JKn", mse: true });

  it("is an error by default", () => {
    expect(() => made("error")).toThrow(
      new RangeError("Stratum a has one primary sampling unit, which no replicate can leave out"),
    );
    expect(() => jackknife(surveyDesign({ n: 1 }), { method: "JK1", mse: true })).toThrow(
      new RangeError("The design has one primary sampling unit, which no replicate can leave out"),
    );
  });

  it("has no replicate where it is certain: (16 + 16) / 2", () => {
    expect(replicatesOf(made("certainty")).count).toBe(2);
    expectNear(varianceOfTotal(made("certainty"), y), 16);
  });

  it("has the average of the others as by linearisation: twice 16", () => {
    expect(replicatesOf(made("average"))).toMatchObject({ count: 2, scale: 2 });
    expectNear(varianceOfTotal(made("average"), y), 32);
    expectAllNear(covarianceOfTotals(design("average"), [y]), [32]);
  });

  it("has under adjust a replicate in which all other strata take over", () => {
    // (1 + 5) * 2 / 1 = 12, 3 from 9: rscale 1/2 gives 4.5 beside 16.
    expect(weightsOf(made("adjust"))[0]).toEqual(numbers(0, 2, 2));
    expectNear(varianceOfTotal(made("adjust"), y), 20.5);
    // 1 of 4: 3/4 of 4.5, and half of 16.
    expectNear(varianceOfTotal(made("adjust", [4, 4, 4]), y), 3.375 + 8);
  });

  it("that is the whole population of its stratum is no error and has no replicate", () => {
    expect(replicatesOf(made("error", [1, 4, 4])).count).toBe(2);
    expectNear(varianceOfTotal(made("error", [1, 4, 4]), y), 8);
  });

  it("has no average where every stratum is one", () => {
    const lone = surveyDesign({ strata: factor(["a", "b"]), singlePsu: "average" });
    expect(() => jackknife(lone, { method: "JKn", mse: true })).toThrow(
      new RangeError("every stratum has one primary sampling unit: there is no average"),
    );
  });
});

it("throws for weights that were adjusted before", () => {
  const adjustment: Adjustment = {
    kind: "post-stratification",
    initial: numbers(1, 1),
    final: numbers(1, 1),
    strata: factor(["a", "a"]),
  };
  expect(() =>
    jackknife({ ...surveyDesign({ n: 2 }), adjustments: [adjustment] }, { method: "JK1", mse: true }),
  ).toThrow(
    new RangeError("make replicate weights before the weights are adjusted, so that each is adjusted too"),
  );
});

it("has the covariance of totals that linearisation has, exactly, about either centre", () => {
  fc.assert(
    fc.property(surveys, fc.boolean(), fc.boolean(), (rows, clusters, mse) => {
      const plain = designOfRows(rows, { clusters });
      const strata = plain.stratumPsus.length;
      // With a correction: f of a fourth.
      const design = { ...plain, samplingFraction: new Float64Array(strata).fill(0.25) };
      const { codes } = groupOf(rows);
      const columns = [0, 1, 2].map((g) => column(rows, "y").map((y, i) => (codes[i] === g ? y : 0)));
      const scores = columns.map((y) => y.map((value, i) => value * (plain.weights[i] as number)));
      const full = scores.map((score) => score.reduce((sum, value) => sum + value, 0));
      const replicates = replicatesOf(jackknife(design, { method: "JKn", mse }));
      expectAllNear(
        replicateCovariance(replicates, replicates.totals(columns), full),
        covarianceOfTotals(design, scores),
        { absolute: 1e-9 },
      );
    }),
    { seed: 1, numRuns: 100 },
  );
});

it("has totals that are those of the weights it writes out", () => {
  fc.assert(
    fc.property(surveys, fc.constantFrom<SinglePsu>("certainty", "adjust", "average"), (rows, singlePsu) => {
      const design = jackknife(
        surveyDesign({
          weights: [...rows.map(({ weight }) => weight), 2],
          strata: factor([...rows.map(({ stratum }) => stratum), "lone"]),
          clusters: factor([...rows.map(({ cluster }) => cluster), "c"]),
          singlePsu,
        }),
        { method: "JKn", mse: false },
      );
      const y = numbers(...column(rows, "y"), 3);
      expectAllNear(
        replicatesOf(design).totals([y]),
        weightsOf(design).map((w) => w.reduce((sum, weight, i) => sum + weight * (y[i] as number), 0)),
        { absolute: 1e-11 },
      );
    }),
    { seed: 1, numRuns: 50 },
  );
});
