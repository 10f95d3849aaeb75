import type { Factor } from "../design/factor.js";

/** A variable on the right side of a model: a number a row (NaN is missing), or a factor. */
export type ModelTerm =
  | { readonly name: string; readonly kind: "number"; readonly values: Float64Array }
  | { readonly name: string; readonly kind: "factor"; readonly factor: Factor };

/** The levels of a factor that no row of the model has. They have no column. */
export interface LevelsDropped {
  readonly term: string;
  readonly levels: readonly string[];
}

/** A factor's columns. */
export interface CodedFactor {
  readonly term: string;
  readonly factor: Factor;
  /** The column of each level: 0 for the reference level, which has none of its own, and -1 where it is dropped. */
  readonly columnOf: Int32Array;
}

/** A number's column. */
export interface CodedNumber {
  readonly term: string;
  readonly values: Float64Array;
  readonly column: number;
}

/** The columns of a model and the rows that it is made from. */
export interface ModelMatrix {
  /** 1 for each row that counts, 0 for the others. */
  readonly rows: Uint8Array;
  /** Column names as in R: `(Intercept)`, a number's name, a factor's name and level together. */
  readonly names: readonly string[];
  /** The term that each column belongs to. */
  readonly terms: readonly string[];
  readonly factors: readonly CodedFactor[];
  readonly numbers: readonly CodedNumber[];
  readonly levelsDropped: readonly LevelsDropped[];
}

/**
 * The model matrix of terms, coded and not yet written out: an intercept, a column for each number, and for each factor
 * a column of 0 and 1 for every level but the first (treatment coding). Of a factor's levels only those count that a row
 * of the model has; the first of them is the reference.
 *
 * @param n rows
 * @param rows for each row whether it may count, as by its answer and its domain; all by default. A row that misses
 *   a term does not count.
 * @throws RangeError for columns of another length, two terms of one name, or a factor with less than two levels among
 *   the rows that count
 * @example
 * modelMatrix(3, [{ name: "g", kind: "factor", factor: factor(["a", "c", "b"]) }]).names // ["(Intercept)", "gb", "gc"]
 * Source: R `model.matrix` with `contr.treatment`, after `droplevels`.
 */
export function modelMatrix(
  n: number,
  terms: readonly ModelTerm[],
  rows: ArrayLike<number | boolean> = new Uint8Array(n).fill(1),
): ModelMatrix {
  const seen = new Set<string>();
  for (const term of terms) {
    const length = term.kind === "number" ? term.values.length : term.factor.codes.length;
    if (length !== n) throw new RangeError(`${term.name} has ${length} rows, not ${n}`);
    if (seen.has(term.name)) throw new RangeError(`two terms are called ${term.name}`);
    seen.add(term.name);
  }
  if (rows.length !== n) throw new RangeError(`${rows.length} rows, not ${n}`);
  const complete = completeRows(terms, rows);
  const names = ["(Intercept)"];
  const termOf = ["(Intercept)"];
  const factors: CodedFactor[] = [];
  const numbers: CodedNumber[] = [];
  const levelsDropped: LevelsDropped[] = [];
  for (const term of terms) {
    if (term.kind === "number") {
      numbers.push({ term: term.name, values: term.values, column: names.length });
      names.push(term.name);
      termOf.push(term.name);
      continue;
    }
    const { codes, levels } = term.factor;
    const occurs = new Uint8Array(levels.length);
    for (let i = 0; i < n; i++) if (complete[i] === 1) occurs[codes[i]] = 1;
    const reference = occurs.indexOf(1);
    const used = occurs.reduce((sum, one) => sum + one, 0);
    if (used < 2)
      throw new RangeError(
        `${term.name} has ${used === 0 ? "no level" : `one level, ${levels[reference]},`} among the rows that count`,
      );
    const columnOf = new Int32Array(levels.length).fill(-1);
    levels.forEach((level, code) => {
      if (occurs[code] === 0) return;
      columnOf[code] = code === reference ? 0 : names.length;
      if (code === reference) return;
      names.push(`${term.name}${level}`);
      termOf.push(term.name);
    });
    factors.push({ term: term.name, factor: term.factor, columnOf });
    if (used < levels.length)
      levelsDropped.push({ term: term.name, levels: levels.filter((_, code) => occurs[code] === 0) });
  }
  return { rows: complete, names, terms: termOf, factors, numbers, levelsDropped };
}

/** 1 for each of `rows` that has all terms. */
export function completeRows(terms: readonly ModelTerm[], rows: ArrayLike<number | boolean>): Uint8Array {
  const complete = new Uint8Array(rows.length);
  for (let i = 0; i < complete.length; i++) complete[i] = rows[i] ? 1 : 0;
  for (const term of terms) {
    if (term.kind === "number") {
      const { values } = term;
      for (let i = 0; i < complete.length; i++) if (Number.isNaN(values[i])) complete[i] = 0;
    } else {
      const { codes } = term.factor;
      for (let i = 0; i < complete.length; i++) if (codes[i] < 0) complete[i] = 0;
    }
  }
  return complete;
}
