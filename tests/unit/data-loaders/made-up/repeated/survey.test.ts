import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CODEBOOKS } from "../../../../../data-loaders/codebooks/index.js";
import { readMicrodata } from "../../../../../data-loaders/interviews/mapping/index.js";
import { interviewsCsv } from "../../../../../data-loaders/made-up/index.js";
import { outcomeEstimate } from "../../../../../data-loaders/made-up/repeated/coverage.js";
import { drawSurvey, withSettings } from "../../../../../data-loaders/made-up/repeated/index.js";
import { drawLongitudinal } from "../../../../../data-loaders/made-up/repeated/longitudinal.js";
import { ARRANGEMENTS_MODEL, CES_MODEL } from "../../../../../data-loaders/made-up/repeated/models.js";
import { REPEATED_SURVEYS } from "../../../../../data-loaders/made-up/surveys.js";
import { onDesign, totalsOf } from "../../../../../src/analysis/weights/index.js";

const folder = mkdtempSync(join(tmpdir(), "repeated-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const simulate = (survey: string, seed: number, interviews: number) => {
  const generator = REPEATED_SURVEYS.get(survey);
  if (generator === undefined) throw new Error(`no ${survey}`);
  return generator.simulate(undefined as never, { seed, interviews });
};

describe("a repeated survey", () => {
  it("is there for each codebook", () => {
    expect(new Set(REPEATED_SURVEYS.keys())).toEqual(new Set(CODEBOOKS.keys()));
  });

  it.each([...CODEBOOKS.keys()])(
    "of %s passes every check of interviews, with its watermark",
    async (survey) => {
      const made = simulate(survey, 7, 1200);
      const file = join(folder, `${survey}.csv`);
      writeFileSync(file, interviewsCsv(made));
      const codebook = CODEBOOKS.get(survey);
      if (codebook === undefined) throw new Error("no codebook");
      const { interviews } = await readMicrodata(codebook, file, null);
      expect(interviews.simulated).toBe("repeated survey, seed 7");
      expect(interviews.rows).toBe(1200);
      for (const { id } of codebook.variables) expect(interviews.column(id), id).toEqual(made.column(id));
    },
  );

  it("is the same from the same seed, to the last cell, and another from another", () => {
    const csv = (seed: number) => interviewsCsv(simulate("cms-2016", seed, 500));
    const once = csv(3);
    expect(csv(3)).toBe(once);
    expect(csv(4)).not.toBe(once);
  });

  const model = withSettings(CES_MODEL, { population: 20_000 });
  const { interviews, population } = drawSurvey(model, { seed: 5, interviews: 2280 });

  it("has weights that give each weighting variable the shares of its whole population", () => {
    const column = interviews.column("weight");
    if (column.form !== "numbers") throw new Error("no weights");
    expect(column.numbers.reduce((sum, weight) => sum + weight, 0) / 2280).toBeCloseTo(1, 5);
    for (const variable of ["age", "gender", "service-length", "contact"]) {
      const weighted = totalsOf(interviews, [variable], column.numbers).cells;
      const sum = weighted.reduce((all, { total }) => all + total, 0);
      // Weights have six decimals.
      for (const { codes, total } of totalsOf(population, [variable]).cells)
        expect(weighted.find((cell) => cell.codes[0] === codes[0])?.total).toBeCloseTo(
          (total / population.rows) * sum,
          2,
        );
    }
  });

  it("has as many without an answer in any base as its model says", () => {
    const read = interviews.reader("satisfaction");
    const silent = Array.from({ length: 2280 }, (_, row) => read(row)).filter((code) => code === "dont-know");
    // Four standard errors of a share of 2% in 2,280 interviews.
    expect(Math.abs(silent.length / 2280 - 0.02)).toBeLessThan(0.012);
  });

  it("can be drawn again from the same population", () => {
    const [one, other] = [1, 2].map((luck) => drawSurvey(model, { seed: 5, interviews: 1700, luck }));
    expect(one?.population.truth).toEqual(other?.population.truth);
    expect(one?.interviews.column("age")).not.toEqual(other?.interviews.column("age"));
  });
});

describe("the longitudinal survey", () => {
  const drawn = (mix: "known" | "estimated") =>
    drawLongitudinal(withSettings(ARRANGEMENTS_MODEL, { population: 20_000 }), {
      seed: 7,
      firstInterviews: 1500,
      again: { rate: 0.4, difference: 0.1, inPlace: 0.8 },
      mix,
    });
  const estimated = drawn("estimated");
  const { first, interviews, weighing } = estimated;

  it("has everyone of the last quarter, and of the others those who were reached", () => {
    const count = (rows: typeof interviews, quarter: string) => {
      const read = rows.reader("quarter");
      return Array.from({ length: rows.rows }, (_, row) => read(row)).filter((value) => value === quarter)
        .length;
    };
    expect(count(interviews, "2018-11/2019-01")).toBe(count(first.interviews, "2018-11/2019-01"));
    const rate = count(interviews, "2018-02/2018-04") / count(first.interviews, "2018-02/2018-04");
    expect(Math.abs(rate - 0.4)).toBeLessThan(0.12);
  });

  it("is weighted to the mix of arrangements of the quarterly surveys, which those reached do not have", () => {
    const share = (weights: ArrayLike<number>, rows: typeof interviews, variable: string) => {
      const cells = totalsOf(rows, [variable], weights).cells;
      const sum = cells.reduce((all, { total }) => all + total, 0);
      return (cells.find(({ codes }) => codes[0] === "family-based")?.total ?? 0) / sum;
    };
    const target = share(first.weighing.weights, first.interviews, "arrangement");
    expect(share(weighing.weights, interviews, "first-arrangement")).toBeCloseTo(target, 12);
    const unweighted = share(new Float64Array(interviews.rows).fill(1), interviews, "first-arrangement");
    expect(unweighted - target).toBeGreaterThan(0.02);
  });

  it("has a larger standard error where the mix is an estimate", () => {
    const error = (survey: ReturnType<typeof drawn>) =>
      outcomeEstimate(
        onDesign(survey.interviews, survey.weighing),
        survey.weighing.design,
        "arr19.annual.family-based",
        "logit",
      ).standardError;
    expect(error(estimated)).toBeGreaterThan(1.05 * error(drawn("known")));
  });
});
