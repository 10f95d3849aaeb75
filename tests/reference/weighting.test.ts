import { describe, expect, it } from "vitest";
import { covarianceOfTotals } from "../../src/stats/design/covariance.js";
import { replicateCovariance, storedReplicates } from "../../src/stats/design/replicates.js";
import { type SurveyDesign, surveyDesign } from "../../src/stats/design/survey-design.js";
import type { AdjustedWeights } from "../../src/stats/weighting/adjusted-weights.js";
import { calibrate } from "../../src/stats/weighting/calibrate.js";
import type { DistanceName } from "../../src/stats/weighting/distance.js";
import { postStratify } from "../../src/stats/weighting/post-stratify.js";
import { rake } from "../../src/stats/weighting/rake.js";
import { trimWeights } from "../../src/stats/weighting/trim.js";
import { expectSame, itMatchesLiveR, readFixture } from "./compare.js";
import { type Dataset, type DesignColumns, designOf, factorOf, numbers } from "./designs.js";

interface Case {
  readonly design: string;
  readonly kind: "post-stratify" | "rake" | "calibrate";
  readonly answers: readonly string[];
  readonly weights: readonly number[];
  readonly mean: readonly number[];
  readonly se_mean: readonly number[];
  readonly total: readonly number[];
  readonly se_total: readonly number[];
  readonly cells?: string;
  readonly totals?: readonly number[];
  readonly factors?: readonly string[];
  readonly margins?: readonly (readonly number[])[];
  readonly se_mean_of_rake?: readonly number[];
  readonly columns?: readonly string[];
  readonly distance?: DistanceName;
  readonly bounds?: readonly [number, number];
}

interface Replicated {
  readonly weights: readonly number[];
  /** Replicate by replicate. */
  readonly replicates: readonly number[];
  readonly mean: readonly number[];
  readonly se_mean: readonly number[];
  readonly scale?: number;
  readonly rscales?: readonly number[];
}

const fixture = readFixture<{
  r: string;
  survey: string;
  datasets: Record<string, Dataset>;
  designs: Record<string, DesignColumns>;
  cases: readonly Case[];
  trims: readonly {
    lower: number | null;
    upper: number | null;
    strict: boolean;
    weights: readonly number[];
  }[];
  replicates: Record<"before" | "post_stratify" | "rake" | "calibrate", Replicated>;
}>("weighting");

const datasetOf = (name: string) => fixture.datasets[name] as Dataset;
const columnsOf = (design: string) => fixture.designs[design] as DesignColumns;

function adjusted(row: Case): AdjustedWeights {
  const columns = columnsOf(row.design);
  const dataset = datasetOf(columns.dataset);
  const design = designOf(dataset, columns);
  if (row.kind === "post-stratify")
    return postStratify(design, factorOf(dataset, row.cells as string), row.totals as number[]);
  if (row.kind === "rake") {
    const margins = (row.factors ?? []).map((name, m) => ({
      factor: factorOf(dataset, name),
      totals: row.margins?.[m] as readonly number[],
    }));
    return rake(design, margins);
  }
  const auxiliary = (row.columns ?? []).map((name) => numbers(dataset, name));
  return calibrate(design, [new Float64Array(design.n).fill(1), ...auxiliary], row.totals as number[], {
    distance: row.distance as DistanceName,
    ...(row.bounds === undefined ? {} : { bounds: row.bounds }),
  });
}

/** Mean, total and their standard errors of an answer that nobody misses. */
function estimates(design: SurveyDesign, y: Float64Array) {
  const size = design.weights.reduce((sum, w) => sum + w, 0);
  const total = design.weights.reduce((sum, w, i) => sum + w * (y[i] as number), 0);
  const mean = total / size;
  const [meanVariance = 0, , , totalVariance = 0] = covarianceOfTotals(design, [
    design.weights.map((w, i) => (w * ((y[i] as number) - mean)) / size),
    design.weights.map((w, i) => w * (y[i] as number)),
  ]);
  return { mean, total, seMean: Math.sqrt(meanVariance), seTotal: Math.sqrt(totalVariance) };
}

