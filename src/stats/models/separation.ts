import type { Cells } from "./cells.js";
import { linearPredictor } from "./linear-predictor.js";
import type { Answers } from "./logistic-fit.js";

/** How far a cell may lie on the wrong side, of the farthest distance: what steps have not yet settled. */
const WRONG = 1e-6;

/** Of the largest part, what a column takes in a direction. */
const PART = 1e-3;

/**
 * Throws a RangeError when a direction separates the answers: no cell with a 1 lies on its lower side, none with a 0 on
 * its upper side, and not all between. Coefficients can then go on in this direction for ever, with a likelihood that
 * only rises, so that there is no finite estimate.
 *
 * @param direction of the coefficients
 * Source: Albert and Anderson (1984), Biometrika 71(1).
 */
export function assertNotSeparated(
  cells: Cells,
  { ones, zeros }: Answers,
  direction: Float64Array,
  names: readonly string[],
): void {
  const side = linearPredictor(cells, direction);
  let far = 0;
  let wrong = 0;
  for (let c = 0; c < cells.count; c++) {
    const value = side[c] as number;
    const one = (ones[c] as number) > 0;
    const zero = (zeros[c] as number) > 0;
    if (one || zero) far = Math.max(far, Math.abs(value));
    if (one) wrong = Math.max(wrong, -value);
    if (zero) wrong = Math.max(wrong, value);
  }
  if (!(wrong <= WRONG * far)) return;
  const largest = direction.reduce((most, part, a) => (a === 0 ? most : Math.max(most, Math.abs(part))), 0);
  const which = names.filter((_, a) => a > 0 && Math.abs(direction[a] as number) > PART * largest);
  throw new RangeError(
    `${which.length === 0 ? "the intercept" : which.join(" and ")} separate${which.length > 1 ? "" : "s"} the answers: where ${which.length > 1 ? "they have" : "it has"} some values every answer is the same, so that no finite estimate exists; leave the term out or join its levels`,
  );
}
