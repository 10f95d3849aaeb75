import { describe, expect, it } from "vitest";
import { factor } from "../../../src/stats/design/factor.js";
import { jackknife } from "../../../src/stats/design/jackknife.js";
import { type SurveyDesign, surveyDesign } from "../../../src/stats/design/survey-design.js";
import { cellTotals } from "../../../src/stats/estimates/cell-totals.js";
import { contrast } from "../../../src/stats/estimates/contrast.js";
import type { Estimate } from "../../../src/stats/estimates/estimate.js";
import { mean } from "../../../src/stats/estimates/mean.js";
import { proportion } from "../../../src/stats/estimates/proportion.js";
import { quantile } from "../../../src/stats/estimates/quantile.js";
import { ratio } from "../../../src/stats/estimates/ratio.js";
import { total } from "../../../src/stats/estimates/total.js";
import { proportionInterval } from "../../../src/stats/intervals/proportion-interval.js";
import { proportionReliability } from "../../../src/stats/intervals/reliability.js";
import { differenceTest } from "../../../src/stats/testing/difference-test.js";
import { raoScottTest } from "../../../src/stats/testing/rao-scott.js";
import { waldIndependenceTest } from "../../../src/stats/testing/wald-independence.js";
import { calibrate } from "../../../src/stats/weighting/calibrate.js";
import { expectAllNear, expectNear } from "./near.js";
import { column, designOfRows, drawnSurvey, groupOf, numbers } from "./sample.js";

const level = 0.95;
const first = ({ estimates }: { estimates: readonly Estimate[] }) => estimates[0] as Estimate;

describe("the trap of dropping rows", () => {
  // Clusters x, y, z of one stratum; the domain has no row in z.
  const clusters = ["x", "x", "y", "y", "z", "z"];
  const design = surveyDesign({ clusters: factor(clusters) });
  const y = numbers(1, 5, 3, 7, 9, 9);
  // Rows 1, 3, 4: mean 11/3, scores (y - 11/3) / 3: x -8/9, y 8/9, z 0: 3/2 * 128/81 = 64/27. Dropped, 2 * 128/81.
  const inside = [true, false, true, true, false, false];
  const domain = first(mean(design, y, { level, domain: inside }));
  const dropped = first(
    mean(surveyDesign({ clusters: factor(["x", "y", "y"]) }), numbers(1, 3, 7), { level }),
  );

  it("a domain keeps the clusters in which it has no rows", () => {
    expectNear(domain.standardError, Math.sqrt(64 / 27));
    expectNear(dropped.standardError, Math.sqrt(256 / 81));
    expectNear(domain.estimate, dropped.estimate);
  });

  it("rows without an answer stay in the design as rows out of the domain do", () => {
    const answered = y.map((value, i) => (inside[i] ? value : Number.NaN));
    expect(first(mean(design, answered, { level }))).toEqual(domain);
  });

  it("the variance of a total in a domain has the uncertainty of the domain's size", () => {
    // 1 for three of six rows: 0 spread among them, 6/5 * 6/4 about one half for the size.
    const found = first(
      total(surveyDesign({ n: 6 }), new Float64Array(6).fill(1), { level, domain: inside }),
    );
    expectNear(found.standardError, Math.sqrt(9 / 5));
  });

  it("the same holds by replicates", () => {
    const made = jackknife(design, { method: "JK1", mse: true });
    const ones = new Float64Array(6).fill(1);
    // The size of the domain is linear in the weights: exactly the linearised variance.
    expectAllNear(
      total(made, ones, { level, domain: inside }).covariance,
      total(design, ones, { level, domain: inside }).covariance,
    );
    expect(first(total(made, ones, { level, domain: inside })).standardError).toBeGreaterThan(0);
  });
});

