import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { calibrate } from "../../../../src/stats/weighting/calibrate.js";
import { postStratify } from "../../../../src/stats/weighting/post-stratify.js";
import { rake } from "../../../../src/stats/weighting/rake.js";
import { apart, designOf, indicators, type Sample, samples, seOfTotal, sums } from "./samples.js";

const marginsOf = ({ a, b, totals }: Sample) => [
  { factor: a, totals: totals.a },
  { factor: b, totals: totals.b },
];

describe("rake", () => {
  it("is worked by hand where one round is enough", () => {
    // Weights 1 in each of four cells: independent margins 30:10 and 20:20 give 15, 15, 5, 5.
    const a = factor(["p", "p", "q", "q"]);
    const b = factor(["x", "y", "x", "y"]);
    const { design, g, iterations, converged } = rake(surveyDesign({ n: 4 }), [
      { factor: a, totals: [30, 10] },
      { factor: b, totals: [20, 20] },
    ]);
    expect([...design.weights]).toEqual([15, 15, 5, 5]);
    expect([...g]).toEqual([15, 15, 5, 5]);
    expect({ iterations, converged }).toEqual({ iterations: 1, converged: true });
  });

  it("keeps the odds ratio of a two by two table", () => {
    // Cells 1, 2, 3, 4 have the odds ratio 4/6; with margins 5:5 and 4:6 the first cell x has
    // x (x + 1) / ((5 - x) (4 - x)) = 2/3, so x² + 21x - 40 = 0.
    const a = factor(["p", "p", "q", "q"]);
    const b = factor(["x", "y", "x", "y"]);
    const { design } = rake(surveyDesign({ weights: [1, 2, 3, 4] }), [
      { factor: a, totals: [5, 5] },
      { factor: b, totals: [4, 6] },
    ]);
    const x = (-21 + Math.sqrt(21 ** 2 + 160)) / 2;
    expect(apart(design.weights, [x, 5 - x, 4 - x, x + 1])).toBeLessThan(1e-11);
  });

  it("reproduces the totals of every margin, whatever the scale of the weights before", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const { design } = rake(designOf(sample), marginsOf(sample));
        expect(apart(sums(design.weights, sample.a), sample.totals.a)).toBeLessThan(1e-11);
        expect(apart(sums(design.weights, sample.b), sample.totals.b)).toBeLessThan(1e-11);
        const scaled = rake(
          surveyDesign({ weights: sample.weights.map((w) => w / 1000) }),
          marginsOf(sample),
        );
        expect(apart(scaled.design.weights, design.weights)).toBeLessThan(1e-9);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("is calibration with the raking distance, in weights and standard errors", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const raked = rake(designOf(sample), marginsOf(sample), { tolerance: 1e-13 }).design;
        const columns = [...indicators(sample.a), ...indicators(sample.b).slice(1)];
        const totals = [...sample.totals.a, ...sample.totals.b.slice(1)];
        const calibrated = calibrate(designOf(sample), columns, totals, { distance: "raking" }).design;
        expect(apart(calibrated.weights, raked.weights)).toBeLessThan(1e-9);
        const se = seOfTotal(raked, sample.y);
        expect(Math.abs(seOfTotal(calibrated, sample.y) - se)).toBeLessThan(1e-9 * se);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("is post-stratification for one margin", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const margin = { factor: sample.a, totals: sample.totals.a };
        const raked = rake(designOf(sample), [margin]).design;
        const post = postStratify(designOf(sample), sample.a, sample.totals.a).design;
        expect(apart(raked.weights, post.weights)).toBeLessThan(1e-13);
        const se = seOfTotal(post, sample.y);
        expect(Math.abs(seOfTotal(raked, sample.y) - se)).toBeLessThan(1e-9 * se);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("leaves out margin columns that others determine, and columns of levels that nobody has", () => {
    const region = factor(["n", "n", "s", "s", "w", "w"]);
    const country = factor(["e", "e", "e", "e", "c", "c"], { levels: ["c", "e", "f"] });
    const { design } = rake(surveyDesign({ n: 6 }), [
      { factor: region, totals: [3, 4, 5] },
      { factor: country, totals: [5, 7, 0] },
    ]);
    expect(apart(design.weights, [1.5, 1.5, 2, 2, 2.5, 2.5])).toBeLessThan(1e-12);
    const [adjustment] = design.adjustments;
    expect(adjustment?.kind).toBe("raking");
    expect(adjustment?.columns?.map((column) => [...column])).toEqual([
      [1, 1, 1, 1, 1, 1],
      [0, 0, 1, 1, 0, 0],
      [0, 0, 0, 0, 1, 1],
    ]);
  });

  const a = factor(["p", "p", "q", "q"], { name: "sex" });
  const b = factor(["x", "y", "x", "y"], { name: "age" });
  const four = surveyDesign({ n: 4 });

  it("throws on margins of different sums, unless the first is to give the sum", () => {
    const margins = [
      { factor: a, totals: [30, 10] },
      { factor: b, totals: [25, 25] },
    ];
    expect(() => rake(four, margins)).toThrow(
      new RangeError("the totals of sex sum to 40, those of age to 50"),
    );
    expect([...rake(four, margins, { rescaleMargins: true }).design.weights]).toEqual([15, 15, 5, 5]);
  });

  it("settles margins that differ by rounding on the sum of the first", () => {
    const { design } = rake(four, [
      { factor: a, totals: [30, 10] },
      { factor: b, totals: [20.00001, 20.00001] },
    ]);
    expect(apart(design.weights, [15, 15, 5, 5])).toBeLessThan(1e-14);
  });

  it("says which level is furthest off when it does not converge", () => {
    // Only p-x and q-y occur, so that both margins are the same.
    const diagonal = (name: string, [first, second]: [string, string]) => factor([first, second], { name });
    expect(() =>
      rake(
        surveyDesign({ n: 2 }),
        [
          { factor: diagonal("sex", ["p", "q"]), totals: [2, 8] },
          { factor: diagonal("age", ["x", "y"]), totals: [4, 6] },
        ],
        { maxIterations: 20 },
      ),
    ).toThrow(
      new RangeError(
        'raking did not converge in 20 rounds: the weights of level "p" of sex are 100% from their total',
      ),
    );
  });

  it("throws on no margins, rows without a level, levels without interviews and totals not above 0", () => {
    expect(() => rake(four, [])).toThrow(new RangeError("there are no margins to rake to"));
    expect(() => rake(four, [{ factor: factor(["p", "", "q", "q"]), totals: [1, 1] }])).toThrow(
      new RangeError("1 of 4 rows have no level of margin 1; every row needs one"),
    );
    const three = factor(["p", "p", "q", "q"], { levels: ["p", "q", "r"] });
    expect(() => rake(four, [{ factor: three, totals: [1, 1, 1] }])).toThrow(
      new RangeError('level "r" of margin 1 has a total of 1 but no interviews with weight'),
    );
    expect(() => rake(four, [{ factor: a, totals: [4, 0] }])).toThrow(
      new RangeError('the total of level "q" of sex is 0; expected above 0'),
    );
  });
});
