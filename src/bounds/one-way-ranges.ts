import { oneWaySystems } from "./one-way-system.js";
import type { BoundProblem } from "./problem.js";

const STEPS = 40;

/**
 * The range of each unknown under one-way statements, as closed intervals in order: one for each choice of directions
 * of the pairs that differ. Ends are found by bisection, to 1e-10 of the scale.
 *
 * @throws RangeError for statements of another kind; see `oneWaySystems`
 */
export function oneWayRanges(
  problem: BoundProblem,
): Readonly<Record<string, readonly (readonly [number, number])[]>> {
  const n = problem.unknowns.length;
  const low = new Float64Array(n);
  const high = new Float64Array(n).fill(100);
  for (const { id, low: least = 0, high: most = 100 } of [...problem.unknowns, ...(problem.ranges ?? [])]) {
    const i = problem.unknowns.findIndex((u) => u.id === id);
    low[i] = Math.max(low[i], least);
    high[i] = Math.min(high[i], most);
  }
  const systems = oneWaySystems(problem).filter((system) => system.within(low, high));
  return Object.fromEntries(
    problem.unknowns.map(({ id }, i) => [
      id,
      systems
        .map(({ canBeAtLeast, canBeAtMost }): readonly [number, number] => [
          -bisect(-high[i], -low[i], (x) => canBeAtMost(i, -x)),
          bisect(low[i], high[i], (x) => canBeAtLeast(i, x)),
        ])
        .sort(([a], [b]) => a - b),
    ]),
  );
}

/** Bisection: the greatest x in [from, to] that fits, where `fits` is true up to some point. */
function bisect(from: number, to: number, fits: (x: number) => boolean): number {
  if (fits(to)) return to;
  let [good, bad] = [from, to];
  for (let step = 0; step < STEPS; step++) {
    const middle = (good + bad) / 2;
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
