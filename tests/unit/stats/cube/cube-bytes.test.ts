import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cubeBytes, cubeSize, readCube } from "../../../../src/stats/cube/cube-bytes.js";
import { makeCube } from "../../../../src/stats/cube/make-cube.js";
import { factor } from "../../../../src/stats/design/factor.js";
import { cubeOf, sample } from "./samples.js";

const seeds = fc.integer({ min: 1, max: 1e9 });

describe("a cube", () => {
  it.each(["binary", "scale", "year", "real"] as const)(
    "is read from its bytes to the last bit, with answers of a %s",
    (y) => {
      fc.assert(
        fc.property(seeds, fc.boolean(), fc.boolean(), (seed, strata, clusters) => {
          const cube = cubeOf(sample(seed, { y, strata, clusters, populations: true }));
          expect(readCube(cubeBytes(cube))).toEqual(cube);
        }),
        { seed: 1, numRuns: 15 },
      );
    },
  );

  it("is read with sums of up to 2^100 and of either sign", () => {
    const cube = makeCube({
      weights: [1e8, 3e7, 1],
      y: Float64Array.of(-9, 7, -1_000_003),
      dimensions: [],
    });
    expect(cube.exact).toBe(true);
    expect(readCube(cubeBytes(cube))).toEqual(cube);
  });

  it("is read with an adjustment, and with a stratum that does not occur", () => {
    const cube = makeCube({
      weights: [1.5, 2.5, 2.5],
      y: Float64Array.of(0, 1, 0),
      dimensions: [factor(["a", "b", "b"], { name: "g" })],
      strata: factor(["x", "x", "x"], { levels: ["w", "x"] }),
      populationSizes: [9, 9, 9],
      adjustment: { kind: "post-stratification", dimensions: ["g"], initialWeights: [1, 2, 2] },
    });
    expect(cube.design.populationSizes).toEqual(Float64Array.of(Number.NaN, 9));
    expect(readCube(cubeBytes(cube))).toEqual(cube);
  });

  it("tells how large it is and how many of its cells are one interview", () => {
    const cube = makeCube({
      weights: [1, 1, 2],
      y: Float64Array.of(0, 1, 0),
      dimensions: [factor(["a", "b", "b"], { name: "größe" })],
    });
    const size = cubeSize(cube);
    expect(size).toMatchObject({ bytes: cubeBytes(cube).length, cells: 2, interviews: 3, loneInterviews: 1 });
    expect(size.headerBytes).toBeLessThan(size.bytes);
  });
});

describe("bytes that are no cube are refused", () => {
  const bytes = cubeBytes(cubeOf(sample(2, { y: "real", strata: true })));

  it("of another version, with more behind them, or with a header that cannot be read", () => {
    expect(() => readCube(Uint8Array.of(2, ...bytes.slice(1)))).toThrow(
      new RangeError("a cube of version 2; expected 1"),
    );
    expect(() => readCube(Uint8Array.of(...bytes, 0))).toThrow(new RangeError("1 bytes follow the cube"));
    expect(() => readCube(Uint8Array.of(1, 2, 0x7b, 0x7b, 0))).toThrow(
      new RangeError("the header of the cube cannot be read"),
    );
    for (const header of ["[]", "null", '{"dimensions":[{}],"design":{}}', '{"dimensions":[]}'])
      expect(() => readCube(Uint8Array.of(1, header.length, ...new TextEncoder().encode(header), 0))).toThrow(
        new RangeError("the header of the cube has no dimensions or no design"),
      );
    expect(() => readCube(new Uint8Array())).toThrow(new RangeError("the bytes of the cube end early"));
  });

  it("wherever they end early", () => {
    for (let end = 0; end < bytes.length; end += 13)
      expect(() => readCube(bytes.slice(0, end))).toThrow(RangeError);
  });
});
