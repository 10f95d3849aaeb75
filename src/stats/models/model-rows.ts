import type { SurveyDesign } from "../design/survey-design.js";
import { type Groups, groupsOf } from "../estimates/groups.js";
import { type Cells, cellsOf } from "./cells.js";
import { completeRows, type ModelMatrix, type ModelTerm, modelMatrix } from "./model-matrix.js";

/** A model's rows, columns and cells. */
export interface Model {
  readonly matrix: ModelMatrix;
  readonly cells: Cells;
  /** Interviews that count, and the sum of their weights. */
  readonly n: number;
  readonly weightedN: number;
  /** Primary sampling units minus strata among the rows that count, plus 1, less the coefficients. */
  readonly df: number;
}

/**
 * The rows that have an answer, all terms, a weight above 0 and are in the domain, and the columns that these rows give.
 *
 * @throws RangeError for no such row, and as `modelMatrix` and `groupsOf`
 */
export function modelOf(
  design: SurveyDesign,
  y: Float64Array,
  terms: readonly ModelTerm[],
  domain: ArrayLike<number | boolean> = new Uint8Array(design.n).fill(1),
): Model {
  for (const term of terms)
    if ((term.kind === "number" ? term.values : term.factor.codes).length !== domain.length)
      throw new RangeError(`${term.name} differs in length from the design of ${design.n} rows`);
  const numbers = terms.flatMap((term) => (term.kind === "number" ? [term.values] : []));
  const groups: Groups = groupsOf(design, [y, ...numbers], { domain: completeRows(terms, domain) });
  const n = groups.n[0];
  if (n === 0) throw new RangeError("no row has an answer, all terms and a weight above 0");
  const rows = new Uint8Array(design.n);
  for (let i = 0; i < rows.length; i++) rows[i] = groups.codes[i] + 1;
  const matrix = modelMatrix(design.n, terms, rows);
  return {
    matrix,
    cells: cellsOf(matrix, design.weights),
    n,
    weightedN: groups.weightedN[0],
    df: groups.df[0] + 1 - matrix.names.length,
  };
}