describe("the trap of the whole sample in a group", () => {
  const rows = drawnSurvey(21, { strata: 2, clusters: 6, rows: 4 });
  const design = designOfRows(rows);
  const by = [groupOf(rows)];
  const found = proportion(design, column(rows, "has"), { level, by, interval: "beta" });

  it("n of the whole sample in a group's interval: each has the interval of its own n", () => {
    for (const { estimate: p, n, df, standardError, low, high } of found.estimates.slice(0, 2)) {
      const own = proportionInterval({ p, n, df, variance: standardError ** 2, level, method: "beta" });
      const whole = proportionInterval({ p, n: 48, df, variance: standardError ** 2, level, method: "beta" });
      expectNear(low, own?.low as number, { relative: 1e-12 });
      expectNear(high, own?.high as number, { relative: 1e-12 });
      expect(n).toBeLessThan(48);
      expect(Math.abs((whole?.high as number) - (high as number))).toBeGreaterThan(1e-5);
    }
  });

  it("degrees of freedom of the whole design in a group: each has those of its own clusters and strata", () => {
    const strata = factor(["a", "a", "a", "b", "b", "b"]);
    const clusters = factor(["x", "y", "z", "x", "y", "z"]);
    const groups = factor(["p", "p", "q", "q", "q", "q"]);
    const { estimates } = mean(surveyDesign({ strata, clusters }), numbers(1, 2, 3, 4, 5, 6), {
      ...{ level, by: [groups] },
    });
    // p: two clusters of a. q: one of a and three of b. The design: 4.
    expect(estimates.map(({ df }) => df)).toEqual([1, 2]);
  });

  it("the level left behind under groups: every interval has the level that was asked for", () => {
    const at = (of: number) => mean(design, column(rows, "y"), { level: of, by }).estimates.slice(0, 2);
    at(0.8).forEach((narrow, g) => {
      const wide = at(0.99)[g] as Estimate;
      expect([narrow.level, wide.level]).toEqual([0.8, 0.99]);
      expect((wide.high as number) - (wide.low as number)).toBeGreaterThan(
        1.5 * ((narrow.high as number) - (narrow.low as number)),
      );
    });
  });
});

describe("the trap of groups that are lost", () => {
  const by = [factor(["p", "p", "q", "q"], { name: "part", levels: ["p", "q", "r"] })];
  const design = surveyDesign({ n: 4 });

  it("a group without interviews is kept, with n 0 and no number", () => {
    const { estimates } = proportion(design, numbers(1, 0, 1, 1), { level, by, interval: "wilson" });
    expect(estimates.map(({ by: at, n }) => [at.part, n])).toEqual([
      ["p", 2],
      ["q", 2],
      ["r", 0],
    ]);
    expect(estimates[2]).toMatchObject({
      ...{ estimate: Number.NaN, standardError: Number.NaN, low: null, high: null, reliability: null },
    });
  });

  it("a combination of two factors that nobody has is kept", () => {
    const crossed = mean(design, numbers(1, 2, 3, 4), { level, by: [...by, factor(["m", "f", "m", "m"])] });
    expect(crossed.estimates.map(({ n }) => n)).toEqual([1, 1, 0, 2, 0, 0]);
  });

  it("the others of a table stay known beside it", () => {
    const { covariance } = total(design, numbers(1, 2, 3, 4), { level, by });
    expect(Array.from(covariance, Number.isNaN)).toEqual([
      ...[false, false, true],
      ...[false, false, true],
      ...[true, true, true],
    ]);
  });

  it("a group where nobody or everybody has it has an interval", () => {
    const ten = surveyDesign({ n: 20 });
    const groups = [factor([...new Array(10).fill("none"), ...new Array(10).fill("all")])];
    const y = Float64Array.from({ length: 20 }, (_, i) => (i < 10 ? 0 : 1));
    for (const interval of ["beta", "wilson", "arcsine"] as const) {
      const { estimates } = proportion(ten, y, { level, by: groups, interval });
      // 1 - 0.025^(1/10) is 0.3085.
      expect(estimates.map(({ low }) => low)).toEqual([expect.closeTo(0.6915, 4), 0]);
      expect(estimates.map(({ high }) => high)).toEqual([1, expect.closeTo(0.3085, 4)]);
    }
  });

  it("a missing group counts for none, and not as a group of its own", () => {
    const some = [factor(["p", null, "q", ""])];
    expect(mean(design, numbers(1, 2, 3, 4), { level, by: some }).estimates.map(({ n }) => n)).toEqual([
      1, 1,
    ]);
  });
});

