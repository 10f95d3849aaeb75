import { describe, expect, it } from "vitest";
import { surveyRow } from "../../../tools/bench/surveys.js";

const measured = {
  id: "a",
  label: "A",
  promised: true,
  replications: 1000,
  interviews: 500,
  truth: 0.4,
  coverage: 0.95,
  bias: 0.001234,
  errorRatio: 1.01234,
};

describe("a row of the bench of surveys", () => {
  it("has percentages and points", () => {
    expect(surveyRow(measured)).toEqual({
      what: "A",
      interviews: 500,
      replications: 1000,
      coverage: 95,
      kept: true,
      bias: 0.12,
      errorRatio: 1.012,
    });
  });

  it("keeps what theory promises within 1.4 points, ends included, on either side", () => {
    const kept = (coverage: number) => surveyRow({ ...measured, coverage }).kept;
    expect([0.936, 0.935, 0.964, 0.965].map(kept)).toEqual([true, false, true, false]);
  });

  it("promises nothing where theory does not", () => {
    expect(surveyRow({ ...measured, promised: false, coverage: 0.1 }).kept).toBeNull();
  });
});
