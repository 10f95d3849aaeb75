import type { ModelMatrix } from "./model-matrix.js";

/** Whole numbers in a range of at most this size are grouped like levels. */
const MAX_VALUES = 4096;

/** Maximum size of a table of all combinations. */
const LARGEST_TABLE = 2 ** 22;

/** Minimum relative spread of a number about its mean; the tolerance of R's `lm`. */
const MIN_SPREAD = 1e-7;

/**
 * The rows of a model, grouped into cells with equal values of all terms. Fits run over cells; factors and whole
 * numbers leave few, a number with many values leaves one per row.
 *
 * Numbers are standardised: (x - centre) / scale.
 */
export interface Cells {
  readonly count: number;
  /** The cell of each row, -1 for a row that does not count. */
  readonly ofRow: Int32Array;
  /** The combination of factor levels of each cell. */
  readonly group: Int32Array;
  readonly groups: number;
  /** For each group the columns of its levels, as many as there are factors; 0 for a reference level. */
  readonly groupColumns: Int32Array;
  readonly factors: number;
  /** For each number its value in every cell. */
  readonly numbers: readonly Float64Array[];
  /** Column, centre and scale of each number. */
  readonly numberColumns: readonly number[];
  readonly centre: Float64Array;
  readonly scale: Float64Array;
  /** Columns of the model, with the intercept. */
  readonly columns: number;
}

/**
 * The cells of a model.
 *
 * @param weights of the rows, for the mean and the standard deviation of numbers
 * @throws RangeError for a number that does not vary
 */
export function cellsOf(matrix: ModelMatrix, weights: Float64Array): Cells {
  const { rows, factors, numbers } = matrix;
  const groupOfRow = joined(
    rows,
    factors.map(({ factor }) => ({ codes: factor.codes, size: factor.levels.length })),
  );
  const whole = numbers.map(({ values }) => wholeNumbers(values, rows));
  const cellOfRow =
    numbers.length === 0
      ? groupOfRow
      : whole.every((codes) => codes !== null)
        ? joined(rows, [{ codes: groupOfRow.codes, size: groupOfRow.count }, ...whole])
        : numbered(rows);
  const first = firstRows(cellOfRow);
  const group = new Int32Array(first.length);
  for (let c = 0; c < group.length; c++) group[c] = groupOfRow.codes[first[c]];
  const groupColumns = new Int32Array(groupOfRow.count * factors.length);
  firstRows(groupOfRow).forEach((row, g) => {
    factors.forEach(({ factor, columnOf }, f) => {
      groupColumns[g * factors.length + f] = columnOf[factor.codes[row]];
    });
  });
  const moments = numbers.map(({ values, term }) => momentsOf(values, weights, rows, term));
  return {
    count: cellOfRow.count,
    ofRow: cellOfRow.codes,
    group,
    groups: groupOfRow.count,
    groupColumns,
    factors: factors.length,
    numbers: numbers.map(({ values }, j) => {
      const { mean, deviation } = moments[j] as { mean: number; deviation: number };
      const column = new Float64Array(first.length);
      for (let c = 0; c < column.length; c++) column[c] = (values[first[c]] - mean) / deviation;
      return column;
    }),
    numberColumns: numbers.map(({ column }) => column),
    centre: Float64Array.from(moments, ({ mean }) => mean),
    scale: Float64Array.from(moments, ({ deviation }) => deviation),
    columns: matrix.names.length,
  };
}

interface Codes {
  readonly codes: Int32Array;
  readonly count: number;
}

/** Combinations of several codes that occur; one per row where a table would be too large. */
function joined(
  rows: Uint8Array,
  parts: readonly ({ readonly codes: Int32Array; readonly size: number } | null)[],
): Codes {
  const codes = new Int32Array(rows.length);
  for (let i = 0; i < codes.length; i++) codes[i] = rows[i] === 1 ? 0 : -1;
  let count = 1;
  for (const part of parts) {
    if (part === null) continue;
    const { codes: next, size } = part;
    if (count * size > LARGEST_TABLE) return numbered(rows);
    // 0 for a combination not seen yet, else its number from 1.
    const place = new Int32Array(count * size);
    let found = 0;
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i];
      if (code < 0) continue;
      const key = code * size + next[i];
      let at = place[key];
      if (at === 0) {
        found += 1;
        at = found;
        place[key] = at;
      }
      codes[i] = at - 1;
    }
    count = found;
  }
  return { codes, count };
}

/** Each counted row as its own combination. */
function numbered(rows: Uint8Array): Codes {
  const codes = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < codes.length; i++) {
    codes[i] = rows[i] === 1 ? count : -1;
    if (rows[i] === 1) count += 1;
  }
  return { codes, count };
}

function firstRows({ codes, count }: Codes): Int32Array {
  const first = new Int32Array(count);
  for (let i = codes.length - 1; i >= 0; i--) {
    const code = codes[i];
    if (code >= 0) first[code] = i;
  }
  return first;
}

/** Whole numbers as codes from 0; null where some are not whole or they are too far apart. */
function wholeNumbers(values: Float64Array, rows: Uint8Array): { codes: Int32Array; size: number } | null {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    if (rows[i] === 0) continue;
    const x = values[i];
    if (x !== Math.floor(x)) return null;
    if (x < low) low = x;
    if (x > high) high = x;
    if (high - low >= MAX_VALUES) return null;
  }
  const codes = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) if (rows[i] === 1) codes[i] = values[i] - low;
  return { codes, size: high - low + 1 };
}

function momentsOf(
  values: Float64Array,
  weights: Float64Array,
  rows: Uint8Array,
  term: string,
): { mean: number; deviation: number } {
  const origin = values[rows.indexOf(1)];
  let total = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    if (rows[i] === 0) continue;
    const w = weights[i];
    total += w;
    sum += w * (values[i] - origin);
  }
  const mean = origin + sum / total;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    if (rows[i] === 0) continue;
    const apart = values[i] - mean;
    squares += weights[i] * apart * apart;
  }
  const deviation = Math.sqrt(squares / total);
  if (!(deviation > MIN_SPREAD * Math.hypot(mean, deviation)))
    throw new RangeError(`${term} does not vary among the rows that count`);
  return { mean, deviation };
}