describe("the trap of too few degrees of freedom", () => {
  it("without any there is no interval, for all the standard error", () => {
    // One cluster in each of two strata counts, of two: 2 - 2 = 0.
    const design = surveyDesign({
      strata: factor(["a", "a", "b", "b"]),
      clusters: factor(["x", "y", "x", "y"]),
    });
    const options = { level, domain: [1, 0, 1, 0] };
    for (const found of [
      mean(design, numbers(1, 2, 5, 3), options),
      total(design, numbers(1, 2, 5, 3), options),
      ratio(design, numbers(1, 2, 5, 3), numbers(1, 1, 2, 1), options),
      quantile(design, numbers(1, 2, 5, 3), { ...options, probability: 0.5, rule: "school" }),
      proportion(design, numbers(1, 0, 0, 1), { ...options, interval: "wilson" }),
      proportion(design, numbers(1, 1, 1, 1), { ...options, interval: "beta" }),
    ])
      expect(first(found)).toMatchObject({ n: 2, df: 0, low: null, high: null, method: null });
    expect(first(mean(design, numbers(1, 2, 5, 3), options)).standardError).toBeGreaterThan(0);
  });

  it("z where t is due: with 2 degrees of freedom the interval is 4.303 and not 1.96 standard errors wide", () => {
    const { estimate, standardError, high } = first(
      mean(surveyDesign({ n: 3 }), numbers(1, 2, 6), { level }),
    );
    expectNear(((high as number) - estimate) / standardError, 4.30265272974946);
  });

  it("a test has its two groups' degrees of freedom less one, and t's tails", () => {
    const means = mean(surveyDesign({ n: 4 }), numbers(1, 2, 5, 7), { level, by: [factor([1, 1, 2, 2])] });
    const { t, df, p } = differenceTest(means, 0, 1, { level });
    expect(df).toBe(2);
    expectNear(p, 1 - Math.abs(t) / Math.sqrt(2 + t * t));
  });
});

describe("the trap of scale", () => {
  const rows = drawnSurvey(5, { strata: 2, clusters: 5, rows: 4 });
  const design = designOfRows(rows);

  it("percentages: y of 0 and 100 has 100 times the standard error, not its square or the same", () => {
    const share = first(mean(design, column(rows, "has"), { level }));
    const percent = first(
      mean(
        design,
        column(rows, "has").map((value) => 100 * value),
        { level },
      ),
    );
    expectNear(percent.standardError, 100 * share.standardError);
    expectNear(percent.low, 100 * (share.low as number), { absolute: 1e-10 });
    expectNear(percent.cv, share.cv as number);
    expectNear(percent.effectiveN, share.effectiveN as number);
  });

  it("percentages are no proportions", () => {
    expect(() => proportion(surveyDesign({ n: 2 }), numbers(0, 100), { level, interval: "logit" })).toThrow(
      new RangeError("row 2 has the answer 100; a proportion needs 0 or 1"),
    );
  });

  it("weights as frequencies: weights ten times as large leave standard errors as they are", () => {
    const large = designOfRows(rows, { scale: 10 });
    const has = column(rows, "has");
    const options = { level, interval: "beta" } as const;
    const found = first(proportion(design, has, options));
    const scaled = first(proportion(large, has, options));
    expectNear(scaled.standardError, found.standardError);
    expectNear(scaled.low, found.low as number);
    expectNear(scaled.effectiveN, found.effectiveN as number);
    expect(scaled.n).toBe(40);
  });

  it("weights scaled to n as a population: the design effect without replacement is refused, not 1 / 0", () => {
    const sum = rows.reduce((all, { weight }) => all + weight, 0);
    const scaled = designOfRows(rows, { scale: 40 / sum });
    expect(() => mean(scaled, column(rows, "y"), { level, deffReference: "without-replacement" })).toThrow(
      /do not tell the size of a population/,
    );
    const { deff } = first(mean(scaled, column(rows, "y"), { level, deffReference: "with-replacement" }));
    expect(deff).toBeGreaterThan(0);
  });

  it("a test of a table that counts weights as people", () => {
    const p = (scale: number) => {
      const table = cellTotals(
        designOfRows(rows, { scale }),
        groupOf(rows),
        factor(Array.from(column(rows, "has"))),
      );
      return [
        raoScottTest(table, "first").p,
        raoScottTest(table, "second").p,
        waldIndependenceTest(table, "wald").p,
      ];
    };
    expectAllNear(p(1000), p(1), { relative: 1e-9 });
  });
});

