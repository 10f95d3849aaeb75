import { describe, expect, it } from "vitest";
import { makeCube } from "../../../../src/stats/cube/make-cube.js";
import { factor } from "../../../../src/stats/design/factor.js";
import { cubeOf, sample } from "./samples.js";

const sex = factor(["f", "m", "f", "f", null], { name: "sex" });
const columns = { weights: [1, 2, 0.5, 0, 3], y: Float64Array.of(2, 3, 4, 5, Number.NaN), dimensions: [sex] };

describe("a cube of five interviews", () => {
  const { cells, design, answers, exact } = makeCube(columns);

  it("has a cell for each combination that occurs, missing levels and answers among them, in order", () => {
    expect(cells.count).toBe(3);
    expect(Array.from(cells.codes)).toEqual([-1, 0, 1]);
    expect(Array.from(cells.answered)).toEqual([0, 1, 1]);
  });

  it("counts all interviews in the design, and those with a weight above 0 in n", () => {
    expect(Array.from(cells.rows)).toEqual([1, 3, 1]);
    expect(Array.from(cells.n)).toEqual([1, 2, 1]);
    expect(Array.from(design.stratumPsus)).toEqual([5]);
  });

  it("holds sums of products of weights in millionths and answers", () => {
    const high = (name: keyof typeof cells.sums) => Array.from(cells.sums[name].high);
    expect(high("w")).toEqual([3e6, 1.5e6, 2e6]);
    expect(high("w2")).toEqual([9e12, 1.25e12, 4e12]);
    expect(high("wy")).toEqual([0, 4e6, 6e6]);
    expect(high("wy2")).toEqual([0, 12e6, 18e6]);
    expect(high("w2y")).toEqual([0, 3e12, 12e12]);
    expect(high("w2y2")).toEqual([0, 8e12, 36e12]);
    expect(high("v")).toEqual([0, 0, 0]);
  });

  it("says what its answers are, and that its sums are exact", () => {
    expect([answers, exact]).toEqual(["whole", true]);
    expect(makeCube({ ...columns, y: Float64Array.of(0, 1, 1, 0, Number.NaN) }).answers).toBe("binary");
    const real = makeCube({ ...columns, y: Float64Array.of(0, 1, 1, 0.5, Number.NaN) });
    expect([real.answers, real.exact]).toEqual(["real", false]);
  });
});

it("says that sums are not exact where they are too large to be", () => {
  const cube = makeCube({ weights: [9e9, 9e9], y: Float64Array.of(1, 0), dimensions: [] });
  expect([cube.answers, cube.exact]).toEqual(["binary", false]);
});

it("makes the same cube of rows in any order", () => {
  const s = sample(7, { y: "scale", strata: true, clusters: true });
  const turned = <T extends Float64Array | Int32Array>(column: T) => column.slice().reverse() as T;
  const turn = (f: typeof s.sex) => ({ ...f, codes: turned(f.codes) });
  expect(
    cubeOf({
      ...s,
      weights: turned(s.weights),
      y: turned(s.y),
      sex: turn(s.sex),
      age: turn(s.age),
      strata: turn(s.strata as typeof s.sex),
      clusters: turn(s.clusters as typeof s.sex),
    }),
  ).toEqual(cubeOf(s));
});

it("counts a cluster of the same name in another stratum as another", () => {
  const { design } = makeCube({
    weights: [1, 1, 1, 1],
    y: new Float64Array(4),
    dimensions: [],
    strata: factor(["a", "a", "b", "b"]),
    clusters: factor([1, 2, 1, 1]),
    populationSizes: [4, 4, 10, 10],
  });
  expect(Array.from(design.stratumPsus)).toEqual([2, 1]);
  expect(Array.from(design.samplingFraction)).toEqual([0.5, 0.1]);
  expect([design.strata, design.clusters]).toEqual(["stratum", "cluster"]);
});

describe("what is refused", () => {
  const anonymous = factor(["f", "m", "f", "f", null]);
  it.each([
    [{ y: new Float64Array(4) }, "4 answers for 5 weights"],
    [{ y: Float64Array.of(0, Infinity, 0, 0, 0) }, "row 2 has an infinite answer"],
    [{ dimensions: [anonymous] }, "a dimension needs a name"],
    [{ dimensions: [sex, sex] }, "two dimensions have the name sex"],
    [{ dimensions: [factor(["f"], { name: "sex" })] }, "dimension sex has 1 rows for 5 weights"],
    [{ strata: sex }, "row 5 has no stratum; every row needs a stratum"],
    [{ weights: [0, 0, 0, 0, 0] }, "no weight is above 0"],
    [{ weights: [-1, 1, 1, 1, 1] }, "the weight of row 1 is -1; expected 0 or more"],
    [
      { populationSizes: [4, 4, 4, 4, 4] },
      "the population has 5 units in the sample and 4 in the population",
    ],
    [
      { adjustment: { kind: "raking", dimensions: ["sex"], initialWeights: [1, 1, 1, 0, 1] } },
      "the adjustment needs a dimension sex that no row misses",
    ],
    [
      { adjustment: { kind: "raking", dimensions: [], initialWeights: [1, 1, 1, 0, 1] } },
      "the adjustment names no dimension",
    ],
    [
      { adjustment: { kind: "raking", dimensions: ["sex"], initialWeights: [1, 1, 1, 1, 1] } },
      "row 4 has a weight of 0 either before or after the adjustment, not both",
    ],
    [
      { adjustment: { kind: "raking", dimensions: ["sex"], initialWeights: [1] } },
      "1 weights before the adjustment for 5 after",
    ],
  ] as const)("%o", (change, message) => {
    expect(() => makeCube({ ...columns, ...change } as Parameters<typeof makeCube>[0])).toThrow(
      new RangeError(message),
    );
  });

  it("more combinations of levels than keys can count", () => {
    const wide = factor(["a"], {
      name: "a",
      levels: Array.from({ length: 4000 }, (_, i) => (i === 0 ? "a" : `${i}`)),
    });
    const dimensions = ["a", "b", "c", "d", "e"].map((name) => ({ ...wide, name }));
    expect(() => makeCube({ weights: [1], y: Float64Array.of(1), dimensions })).toThrow(
      /combinations of levels are too many/,
    );
  });
});
