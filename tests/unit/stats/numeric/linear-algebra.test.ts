import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  choleskyOfGram,
  DependentColumns,
  inverseSymmetric,
  solveSymmetric,
  weightedBasis,
  weightedLeastSquares,
  weightedResiduals,
} from "../../../../src/stats/numeric/linear-algebra.js";

const of = (...values: number[]) => Float64Array.from(values);
const ones = (n: number) => new Float64Array(n).fill(1);

/** Without the smallest doubles, whose squares vanish. */
const thousandths = fc.integer({ min: -1000, max: 1000 }).map((x) => x / 1000);

/** Columns of 12 rows and weights, some of them 0, with scales far apart. */
const regressions = fc
  .record({
    columns: fc.array(fc.array(thousandths, { minLength: 12, maxLength: 12 }), {
      minLength: 1,
      maxLength: 4,
    }),
    values: fc.array(thousandths, { minLength: 12, maxLength: 12 }),
    weights: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 12, maxLength: 12 }),
    scales: fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ columns, values, weights, scales }) => ({
    columns: columns.map((column, j) => Float64Array.from(column, (x) => x * 10 ** (scales[j] as number))),
    values: Float64Array.from(values),
    weights: Float64Array.from(weights),
  }));

const products = (a: Float64Array, b: Float64Array, weights: Float64Array) =>
  a.reduce((sum, x, i) => sum + (weights[i] as number) * x * (b[i] as number), 0);

describe("solveSymmetric", () => {
  it("is worked by hand for two equations", () => {
    // 4x + 2y = 2 and 2x + 3y = 5: y = 2, x = -1/2.
    expect([...solveSymmetric(of(4, 2, 2, 3), 2, of(2, 5), 1)]).toEqual([-0.5, 2]);
  });

  it("solves for several columns at once, by row", () => {
    expect([...solveSymmetric(of(2, 0, 0, 4), 2, of(2, 4, 4, 8), 2)]).toEqual([1, 2, 1, 2]);
  });

  it("solves a Gram matrix of condition 1e13 to 1e-13, refined", () => {
    // Sums over the years 2014 to 2024 of 1, t, t²: n = 11, Σt = 22209, Σt² = 44840081, for a fit of 5 - 3t.
    const x = solveSymmetric(
      of(11, 22209, 22209, 44840081),
      2,
      of(11 * 5 - 3 * 22209, 22209 * 5 - 3 * 44840081),
    );
    expect(Math.abs((x[0] as number) / 5 - 1)).toBeLessThan(1e-13);
    expect(Math.abs((x[1] as number) / -3 - 1)).toBeLessThan(1e-13);
  });

  it("names the columns that depend on columns before, whatever their scale", () => {
    // Columns x = (1, 0), 1e6 x, y = (0, 1), x + y.
    const columns = [of(1, 0), of(1e6, 0), of(0, 1), of(1, 1)];
    const gram = Float64Array.from(columns.flatMap((a) => columns.map((b) => products(a, b, ones(2)))));
    const { dependent, lower, scale } = choleskyOfGram(gram, 4);
    expect(dependent).toEqual([1, 3]);
    expect([...lower]).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
    expect([...scale]).toEqual([1, 1e6, 1, Math.SQRT2]);
    const solve = () => solveSymmetric(gram, 4, ones(4));
    expect(solve).toThrow(new DependentColumns([1, 3]));
    expect(solve).toThrow(RangeError);
    expect(solve).toThrow("columns 2 and 4 are linear combinations of the columns before");
  });

  it("counts a column of zeros as dependent", () => {
    expect(() => solveSymmetric(of(0), 1, of(1))).toThrow(
      "column 1 is a linear combination of the columns before",
    );
  });

  it("throws on matrices of another size and on values that are not finite", () => {
    expect(() => solveSymmetric(of(1, 2), 2, of(1, 2))).toThrow(RangeError);
    expect(() => solveSymmetric(of(1), 1, of(1, 2))).toThrow(RangeError);
    expect(() => inverseSymmetric(of(1, Number.NaN, Number.NaN, 1), 2)).toThrow(RangeError);
  });
});

describe("inverseSymmetric", () => {
  it("is worked by hand for the Hilbert matrix of order 3", () => {
    // Choi (1983), American Mathematical Monthly 90(5): the inverse has whole numbers.
    const hilbert = of(1, 1 / 2, 1 / 3, 1 / 2, 1 / 3, 1 / 4, 1 / 3, 1 / 4, 1 / 5);
    const inverse = inverseSymmetric(hilbert, 3);
    [9, -36, 30, -36, 192, -180, 30, -180, 180].forEach((value, i) => {
      expect(inverse[i]).toBeCloseTo(value, 10);
    });
    for (const [a, b] of [
      [1, 3],
      [2, 6],
      [5, 7],
    ] as const)
      expect(inverse[a]).toBe(inverse[b]);
  });
});