describe("the trap of 1 - p", () => {
  it("tails far out are small and not 0: t = 40", () => {
    // 2000 rows of each group about 0 and 1, by turns 0.8 standard deviations up and down.
    const n = 2000;
    const y = Float64Array.from(
      { length: 2 * n },
      (_, i) => (i < n ? 0 : 1) + (i % 2 === 0 ? 0.790569 : -0.790569),
    );
    const by = [factor(Array.from(y, (_, i) => (i < n ? "a" : "b")))];
    const found = differenceTest(mean(surveyDesign({ n: 2 * n }), y, { level, by }), 0, 1, { level });
    expect(found.t).toBeCloseTo(40, 1);
    // R 2 * pt(40, 3998, lower.tail = FALSE) is 1.4e-294.
    expect(found.p).toBeGreaterThan(1e-300);
    expect(found.p).toBeLessThan(1e-280);
  });

  it("tables far from independence have a p above 0", () => {
    const cells = Array.from({ length: 600 }, (_, i) => [i % 2, i % 20 === 0 ? 1 - (i % 2) : i % 2] as const);
    const table = cellTotals(
      surveyDesign({ n: 600 }),
      factor(cells.map(([r]) => r)),
      factor(cells.map(([, c]) => c)),
    );
    for (const { p } of [
      raoScottTest(table, "first"),
      raoScottTest(table, "second"),
      waldIndependenceTest(table, "wald"),
    ]) {
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThan(1e-60);
    }
  });
});

describe("the trap of order", () => {
  const rows = drawnSurvey(9, { strata: 3, clusters: 4, rows: 5 });
  const turned = [...rows].reverse();

  it("results are the same for rows in another order", () => {
    const all = (of: typeof rows, design: SurveyDesign) => {
      const by = [groupOf(of)];
      const table = cellTotals(design, groupOf(of), factor(Array.from(column(of, "has"))));
      const means = mean(design, column(of, "y"), { level, by });
      return [
        ...means.covariance,
        ...means.estimates.flatMap(({ estimate, low, high }) => [estimate, low ?? 0, high ?? 0]),
        ...total(design, column(of, "y"), { level, by }).covariance,
        ...ratio(design, column(of, "y"), column(of, "x"), { level, by }).covariance,
        ...quantile(design, column(of, "y"), { level, by, probability: 0.3, rule: "school" }).covariance,
        differenceTest(means, 0, 1, { level }).p,
        raoScottTest(table, "second").p,
        waldIndependenceTest(table, "adjusted-wald").p,
      ];
    };
    expectAllNear(all(turned, designOfRows(turned)), all(rows, designOfRows(rows)), {
      relative: 1e-10,
      absolute: 1e-13,
    });
    const replicates = (of: typeof rows) =>
      all(of, jackknife(designOfRows(of), { method: "JKn", mse: false }));
    expectAllNear(replicates(turned), replicates(rows), { relative: 1e-10, absolute: 1e-13 });
  });

  it("clusters that are numbered anew in each stratum are not one cluster", () => {
    const strata = factor(rows.map(({ stratum }) => stratum));
    const names = (of: (row: (typeof rows)[number]) => string) => factor(rows.map(of));
    const again = surveyDesign({ strata, clusters: names(({ cluster }) => cluster) });
    const apart = surveyDesign({ strata, clusters: names((row) => row.stratum + row.cluster) });
    expect(again.psuCount).toBe(12);
    expect(mean(again, column(rows, "y"), { level }).covariance).toEqual(
      mean(apart, column(rows, "y"), { level }).covariance,
    );
  });

  it("numbers as levels are in order of size: 10 comes after 9", () => {
    const by = [factor([10, 9, 10, 9], { name: "age" })];
    const { estimates } = mean(surveyDesign({ n: 4 }), numbers(1, 2, 3, 4), { level, by });
    expect(estimates.map(({ by: at, estimate }) => [at.age, estimate])).toEqual([
      ["9", 3],
      ["10", 2],
    ]);
  });
});

