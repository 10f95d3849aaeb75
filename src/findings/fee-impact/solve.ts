import { boundsOf } from "../../analysis/bounds-of.js";
import {
  type Ask,
  type Bound,
  boundProblem,
  type CompleteSystem,
  UnsolvedError,
} from "../../bounds/index.js";
import { memoize } from "../../model/memoize.js";
import type { FeeFacts } from "./facts.js";
import { FLOOR, type Floor, type ParentsReading, swingOf } from "./parents.js";
import { feeProblem, type Reading } from "./problem.js";

type Ends = Pick<Bound, "low" | "high">;

/** The bounds of one question, and solutions within 0.05 points of them, if found. */
export interface Solved extends Ends {
  readonly attainedLow: CompleteSystem | undefined;
  readonly attainedHigh: CompleteSystem | undefined;
}

/**
 * The bounds of each question under a reading without the sentences on parents; null if infeasible because of numbers
 * filled in.
 */
export function solve(facts: FeeFacts, reading: Reading, ask: readonly Ask[]): readonly Bound[] | null {
  return solveAt(facts, reading, ask);
}

/** The bounds of one question. */
export function solveOne(facts: FeeFacts, reading: Reading, ask: Ask): Solved | null {
  return reading.parents === null
    ? (solve(facts, reading, [ask])?.[0] ?? null)
    : withParents(facts, reading, reading.parents, ask);
}

const withParents = /* @__PURE__ */ memoize(
  (facts: FeeFacts, reading: Reading, parents: ParentsReading, ask: Ask): Solved | null => {
    const without = solve(facts, { ...reading, parents: null }, [ask])?.[0];
    if (without === undefined) return null;
    return boundsOverFloors(
      parents,
      (floor) => solvedOr("unsolved", () => solveAt(facts, reading, [ask], floor)?.[0] ?? null),
      without,
    );
  },
  { size: 300 },
);

/** The solver's result, or `otherwise` if it gives up. */
function solvedOr<Found, Else>(otherwise: Else, find: () => Found): Found | Else {
  try {
    return find();
  } catch (error) {
    if (error instanceof UnsolvedError) return otherwise;
    throw error;
  }
}

function solveAt(
  facts: FeeFacts,
  reading: Reading,
  ask: readonly Ask[],
  floor?: Floor,
): readonly Bound[] | null {
  // No range has a hole: for given weights the feasible set is convex, and a constant level is feasible for all.
  const options = { holes: false, leaveOneOut: false, conflict: false };
  const problem = feeProblem(facts, reading, ask, floor);
  // The search over floors needs only the ends.
  const result = floor === undefined ? boundsOf(problem, options) : boundProblem(problem, options);
  return result.feasible ? result.bounds : null;
}

interface Attained {
  readonly value: number;
  readonly system: CompleteSystem;
}

/** Tolerance between a proven end and the attained one, in points. */
const PRECISION = 0.05;
const MAX_RANGES = 400;
/** The narrowest range of floors to split further when the solver gives up, in points. */
const MIN_WIDTH = 0.5;

function halves({ low, high }: Floor): Floor[] {
  const middle = (low + high) / 2;
  return [
    { low, high: middle },
    { low: middle, high },
  ];
}

/**
 * The bounds over all floors of the mix, by branch and bound: a range of floors is split while its relaxation reaches
 * beyond the values attained at single floors. The bounds are proven, and attained to within the precision.
 *
 * @param without the bounds without the sentences on parents: outer bounds, used where the solver gives up
 */
function boundsOverFloors(
  { mix }: ParentsReading,
  at: (floor: Floor) => Bound | "unsolved" | null,
  without: Ends,
): Solved | null {
  const highest = 100 - swingOf(mix);
  if (highest === 0) {
    const bound = at({ low: 0, high: 0 });
    if (bound !== "unsolved") return bound;
    return { low: without.low, high: without.high, attainedLow: undefined, attainedHigh: undefined };
  }
  const found: { low?: Attained; high?: Attained } = {};
  const attain = (floor: number) => {
    const bound = at({ low: floor, high: floor });
    if (bound === null || bound === "unsolved") return;
    if (bound.low < (found.low?.value ?? Infinity))
      found.low = { value: bound.low, system: bound.attainedLow };
    if (bound.high > (found.high?.value ?? -Infinity))
      found.high = { value: bound.high, system: bound.attainedHigh };
  };
  const excess = ({ low, high }: Ends) =>
    Math.max((found.low?.value ?? Infinity) - low, high - (found.high?.value ?? -Infinity));
  const open = [{ low: 0, high: highest }];
  let proven: Ends = { low: Infinity, high: -Infinity };
  const prove = ({ low, high }: Ends) => {
    proven = { low: Math.min(proven.low, low), high: Math.max(proven.high, high) };
  };
  for (let ranges = 0; open.length > 0; ranges++) {
    const floor = open.shift() as Floor;
    const bound = at(floor);
    if (bound === null) continue;
    if (bound === "unsolved") {
      if (ranges > MAX_RANGES || floor.high - floor.low < MIN_WIDTH) prove(without);
      else open.push(...halves(floor));
      continue;
    }
    const reach = { low: Math.max(bound.low, without.low), high: Math.min(bound.high, without.high) };
    const tried = [bound.attainedLow, bound.attainedHigh].map(({ values }) => values[FLOOR] ?? floor.low);
    if (excess(reach) > PRECISION) for (const single of new Set(tried)) attain(single);
    if (excess(reach) <= PRECISION || ranges > MAX_RANGES) prove(reach);
    else open.push(...halves(floor));
  }
  const { low, high } = found;
  // Ends that no single floor attained stay at their proven value: never too narrow.
  const ends = {
    low: Math.min(proven.low, low?.value ?? Infinity),
    high: Math.max(proven.high, high?.value ?? -Infinity),
  };
  return ends.low > ends.high ? null : { ...ends, attainedLow: low?.system, attainedHigh: high?.system };
}
