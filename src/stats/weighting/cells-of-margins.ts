import type { Factor } from "../design/factor.js";

/** The combinations of levels of several factors that occur. */
export interface Cells {
  /** Each row's cell. */
  readonly codes: Int32Array;
  readonly count: number;
  /** For each factor the level of every cell. */
  readonly levels: readonly Int32Array[];
}

/**
 * Assigns rows to the cells of a cross-classification: only cells that occur, numbered by first row, so the number of
 * combinations does not matter.
 *
 * @param factors none with missing levels, all of the same rows
 */
export function cellsOfMargins(factors: readonly Factor[]): Cells {
  let codes: Int32Array = new Int32Array(factors[0]?.codes.length ?? 0);
  let count = 1;
  for (const { codes: next, levels } of factors) {
    const k = levels.length;
    const number = new Int32Array(count * k).fill(-1);
    const crossed = new Int32Array(codes.length);
    count = 0;
    for (let i = 0; i < codes.length; i++) {
      const pair = codes[i] * k + next[i];
      if (number[pair] < 0) number[pair] = count++;
      crossed[i] = number[pair];
    }
    codes = crossed;
  }
  const levels = factors.map((factor) => {
    const level = new Int32Array(count);
    for (let i = 0; i < codes.length; i++) level[codes[i]] = factor.codes[i];
    return level;
  });
  return { codes, count, levels };
}
