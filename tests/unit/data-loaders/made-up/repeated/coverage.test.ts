import { describe, expect, it } from "vitest";
import { targetsOf } from "../../../../../data-loaders/made-up/repeated/core-interviews.js";
import { measureCoverage, type WeighSurvey } from "../../../../../data-loaders/made-up/repeated/coverage.js";
import { COVERAGE_DESIGNS } from "../../../../../data-loaders/made-up/repeated/coverage-designs.js";
import { withSettings } from "../../../../../data-loaders/made-up/repeated/model.js";
import { designOf } from "../../../../../src/analysis/interviews/index.js";
import { weigh } from "../../../../../src/analysis/weights/index.js";

const REPLICATIONS = 100;

const design = (id: string, population = 20_000) => {
  const found = COVERAGE_DESIGNS.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no design ${id}`);
  return { ...found, model: withSettings(found.model, { population }), interviews: 600 };
};
const measure = (id: string, weighSurvey?: WeighSurvey) =>
  measureCoverage(design(id), { replications: REPLICATIONS, seed: 11 }, weighSurvey);

/** Wide for a hundred surveys: three standard deviations of a coverage of 95% are 6.5 points. */
const holds = ({ coverage, errorRatio }: ReturnType<typeof measureCoverage>) =>
  coverage >= 0.885 && errorRatio > 0.8 && errorRatio < 1.25;

const ignored: WeighSurvey = (interviews) => ({
  design: designOf(interviews, new Float64Array(interviews.rows).fill(1)),
});

describe("how often the interval of a repeated survey holds the truth", () => {
  it.each(COVERAGE_DESIGNS.filter(({ promised }) => promised).map(({ id }) => id))(
    "is near what it claims, and the standard error near the spread, for %s",
    (id) => {
      const measured = measure(id);
      expect(measured.replications).toBe(REPLICATIONS);
      expect(holds(measured), JSON.stringify(measured)).toBe(true);
    },
  );

  it("falls where weights are ignored though groups answer unequally", () => {
    const planted = measure("post-stratified", ignored);
    expect(planted.bias).toBeGreaterThan(0.015);
    expect(holds(planted)).toBe(false);
    expect(Math.abs(measure("post-stratified").bias)).toBeLessThan(0.008);
  });

  it("rests on standard errors that know of weights: taken as given they are too large where strata explain much", () => {
    const model = withSettings(design("clients").model, {
      points: { parent: { receiving: 0.3, paying: -0.35 } },
      sampling: { way: "simple-random" },
    });
    const strong = { ...design("clients"), model };
    const asGiven: WeighSurvey = (interviews, population, options) => {
      const { weights } = weigh(interviews, targetsOf(population), options);
      return { design: designOf(interviews, weights) };
    };
    const options = { replications: REPLICATIONS, seed: 11 };
    const taken = measureCoverage(strong, options, asGiven).errorRatio;
    const known = measureCoverage(strong, options).errorRatio;
    expect(taken).toBeGreaterThan(1.25);
    expect(known).toBeLessThan(1.2);
    expect(known).toBeGreaterThan(0.8);
  });

  it("is lost where those who refuse differ, whatever the weights", () => {
    const measured = measureCoverage(
      { ...design("refusals"), interviews: 2280 },
      { replications: 30, seed: 11 },
    );
    expect(measured.coverage).toBeLessThan(0.8);
    expect(measured.bias).toBeGreaterThan(0.02);
  });
});