describe(`weights against ${fixture.r}, survey ${fixture.survey}`, () => {
  it("compares each kind of adjustment, with clusters, strata, a finite population and bounds", () => {
    const kinds = fixture.cases.map(
      ({ kind, distance = "", bounds }) => `${kind} ${distance}${bounds === undefined ? "" : " bounds"}`,
    );
    expect(new Set(kinds)).toEqual(
      new Set([
        "post-stratify ",
        "rake ",
        "calibrate linear",
        "calibrate linear bounds",
        "calibrate logit bounds",
        "calibrate raking",
        "calibrate raking bounds",
      ]),
    );
    expect(new Set(fixture.cases.map(({ design }) => design)).size).toBe(4);
  });

  describe.each(
    fixture.cases.map((row) => [`${row.kind} ${row.distance ?? ""} ${row.design}`, row] as const),
  )("%s", (_, row) => {
    const { design } = adjusted(row);

    it("has the weights of R", () => {
      row.weights.forEach((weight, i) => {
        expectSame(design.weights[i] as number, weight, { row: i });
      });
    });

    it("has the means and totals of R, with their standard errors", () => {
      row.answers.forEach((answer, a) => {
        const y = numbers(datasetOf(columnsOf(row.design).dataset), answer);
        const found = estimates(design, y);
        expectSame(found.mean, row.mean[a] as number, { answer });
        expectSame(found.total, row.total[a] as number, { answer });
        const seMean = row.se_mean[a] as number;
        const seTotal = row.se_total[a] as number;
        // What was calibrated to has no error but that of rounding.
        const rounding = 1e-9 * Math.abs(found.total);
        if (seTotal < rounding) expect(found.seTotal).toBeLessThan(rounding);
        else {
          expectSame(found.seMean, seMean, { answer });
          expectSame(found.seTotal, seTotal, { answer });
        }
      });
    });
  });

  it("differs from the standard errors of R's rake, which takes residuals otherwise, by less than 5%", () => {
    const apart = fixture.cases.flatMap(({ se_mean, se_mean_of_rake = [] }) =>
      se_mean_of_rake.map((se, a) => Math.abs((se_mean[a] as number) / se - 1)),
    );
    expect(Math.max(...apart)).toBeGreaterThan(0.01);
    expect(Math.max(...apart)).toBeLessThan(0.05);
  });

  it.each(fixture.trims)("trims to $lower and $upper as R, strictly: $strict", (row) => {
    const { lower, upper, strict, weights } = row;
    const trimmed = trimWeights(designOf(datasetOf("quota"), columnsOf("quota")), {
      ...(lower === null ? {} : { lower }),
      ...(upper === null ? {} : { upper }),
      strict,
    });
    weights.forEach((weight, i) => {
      expectSame(trimmed.design.weights[i] as number, weight, { row: i });
    });
  });
});

describe(`replicate weights against ${fixture.r}, survey ${fixture.survey}`, () => {
  const pairs = datasetOf("pairs");
  const { before } = fixture.replicates;
  const n = before.weights.length;
  const count = before.replicates.length / n;
  const design: SurveyDesign = {
    ...surveyDesign({ weights: numbers(pairs, "w") }),
    replicates: storedReplicates(
      Array.from({ length: count }, (_, r) => Float64Array.from(before.replicates.slice(r * n, (r + 1) * n))),
      {
        method: "JKn",
        scale: before.scale as number,
        rscales: Float64Array.from(before.rscales ?? []),
        mse: false,
        df: null,
      },
    ),
  };
  const g = factorOf(pairs, "g");
  const ones = new Float64Array(n).fill(1);
  const found = {
    post_stratify: () => postStratify(design, g, [80, 45]),
    rake: () =>
      rake(design, [
        { factor: g, totals: [80, 45] },
        { factor: factorOf(pairs, "yes"), totals: [75, 50] },
      ]),
    calibrate: () => calibrate(design, [ones, numbers(pairs, "z")], [125, 880], { distance: "linear" }),
  };

  it.each(["post_stratify", "rake", "calibrate"] as const)(
    "%s adjusts the weights of each replicate",
    (kind) => {
      const after = found[kind]().design;
      const expected = fixture.replicates[kind];
      const weights = new Float64Array(n);
      for (let r = 0; r < count; r++) {
        after.replicates?.weightsOf(r, weights);
        weights.forEach((weight, i) => {
          expectSame(weight, expected.replicates[r * n + i] as number, { r, i });
        });
      }
      const totals = after.replicates?.totals([ones, numbers(pairs, "y"), numbers(pairs, "z")]) ?? [];
      const means = Float64Array.from({ length: count * 2 }, (_, i) => {
        const at = Math.floor(i / 2) * 3;
        return (totals[at + 1 + (i % 2)] as number) / (totals[at] as number);
      });
      if (after.replicates === null) throw new Error("the replicates are gone");
      const covariance = replicateCovariance(after.replicates, means, expected.mean);
      expectSame(Math.sqrt(covariance[0] as number), expected.se_mean[0] as number, { kind });
      if (kind !== "calibrate")
        expectSame(Math.sqrt(covariance[3] as number), expected.se_mean[1] as number, { kind });
    },
  );
});

// Totals of thousands: OpenBLAS gives 5e-10 for a standard error that is 0.
itMatchesLiveR("weighting", { tolerance: 1e-9, zero: 1e-8 });
