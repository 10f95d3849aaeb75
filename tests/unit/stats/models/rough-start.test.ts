import { expect, it } from "vitest";
import { logisticRegression, type ModelTerm, surveyDesign } from "../../../../src/stats/index.js";
import { logisticFit } from "../../../../src/stats/models/logistic-fit.js";
import { roughStart } from "../../../../src/stats/models/logistic-regression.js";
import { modelOf } from "../../../../src/stats/models/model-rows.js";

const N = 30_000;
/** Numbers between 0 and 1 that no two rows share, in no order. */
const x = Float64Array.from({ length: N }, (_, i) => (i * 0.6180339887498949) % 1);
const y = x.map((value, i) => ((i * 0.7548776662466927) % 1 < 1 / (1 + Math.exp(1 - 3 * value)) ? 1 : 0));
const design = surveyDesign({ n: N });
const terms: ModelTerm[] = [{ kind: "number", name: "x", values: x }];
const { cells } = modelOf(design, y, terms, undefined);
const answers = {
  ones: Float64Array.from({ length: cells.count }, () => 0),
  zeros: Float64Array.from({ length: cells.count }, () => 0),
};
for (let i = 0; i < N; i++) (y[i] === 1 ? answers.ones : answers.zeros)[cells.ofRow[i] as number] = 1;
const zero = new Float64Array(2);
const names = ["(Intercept)", "x"];
const how = { names, tolerance: 1e-12, maxIterations: 50 };

it("is near the end of the fit, which then takes fewer rounds and ends in the same place", () => {
  expect(cells.count).toBe(N);
  const start = roughStart(cells, answers, zero, names);
  const from = (beta: Float64Array) => logisticFit(cells, answers, beta, how);
  const long = from(zero);
  const short = from(start);
  for (const a of [0, 1]) {
    expect(Math.abs((start[a] as number) - (long.beta[a] as number))).toBeLessThan(0.1);
    expect(Math.abs((short.beta[a] as number) / (long.beta[a] as number) - 1)).toBeLessThan(1e-11);
  }
  expect(short.iterations).toBeLessThan(long.iterations - 1);
  expect(logisticRegression(design, y, terms, { level: 0.95 }).iterations).toBe(short.iterations);
});

it("is the start that was given where every answer of the part is the same", () => {
  const ones = Float64Array.from(answers.ones, (one, c) => (c % 16 === 0 ? 1 : one));
  const zeros = Float64Array.from(answers.zeros, (one, c) => (c % 16 === 0 ? 0 : one));
  expect(roughStart(cells, { ones, zeros }, zero, names)).toBe(zero);
});
