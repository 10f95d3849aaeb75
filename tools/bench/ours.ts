import type { Cube } from "../../src/stats/cube/cube.js";
import { estimateFromCube } from "../../src/stats/cube/estimate-from-cube.js";
import { makeCube } from "../../src/stats/cube/make-cube.js";
import { degreesOfFreedom } from "../../src/stats/design/degrees-of-freedom.js";
import { type Factor, factor } from "../../src/stats/design/factor.js";
import { jackknife } from "../../src/stats/design/jackknife.js";
import { type SurveyDesign, surveyDesign } from "../../src/stats/design/survey-design.js";
import { cellTotals } from "../../src/stats/estimates/cell-totals.js";
import type { Estimates } from "../../src/stats/estimates/estimate.js";
import { proportion } from "../../src/stats/estimates/proportion.js";
import { logisticRegression } from "../../src/stats/models/logistic-regression.js";
import type { ModelTerm } from "../../src/stats/models/model-matrix.js";
import { raoScottTest } from "../../src/stats/testing/rao-scott.js";
import { rake } from "../../src/stats/weighting/rake.js";
import { type BenchData, LEVELS, MARGINS } from "./data.js";
import { type Measured, measure, type Work } from "./measure.js";
import type { TaskName, Timing } from "./plan.js";

export const LEVEL = 0.95;

/**
 * Times a task on a sample.
 * @throws RangeError for the task of a browser
 */
export function measureOurs(timing: Timing, data: BenchData): Measured {
  if (timing.task === "cube-browser") throw new RangeError("a browser's page times this");
  return measure(timing, WORK[timing.task](data));
}

/** Each task, given the sample and, unless it is part of the task, the design. */
const WORK: Readonly<Record<Exclude<TaskName, "cube-browser">, (data: BenchData) => Work<unknown>>> = {
  design: (data) =>
    work(
      () => designOf(data),
      (design) => [degreesOfFreedom(design, () => true), design.weights.reduce((sum, w) => sum + w, 0)],
    ),
  proportion: (data) => {
    const design = designOf(data);
    const group = factorOf(data, "group");
    return work(() => byGroup(data, design, group), withErrors);
  },
  raking: (data) => {
    const design = designOf(data);
    const margins = MARGINS.map((name) => ({ factor: factorOf(data, name), totals: data.totals[name] }));
    return work(
      () => rake(design, margins, { tolerance: 1e-12 }),
      (raked) => [...raked.design.weights],
    );
  },
  "rao-scott": (data) => {
    const design = designOf(data);
    const band = factorOf(data, "band");
    const tenure = factorOf(data, "tenure");
    return work(
      () => raoScottTest(cellTotals(design, band, tenure), "second"),
      ({ statistic, df1, df2, p }) => [statistic, df1, df2 ?? Number.NaN, p],
    );
  },
  "logistic-whole": (data) => logistic(data, "age"),
  "logistic-real": (data) => logistic(data, "income"),
  "jackknife-replicates": (data) => {
    const design = designOf(data);
    // Replicate weights are computed on access.
    const weights = new Float64Array(data.rows);
    return work(
      () => {
        const { replicates } = jackknife(design, { method: "JKn", mse: true });
        return Array.from({ length: replicates?.count ?? 0 }, (_, r) => {
          replicates?.weightsOf(r, weights);
          let sum = 0;
          for (let i = 0; i < weights.length; i++) sum += weights[i] ?? 0;
          return sum;
        });
      },
      (sums) => [sums.length, ...sums.sort((a, b) => a - b)],
    );
  },
  "jackknife-estimates": (data) => {
    const design = jackknife(designOf(data), { method: "JKn", mse: true });
    const group = factorOf(data, "group");
    return work(() => byGroup(data, design, group), withErrors);
  },
  jackknife: (data) => {
    const design = designOf(data);
    const group = factorOf(data, "group");
    return work(() => byGroup(data, jackknife(design, { method: "JKn", mse: true }), group), withErrors);
  },
  cube: (data) => {
    const cube = cubeOf(data);
    return work(
      () =>
        estimateFromCube(cube, { statistic: "proportion", by: ["group"], level: LEVEL, interval: "logit" }),
      withErrors,
    );
  },
};

/** About a thousand cells: a realistic size for a reader's file in a page. */
export function cubeOf(data: BenchData): Cube {
  return makeCube({
    weights: data.real.weight,
    y: data.real.yes,
    dimensions: (["group", "sex", "band"] as const).map((name) => factorOf(data, name)),
    strata: factor(data.whole.stratum, { name: "stratum" }),
  });
}

function work<T>(run: () => T, values: (result: T) => number[]): Work<unknown> {
  return { run, values: (result) => values(result as T) };
}

/** From columns of numbers, as R's `svydesign`. */
function designOf({ whole, real }: BenchData): SurveyDesign {
  return surveyDesign({
    weights: real.weight,
    strata: factor(whole.stratum),
    clusters: factor(whole.cluster),
  });
}

function factorOf({ whole }: BenchData, name: keyof typeof LEVELS): Factor {
  return factor(whole[name], { name, levels: Array.from({ length: LEVELS[name] }, (_, a) => String(a + 1)) });
}

function byGroup({ real }: BenchData, design: SurveyDesign, group: Factor): Estimates {
  return proportion(design, real.yes, { by: [group], level: LEVEL, interval: "logit" });
}

function logistic(data: BenchData, number: "age" | "income"): Work<unknown> {
  const design = designOf(data);
  const factors = (["group", "region", "tenure"] as const).map(
    (name): ModelTerm => ({ name, kind: "factor", factor: factorOf(data, name) }),
  );
  const terms: ModelTerm[] = [...factors, { name: number, kind: "number", values: data.real[number] }];
  return work(
    () => logisticRegression(design, data.real.yes, terms, { level: LEVEL }),
    (model) => [
      ...model.terms.map(({ estimate }) => estimate),
      ...model.terms.map(({ standardError }) => standardError),
    ],
  );
}

/** All estimates, then all standard errors. */
function withErrors({ estimates }: Estimates): number[] {
  return [
    ...estimates.map(({ estimate }) => estimate),
    ...estimates.map(({ standardError }) => standardError),
  ];
}
