import type { Factor } from "../design/factor.js";
import type { SurveyDesign } from "../design/survey-design.js";
import { groupTotals } from "./group-totals.js";
import { groupsOf } from "./groups.js";

/** The weighted totals of the cells of a two-way table, over the levels that occur, row by row. */
export interface CellTotals {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly totals: Float64Array;
  /** Covariance matrix of the totals, row by row. */
  readonly covariance: Float64Array;
  /** Interviews in the table, and the degrees of freedom of all of them together. */
  readonly n: number;
  readonly df: number;
}

/**
 * A weighted two-way table. Rows that miss either answer stay in the design and out of the table.
 *
 * @throws RangeError for fewer than two levels that occur in either variable
 */
export function cellTotals(
  design: SurveyDesign,
  row: Factor,
  column: Factor,
  domain?: ArrayLike<number | boolean>,
): CellTotals {
  const counted = groupsOf(design, [], { by: [row, column], ...(domain === undefined ? {} : { domain }) });
  const width = column.levels.length;
  const occurs = (cells: (cell: number) => boolean) => counted.n.some((n, cell) => n > 0 && cells(cell));
  const rows = row.levels.flatMap((_, r) => (occurs((cell) => Math.floor(cell / width) === r) ? [r] : []));
  const columns = column.levels.flatMap((_, c) => (occurs((cell) => cell % width === c) ? [c] : []));
  if (rows.length < 2 || columns.length < 2)
    throw new RangeError(
      `a table of ${rows.length} by ${columns.length} levels that occur; a test needs at least two of each`,
    );
  const place = new Int32Array(counted.count).fill(-1);
  rows.forEach((r, a) => {
    columns.forEach((c, b) => {
      place[r * width + c] = a * columns.length + b;
    });
  });
  const codes = counted.codes.map((cell) => (cell < 0 ? -1 : place[cell]));
  const { totals, covariance } = groupTotals(design, null, codes, rows.length * columns.length);
  return {
    rows: rows.map((r) => row.levels[r]),
    columns: columns.map((c) => column.levels[c]),
    totals,
    covariance,
    n: counted.n.reduce((sum, n) => sum + n, 0),
    df: counted.degreesOfFreedom(Array.from({ length: counted.count }, (_, g) => g)),
  };
}