describe("the trap of weights that were adjusted", () => {
  const x = numbers(0, 1, 2, 5, 3);
  const y = numbers(1, 4, 2, 9, 3);
  const weights = [1, 2, 3, 1, 2];
  const ones = new Float64Array(5).fill(1);
  const sum = (of: (i: number) => number) => weights.reduce((all, _, i) => all + of(i), 0);
  const { design } = calibrate(surveyDesign({ weights }), [ones, x], [10, 22], { distance: "linear" });

  it("a total that calibration made certain has no standard error", () => {
    const found = first(total(design, x, { level }));
    expectNear(found.estimate, 22);
    expectNear(found.standardError, 0, { absolute: 1e-12 });
  });

  it("another has that of what regression at the weights before leaves, times the weights after", () => {
    const [n, sx, sxx, sy, sxy] = [1, 0, 0, 0, 0].map((_, at) =>
      sum((i) => {
        const [xi, yi] = [x[i] as number, y[i] as number];
        return (weights[i] as number) * ([1, xi, xi * xi, yi, xi * yi][at] as number);
      }),
    ) as [number, number, number, number, number];
    const slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
    const start = (sy - slope * sx) / n;
    const scores = y.map((yi, i) => (design.weights[i] as number) * (yi - start - slope * (x[i] as number)));
    const middle = scores.reduce((all, score) => all + score, 0) / 5;
    const squares = scores.reduce((all, score) => all + (score - middle) ** 2, 0);
    expectNear(first(total(design, y, { level })).standardError, Math.sqrt((squares * 5) / 4));
  });
});

describe("the trap of numbers that say nothing", () => {
  it("an interval of 1.4 times the proportion is too wide to show", () => {
    const at = (p: number, n: number) =>
      proportionReliability({ p, n, df: n - 1, variance: (p * (1 - p)) / (n - 1) });
    // 12 of 150: 0.0420 to 0.1356, 1.17 times. 9 of 120: 0.0349 to 0.1376, 1.37 times.
    expect(at(0.08, 150).flag).toBe("show");
    expect(at(0.075, 120)).toMatchObject({
      flag: "suppress",
      reasons: ["interval wider than 130% of the proportion"],
    });
    expect(at(0.075, 120).width / 0.075).toBeLessThan(1.5);
  });
});

describe("the trap of independence", () => {
  it("groups that share clusters are compared with the covariance between them", () => {
    // The same three clusters in both periods, each up by 1 or so: V = Va + Vb - 2 Cab is far below Va + Vb.
    const design = surveyDesign({ clusters: factor(["x", "y", "z", "x", "y", "z"]) });
    const by = [factor([1, 1, 1, 2, 2, 2], { name: "period" })];
    const means = mean(design, numbers(0, 5, 10, 1, 6.3, 11), { level, by });
    const found = differenceTest(means, 0, 1, { level });
    // Changes 1, 1.3, 1: mean 1.1, variance 0.03 / 3.
    expectNear(found.estimate, 1.1);
    expectNear(found.standardError, 0.1);
  });

  it("a whole less a part is no difference of two samples", () => {
    const y = numbers(1, 3, 6, 10);
    const design = surveyDesign({ n: 4 });
    const parts = mean(design, y, { level, by: [factor(["p", "p", "q", "q"])] });
    // All less p is half the difference of q and p.
    const half = contrast(parts, [-0.5, 0.5], { level });
    expectNear(half.estimate, first(mean(design, y, { level })).estimate - 2);
  });
});
