import { oneWaySystems } from "./one-way-system.js";
import type { BoundProblem } from "./problem.js";

const STEPS = 40;

/**
 * What each unknown can be under statements that point one way, as closed intervals in order: one for each choice of a
 * direction for the pairs that differ. Ends are found by halving, to a ten thousand millionth of the scale.
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
    low[i] = Math.max(low[i] as number, least);
    high[i] = Math.min(high[i] as number, most);
  }
  const systems = oneWaySystems(problem).filter((system) => system.within(low, high));
  return Object.fromEntries(
    problem.unknowns.map(({ id }, i) => [
      id,
      systems
        .map(({ reaches, begins }): readonly [number, number] => [
          -halved(-(high[i] as number), -(low[i] as number), (x) => begins(i, -x)),
          halved(low[i] as number, high[i] as number, (x) => reaches(i, x)),
        ])
        .sort(([a], [b]) => a - b),
    ]),
  );
}

/** The greatest x from `from` to `to` that fits, where all below it do. */
function halved(from: number, to: number, fits: (x: number) => boolean): number {
  if (fits(to)) return to;
  let [good, bad] = [from, to];
  for (let step = 0; step < STEPS; step++) {
    const middle = (good + bad) / 2;
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