describe("weightedBasis", () => {
  it("is orthonormal under the weights, and X = QR", () => {
    fc.assert(
      fc.property(regressions, ({ columns, weights }) => {
        const { basis, independent, dependent, upper } = weightedBasis(columns, weights);
        const k = basis.length;
        expect([...independent, ...dependent].sort()).toEqual(columns.map((_, j) => j));
        basis.forEach((a, i) => {
          basis.forEach((b, j) => {
            expect(Math.abs(products(a, b, weights) - (i === j ? 1 : 0))).toBeLessThan(1e-13);
          });
        });
        independent.forEach((at, j) => {
          const column = columns[at] as Float64Array;
          const length = Math.sqrt(products(column, column, weights));
          column.forEach((x, row) => {
            const again = basis.reduce(
              (sum, q, i) => sum + (q[row] as number) * (upper[i * k + j] as number),
              0,
            );
            if ((weights[row] as number) > 0) expect(Math.abs(x - again)).toBeLessThan(1e-14 * length);
          });
        });
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("is as orthogonal for columns that are nearly dependent", () => {
    const column = (f: (i: number) => number) => Float64Array.from({ length: 2500 }, (_, i) => f(i));
    const columns = [
      ones(2500),
      column((i) => 2014 + (i % 11)),
      column((i) => (2014 + (i % 11)) ** 2),
      column((i) => 1 + 1e-5 * ((i * 31) % 17)),
    ];
    const weights = column((i) => 1 + (i % 7));
    const { basis } = weightedBasis(columns, weights);
    expect(basis).toHaveLength(4);
    basis.forEach((a, i) => {
      basis.forEach((b, j) => {
        expect(Math.abs(products(a, b, weights) - (i === j ? 1 : 0))).toBeLessThan(1e-13);
      });
    });
  });

  it("tells a column with 1e-6 of its own from one with 1e-8", () => {
    const near = (apart: number) => [of(1, 1, 1), of(1, 1, 1 + apart)];
    expect(weightedBasis(near(1e-6), ones(3)).dependent).toEqual([]);
    expect(weightedBasis(near(1e-8), ones(3)).dependent).toEqual([1]);
  });

  it("throws on columns of another length and on values that are not finite", () => {
    expect(() => weightedBasis([of(1, 2)], ones(3))).toThrow("column 1 has 2 values for 3 weights");
    expect(() => weightedBasis([of(1, Number.NaN)], ones(2))).toThrow(
      "column 1 holds a value that is not finite",
    );
  });
});

describe("weightedLeastSquares", () => {
  it("is worked by hand for a weighted line", () => {
    // Points (0, 0), (1, 1), (2, 4) with weights 1, 2, 1: means 1 and 3/2, slope (3/2 + 5/2) / 2 = 2.
    const fit = weightedLeastSquares([ones(3), of(0, 1, 2)], of(0, 1, 4), of(1, 2, 1));
    expect(fit.coefficients[0]).toBeCloseTo(-0.5, 14);
    expect(fit.coefficients[1]).toBeCloseTo(2, 14);
    [0.5, -0.5, 0.5].forEach((value, i) => {
      expect(fit.residuals[i]).toBeCloseTo(value, 14);
    });
    // X'WX = [4, 4; 4, 6], of determinant 8.
    [6 / 8, -4 / 8, -4 / 8, 4 / 8].forEach((value, i) => {
      expect(fit.inverse[i]).toBeCloseTo(value, 14);
    });
  });

  it("finds known coefficients of years, incomes and indicators beside a constant to 1e-11", () => {
    const n = 3000;
    const rows = <T>(f: (i: number) => T) => Array.from({ length: n }, (_, i) => f(i));
    const year = Float64Array.from(rows((i) => 2014 + (i % 11)));
    const income = Float64Array.from(rows((i) => 1e5 + ((i * 7919) % 40009)));
    const yes = Float64Array.from(rows((i) => (i % 3 === 0 ? 1 : 0)));
    const truth = [-1024, 0.5, 2 ** -14, 3];
    // Whole multiples of 2^-14: the values are exact.
    const values = Float64Array.from(
      rows(
        (i) => -1024 + (year[i] as number) / 2 + (income[i] as number) * 2 ** -14 + 3 * (yes[i] as number),
      ),
    );
    const { coefficients } = weightedLeastSquares(
      [ones(n), year, income, yes],
      values,
      Float64Array.from(rows((i) => 1 + (i % 5) / 3)),
    );
    truth.forEach((value, j) => {
      expect(Math.abs((coefficients[j] as number) / value - 1)).toBeLessThan(1e-11);
    });
  });

  it("leaves residuals that no column explains, as weightedResiduals", () => {
    fc.assert(
      fc.property(regressions, ({ columns, values, weights }) => {
        const residuals = weightedResiduals(columns, values, weights);
        for (const column of columns) {
          const scale = Math.sqrt(products(column, column, weights) * products(values, values, weights));
          // A dependent column may have 1e-7 of its own.
          expect(Math.abs(products(column, residuals, weights))).toBeLessThanOrEqual(2e-7 * scale);
        }
        if (weightedBasis(columns, weights).dependent.length > 0) return;
        const fit = weightedLeastSquares(columns, values, weights);
        expect([...fit.residuals]).toEqual([...residuals]);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("names the columns that depend on columns before", () => {
    const x = of(1, 2, 4);
    expect(() => weightedLeastSquares([ones(3), x, x.map((v) => 3 - v)], x, ones(3))).toThrow(
      new DependentColumns([2]),
    );
  });

  it("fits a row of weight 0 without being moved by it", () => {
    const fit = weightedLeastSquares([ones(3)], of(1, 3, 100), of(1, 1, 0));
    expect([...fit.coefficients]).toEqual([expect.closeTo(2, 14)]);
    expect(fit.residuals[2]).toBeCloseTo(98, 12);
  });
});

describe("weightedResiduals", () => {
  it("gives the example of its manual", () => {
    expect([...weightedResiduals([of(1, 1)], of(1, 4), of(2, 1))]).toEqual([
      expect.closeTo(-1, 14),
      expect.closeTo(2, 14),
    ]);
  });

  it("keeps apart weights and columns that it has seen before", () => {
    const columns = [of(1, 1)];
    weightedResiduals(columns, of(1, 4), of(2, 1));
    expect(weightedResiduals(columns, of(1, 4), of(1, 1))[0]).toBeCloseTo(-1.5, 14);
    expect(weightedResiduals([], of(1, 4), of(1, 1))).toEqual(of(1, 4));
  });
});
