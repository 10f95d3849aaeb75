import { type End, endOf, objectiveRow, type Solvable } from "./solvable.js";
import { tryNear } from "./system.js";

const STEP = 0.001;
const STRIDE = 0.25;
const MAX_CLIMBS = 30;

/**
 * The values that an objective can take between its two ends, as closed intervals. From a feasible system, climbs as
 * far as feasible systems reach without a break, then asks for the least value above; a gap wider than 0.001 is a
 * hole. Where climbs are short (shares that serve several identities) the sweep proceeds in steps of a quarter of a
 * point, or a fortieth of the range, and may miss holes within a step.
 */
export function valueSet(
  solvable: Solvable,
  objective: Float64Array,
  low: End,
  high: End,
): [number, number][] {
  const intervals: [number, number][] = [];
  const stride = Math.max(STRIDE, (high.attained - low.attained) / 40);
  let start = low.proven;
  let covered = climb(solvable, objective, low);
  let step = STEP;
  while (covered < high.attained - STEP) {
    const from = Math.min(covered + step, high.attained - STEP / 2);
    const next = leastFrom(solvable, objective, from);
    if (next === null) break;
    if (next.attained > from + STEP) {
      const edge = greatestTo(solvable, objective, (from + next.proven) / 2);
      const near = Math.max(covered, edge?.proven ?? covered);
      if (next.proven - near > STEP) {
        intervals.push([start, near]);
        start = next.proven;
      }
    }
    const reached = climb(solvable, objective, next);
    step = reached > covered + stride ? STEP : stride;
    covered = Math.max(from, reached);
  }
  intervals.push([start, Math.max(start, high.proven)]);
  return intervals;
}

function leastFrom(solvable: Solvable, objective: Float64Array, from: number): End | null {
  return endOf(solvable, objective, "least", { extra: [objectiveRow(objective, from, Infinity)] });
}

function greatestTo(solvable: Solvable, objective: Float64Array, to: number): End | null {
  return endOf(solvable, objective, "greatest", { extra: [objectiveRow(objective, -Infinity, to)] });
}

/**
 * How far the objective can rise from a point within feasible systems. Each step maximises over a convex subset that
 * contains the current point.
 */
function climb({ prepared }: Solvable, objective: Float64Array, from: End): number {
  if (prepared === null) return from.attained;
  const upwards = objective.map((c) => -c);
  let reached = from.attained;
  let x = from.x;
  let idle = 0;
  for (let turn = 0; turn < MAX_CLIMBS && idle < 2; turn++) {
    const next = tryNear(prepared, x, turn, [], upwards);
    if (next === null) break;
    const value = objective.reduce((sum, c, i) => sum + c * next[i], 0);
    idle = value > reached + 1e-6 ? 0 : idle + 1;
    reached = Math.max(reached, value);
    x = next;
  }
  return reached;
}
