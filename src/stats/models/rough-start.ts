import type { Cells } from "./cells.js";
import { type Answers, logisticFit } from "./logistic-fit.js";

/** From this many cells on, a fit of a subset saves more than it costs. */
const MANY = 20_000;
const EVERY = 16;

/**
 * Start values from a fit to every 16th cell, for models with many cells: the full fit then takes two or three rounds
 * instead of six, with the same result.
 *
 * @param start start of the subset's fit; returned for few cells or where the subset cannot be fitted
 */
export function roughStart(
  cells: Cells,
  { ones, zeros }: Answers,
  start: Float64Array,
  names: readonly string[],
): Float64Array {
  if (cells.count < MANY) return start;
  const count = Math.floor(cells.count / EVERY);
  const pick = (values: Float64Array) => Float64Array.from({ length: count }, (_, c) => values[c * EVERY]);
  const part: Cells = {
    ...cells,
    count,
    group: Int32Array.from({ length: count }, (_, c) => cells.group[c * EVERY]),
    numbers: cells.numbers.map(pick),
  };
  try {
    return logisticFit(part, { ones: pick(ones), zeros: pick(zeros) }, start, {
      names,
      tolerance: 1e-4,
      maxIterations: 20,
    }).beta;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return start;
  }
}
