import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covarianceOfTotals } from "../../../../src/stats/design/covariance.js";
import { factor } from "../../../../src/stats/design/factor.js";
import { storedReplicates } from "../../../../src/stats/design/replicates.js";
import { type SurveyDesign, surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { postStratify } from "../../../../src/stats/weighting/post-stratify.js";
import { reweightToMix } from "../../../../src/stats/weighting/reweight-to-mix.js";
import { apart, designOf, samples, sums } from "./samples.js";

/** A mean and its standard error. */
function meanOf(design: SurveyDesign, y: ArrayLike<number>): { mean: number; se: number } {
  const size = design.weights.reduce((sum, w) => sum + w, 0);
  const mean = design.weights.reduce((sum, w, i) => sum + w * (y[i] as number), 0) / size;
  const scores = design.weights.map((w, i) => (w * ((y[i] as number) - mean)) / size);
  return { mean, se: Math.sqrt(covarianceOfTotals(design, [scores])[0] as number) };
}

/** The scores of the method written out: what is left after the level's mean, and that mean at the first weight. */
function scoresByHand(
  first: Float64Array,
  after: Float64Array,
  level: Int32Array,
  e: Float64Array,
  again: boolean[],
): Float64Array {
  const tops = [0, 0, 0];
  const bottoms = [0, 0, 0];
  first.forEach((w, i) => {
    if (!again[i]) return;
    const a = level[i] as number;
    tops[a] = (tops[a] as number) + w * (e[i] as number);
    bottoms[a] = (bottoms[a] as number) + w;
  });
  return first.map((w, i) => {
    const a = level[i] as number;
    const mean = (tops[a] as number) / (bottoms[a] as number);
    return (again[i] ? (after[i] as number) * ((e[i] as number) - mean) : 0) + w * mean;
  });
}

describe("reweightToMix", () => {
  const level = factor(["family", "family", "family", "service", "service", "service"]);
  const again = [true, false, true, true, false, false];

  it("is worked by hand for two kinds of arrangement", () => {
    // Family-based weighs 2 + 1 + 1 = 4 of 10; of it 3 was interviewed again. The service weighs 6, and 2 again.
    const design = surveyDesign({ weights: [2, 1, 1, 2, 2, 2] });
    for (const targets of ["known", "estimated"] as const) {
      const found = reweightToMix(design, level, again, { targets });
      expect(
        apart(
          [...found.design.weights].filter((w) => w > 0),
          [8 / 3, 4 / 3, 6],
        ),
      ).toBeLessThan(1e-15);
      expect([...found.design.weights].map((w) => w > 0)).toEqual(again);
      expect([...found.g]).toEqual([4 / 3, 0, 4 / 3, 3, 0, 0]);
      expect([...found.totals]).toEqual([4, 6]);
      expect(found.treatment).toBe(targets);
    }
  });

  it("has the standard errors of the scores of its manual, and of the first part alone for a known mix", () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 2, max: 4 }), (sample, every) => {
        const { weights, a, y } = sample;
        // The first six rows hold every level.
        const marks = Array.from(weights, (_, i) => i < 6 || i % every === 0);
        const posted = postStratify(designOf(sample), sample.b, sample.totals.b).design;
        for (const quarterly of [designOf(sample), posted]) {
          const estimated = reweightToMix(quarterly, a, marks, { targets: "estimated" }).design;
          const first = quarterly.weights;
          const { weights: after } = estimated;
          expect(apart(sums(after, a), sums(first, a))).toBeLessThan(1e-13);
          const e = y.map((value) => value - 3);
          const score = (w: Float64Array) => w.map((x, i) => x * (e[i] as number));
          const se = (design: SurveyDesign, z: Float64Array) =>
            Math.sqrt(covarianceOfTotals(design, [z])[0] as number);
          const whole = scoresByHand(first, after, a.codes, e, marks);
          const byHand = se(quarterly, whole);
          expect(Math.abs(se(estimated, score(after)) - byHand)).toBeLessThan(1e-9 * byHand);
          // Without the answers at the first interview there is only what is left after the means.
          const known = reweightToMix(quarterly, a, marks, { targets: "known" }).design;
          const none = new Float64Array(first.length);
          const means = scoresByHand(first, none, a.codes, e, marks);
          const rest = whole.map((value, i) => value - (means[i] as number));
          const left = se(quarterly, rest);
          expect(Math.abs(se(known, score(after)) - left)).toBeLessThan(1e-9 * left + 1e-12);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("changes nothing where everyone was interviewed again and the mix is estimated", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const marks = sample.weights.map(() => 1);
        const design = designOf(sample);
        const estimated = reweightToMix(design, sample.a, marks, { targets: "estimated" }).design;
        expect([...estimated.weights]).toEqual([...design.weights]);
        const { se } = meanOf(design, sample.y);
        expect(Math.abs(meanOf(estimated, sample.y).se - se)).toBeLessThan(1e-12 * se);
      }),
      { seed: 1, numRuns: 30 },
    );
  });

  it("leaves the later answers of people not interviewed again without effect", () => {
    const design = surveyDesign({ weights: [2, 1, 1, 2, 2, 2] });
    const { design: after } = reweightToMix(design, level, again, { targets: "estimated" });
    const found = meanOf(after, [1, 0, 0, 1, 0, 0]);
    expect(meanOf(after, [1, 9, 0, 1, -5, 7])).toEqual(found);
    expect(found.se).toBeGreaterThan(0);
  });

  it("takes the mix of each replicate where it is estimated, and of the sample where it is known", () => {
    const design = {
      ...surveyDesign({ weights: [2, 1, 1, 2, 2, 2] }),
      replicates: storedReplicates([Float64Array.of(0, 2, 2, 4, 4, 4)], {
        method: "other",
        scale: 1,
        rscales: Float64Array.of(1),
        mse: true,
        df: null,
      }),
    };
    const weights = new Float64Array(6);
    reweightToMix(design, level, again, { targets: "estimated" }).design.replicates?.weightsOf(0, weights);
    expect([...weights]).toEqual([0, 0, 4, 12, 0, 0]);
    reweightToMix(design, level, again, { targets: "known" }).design.replicates?.weightsOf(0, weights);
    expect([...weights]).toEqual([0, 0, 4, 6, 0, 0]);
  });

  it("throws on a level that nobody has again, rows without a level, and marks of another length", () => {
    const design = surveyDesign({ n: 6 });
    expect(() => reweightToMix(design, level, [1, 1, 1, 0, 0, 0], { targets: "known" })).toThrow(
      new RangeError('level "service" of the mix has a total of 3 but no interviews with weight'),
    );
    const missing = factor(["family", null, null, "service", "service", "service"]);
    expect(() => reweightToMix(design, missing, again, { targets: "known" })).toThrow(
      new RangeError("2 of 6 rows have no level of the mix; every row needs one"),
    );
    expect(() => reweightToMix(design, level, [true], { targets: "known" })).toThrow(
      new RangeError("1 marks for 6 rows"),
    );
  });
});

