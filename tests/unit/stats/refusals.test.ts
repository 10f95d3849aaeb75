import { describe, expect, it } from "vitest";
import {
  bootstrap,
  cellTotals,
  contrast,
  factor,
  mean,
  raoScottTest,
  storedReplicates,
  surveyDesign,
} from "../../../src/stats/index.js";

const sex = factor(["f", "m", "f", "m"], { name: "sex" });
const y = Float64Array.of(1, 2, 3, 5);
const design = surveyDesign({ n: 4 });

describe("what would give a number without a meaning is refused", () => {
  it("two factors of one name, of which one would be lost", () => {
    expect(() => mean(design, y, { by: [sex, sex], level: 0.95 })).toThrow(
      "two of the factors are called sex",
    );
    expect(() => mean(design, y, { by: [factor([1, 1, 2, 2]), sex], level: 0.95 })).not.toThrow();
  });

  it("a level that is given twice", () => {
    expect(() => factor(["a"], { levels: ["a", "b", "a"] })).toThrow("a level is given twice");
  });

  it("a coefficient that is no number", () => {
    const means = mean(design, y, { by: [sex], level: 0.95 });
    expect(() => contrast(means, [1, Number.NaN], { level: 0.95 })).toThrow(
      "a coefficient is no finite number",
    );
    expect(contrast(means, [1, -1], { level: 0.95 }).estimate).toBe(-1.5);
  });

  it("replicate weights that do not fit together", () => {
    const of = { method: "other", scale: 1, rscales: Float64Array.of(1, 1), mse: true, df: 3 } as const;
    expect(() => storedReplicates([], of)).toThrow("there are no replicate weights");
    expect(() => storedReplicates([Float64Array.of(1, 2), Float64Array.of(1)], of)).toThrow(
      "replicates differ in their rows",
    );
    const one = storedReplicates([Float64Array.of(1, 1, 1, 1)], of);
    expect(() => mean({ ...design, replicates: one }, y, { level: 0.95 })).toThrow(
      "2 scales and 1 values for 1 replicates of 1 estimates",
    );
  });

  it("a table whose shares do not vary, and one without degrees of freedom", () => {
    const answers = factor(["yes", "no", "yes", "no"]);
    const same = cellTotals(
      surveyDesign({ strata: factor(["a", "b", "a", "b"]), n: 4 }),
      factor(["yes", "no", "yes", "no"]),
      answers,
    );
    for (const order of ["first", "second"] as const)
      expect(() => raoScottTest(same, order)).toThrow("the shares of the table have no sampling variance");
    const lone = cellTotals(
      surveyDesign({ clusters: factor([1, 1, 1, 1]), singlePsu: "adjust", n: 4 }),
      sex,
      factor([1, 1, 2, 2]),
    );
    for (const order of ["first", "second"] as const)
      expect(() => raoScottTest(lone, order)).toThrow(RangeError);
  });

  it("but not a stratum of one unit that is all of its population, which the bootstrap keeps as it is", () => {
    const census = surveyDesign({
      strata: factor(["a", "b", "b", "b"]),
      populationSizes: [1, 30, 30, 30],
      weights: [1, 10, 10, 10],
    });
    const { replicates } = bootstrap(census, { replicates: 5, seed: 1, mse: true });
    const weights = new Float64Array(4);
    for (let r = 0; r < 5; r++) {
      replicates?.weightsOf(r, weights);
      expect(weights[0]).toBe(1);
    }
  });
});
