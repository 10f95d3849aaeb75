/** x_i - x_j >= least. Index n, the number of variables, is the constant 0. */
export interface Difference {
  readonly i: number;
  readonly j: number;
  readonly least: number;
}

const ROUNDING = 1e-9;

/**
 * A difference bound matrix: the greatest known lower bounds of all differences of `n` variables, and of the
 * variables themselves as differences from a constant 0. Invariant: closed under x - z >= (x - y) + (y - z).
 */
export class DifferenceBounds {
  private constructor(
    readonly n: number,
    private readonly least: Float64Array,
  ) {}

  /** Null when the limits and differences contradict each other. */
  static from(
    low: readonly number[],
    high: readonly number[],
    differences: readonly Difference[],
  ): DifferenceBounds | null {
    const n = low.length;
    const width = n + 1;
    const least = new Float64Array(width * width).fill(-Infinity);
    for (let i = 0; i < n; i++) {
      least[i * width + i] = 0;
      least[i * width + n] = low[i];
      least[n * width + i] = -high[i];
    }
    least[width * width - 1] = 0;
    for (const { i, j, least: m } of differences) {
      least[i * width + j] = Math.max(least[i * width + j], m);
    }
    for (let k = 0; k < width; k++) {
      for (let p = 0; p < width; p++) {
        const first = least[p * width + k];
        if (first === -Infinity) continue;
        for (let q = 0; q < width; q++) {
          const sum = first + least[k * width + q];
          if (sum > least[p * width + q]) least[p * width + q] = sum;
        }
      }
    }
    for (let i = 0; i < width; i++) if (least[i * width + i] > ROUNDING) return null;
    for (let i = 0; i < width; i++) least[i * width + i] = 0;
    return new DifferenceBounds(n, least);
  }

  low(i: number): number {
    return this.least[i * (this.n + 1) + this.n];
  }

  high(i: number): number {
    return -this.least[this.n * (this.n + 1) + i];
  }

  /** The greatest known lower bound of x_i - x_j. */
  leastDifference(i: number, j: number): number {
    return this.least[i * (this.n + 1) + j];
  }

  copy(): DifferenceBounds {
    return new DifferenceBounds(this.n, this.least.slice());
  }

  /** Adds one difference; false when it contradicts the others. */
  add({ i, j, least: m }: Difference): boolean {
    const width = this.n + 1;
    const { least } = this;
    if (m <= least[i * width + j]) return true;
    const back = m + least[j * width + i];
    if (back > ROUNDING) return false;
    const known = back > 0 ? m - back : m;
    for (let p = 0; p < width; p++) {
      const first = least[p * width + i] + known;
      if (first === -Infinity) continue;
      for (let q = 0; q < width; q++) {
        const sum = first + least[j * width + q];
        if (sum > least[p * width + q]) least[p * width + q] = sum;
      }
    }
    return true;
  }

  /** Adds a lower (or upper) limit of one variable; false when it contradicts the others. */
  atLeast(i: number, limit: number): boolean {
    return this.add({ i, j: this.n, least: limit });
  }

  atMost(i: number, limit: number): boolean {
    return this.add({ i: this.n, j: i, least: -limit });
  }
}