describe("in 3000 two-phase samples", () => {
  // Uniform numbers by Marsaglia's xorshift of 32 bits.
  let state = 20191106;
  const uniform = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const kinds = [
    { name: "family", share: 0.5, again: 0.7, works: 0.9 },
    { name: "service", share: 0.3, again: 0.4, works: 0.5 },
    { name: "none", share: 0.2, again: 0.5, works: 0.1 },
  ] as const;
  // Family-based arrangements come from clusters that prefer them, so that clustering counts.
  const sample = () => {
    const rows = Array.from({ length: 60 }, (_, cluster) => {
      const leaning = (uniform() - 0.5) * 0.4;
      return Array.from({ length: 5 }, () => {
        const u = uniform() - leaning;
        const kind = u < 0.5 ? kinds[0] : u < 0.8 ? kinds[1] : kinds[2];
        return { cluster, kind, again: uniform() < kind.again, works: uniform() < kind.works ? 1 : 0 };
      });
    }).flat();
    const design = surveyDesign({ clusters: factor(rows.map(({ cluster }) => cluster)) });
    const level = factor(rows.map(({ kind }) => kind.name));
    const again = rows.map((row) => row.again);
    const works = rows.map((row) => row.works);
    return (["estimated", "known"] as const).map((targets) =>
      meanOf(reweightToMix(design, level, again, { targets }).design, works),
    );
  };
  const found = Array.from({ length: 3000 }, sample);
  const means = found.map(([estimated]) => estimated?.mean as number);
  const mean = means.reduce((sum, m) => sum + m, 0) / means.length;
  const spread = Math.sqrt(means.reduce((sum, m) => sum + (m - mean) ** 2, 0) / (means.length - 1));
  const stated = (which: number) =>
    Math.sqrt(found.reduce((sum, row) => sum + (row[which]?.se as number) ** 2, 0) / found.length);

  it("has the mean of the population, though kinds answer again unequally", () => {
    const truth = 0.5 * 0.9 + 0.3 * 0.5 + 0.2 * 0.1;
    expect(Math.abs(mean - truth)).toBeLessThan((4 * spread) / Math.sqrt(means.length));
  });

  it("states the standard error that samples have, where the mix is taken as estimated", () => {
    // The spread of 3000 means is known to 1.3%.
    expect(stated(0) / spread).toBeGreaterThan(0.96);
    expect(stated(0) / spread).toBeLessThan(1.04);
  });

  it("states one too small by a tenth or more, where the mix is taken as known", () => {
    expect(stated(1) / spread).toBeLessThan(0.9);
    expect(stated(1) / spread).toBeGreaterThan(0.7);
  });
});
