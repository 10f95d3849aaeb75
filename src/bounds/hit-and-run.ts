import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { minimiseLinear } from "./linear-program.js";
import { type Mixing, mixingOf } from "./mixing.js";
import type { BoundProblem, CompleteSystem } from "./problem.js";
import type { Row } from "./program.js";
import { solvable, systemAt } from "./solvable.js";
import { statementsOf } from "./statements.js";

/** Chains count as mixed if no coordinate's R-hat is above this. */
export const MAX_R_HAT = 1.05;
export const MIN_EFFECTIVE = 100;

export interface SampleOptions {
  /** A whole number; the same seed gives the same draws everywhere. */
  readonly seed: number;
  /** Draws kept per chain: an even number of at least 8; 120 by default. */
  readonly draws?: number;
  /** Number of chains, at least two, each with its own start; four by default. */
  readonly chains?: number;
  /** Steps between kept draws; six times the number of unknowns by default. */
  readonly thin?: number;
}

export interface Sample {
  /** Chain after chain. */
  readonly draws: readonly CompleteSystem[];
  /** By unknown. */
  readonly mixing: Readonly<Record<string, Mixing>>;
  /** Whether no unknown is beyond `MAX_R_HAT` or below `MIN_EFFECTIVE`. */
  readonly mixed: boolean;
}

/** The sum of coefficient times variable is at most `most`; `row` has a coefficient for each variable. */
interface HalfSpace {
  readonly row: Float64Array;
  readonly most: number;
  readonly index: readonly number[];
}

/**
 * The polytope to sample: every row times x is at most its limit, and x moves only along the directions orthogonal to
 * `still`.
 */
interface Polytope {
  readonly n: number;
  readonly limits: readonly HalfSpace[];
  /** Orthonormal directions in which x is fixed. */
  readonly still: readonly Float64Array[];
}

/**
 * Samples systems that satisfy linear statements uniformly at random, by hit-and-run: from a point inside, draws one
 * of a few directions and then a point on the segment along it. Chains start near distant corners. Directions come
 * from the spread of a discarded first run, so that narrow polytopes are crossed as fast as wide ones.
 *
 * For pictures of how much is open. A uniform draw is no probability: which systems are frequent depends on the
 * parametrisation, and no number may be taken from them.
 *
 * @throws RangeError for a statement that is not linear (shares that are not fixed, significance), naming it; where nothing
 *   agrees; where what agrees has no inside (statements that together fix a figure); for options out of range
 * Source: Smith (1984), Operations Research 32(6); Lovász (1999), Mathematical Programming 86.
 */
export function sampleSystems(problem: BoundProblem, options: SampleOptions): Sample {
  const { seed, draws = 120, chains = 4, thin = 6 * problem.unknowns.length } = options;
  if (!Number.isInteger(seed)) throw new RangeError(`the seed must be a whole number, not ${seed}`);
  if (!(Number.isInteger(thin) && thin >= 1)) throw new RangeError(`${thin} steps from draw to draw`);
  if (!(Number.isInteger(draws) && draws >= 8 && draws % 2 === 0 && Number.isInteger(chains) && chains >= 2))
    throw new RangeError("two or more chains with an even number of at least 8 draws are needed");
  const statements = statementsOf(problem);
  const system = solvable(problem, statements);
  const bent = system.built.pieces[0];
  if (bent !== undefined) {
    const { path = "", name } = statements[bent.statement] ?? {};
    throw new RangeError(`${path}${name === undefined ? "" : ` (${name})`}: not linear, so no draw is made`);
  }
  const { low, high, rows, differences } = system.built;
  const all: Row[] = [
    ...rows,
    ...differences.map(({ i, j, least, statement }) => ({
      ...{ index: [i, j], coefficient: [1, -1], low: least, high: Number.POSITIVE_INFINITY },
      statement,
    })),
  ];
  const program = { low, high, rows: all };
  const polytope = polytopeOf(low, high, all);
  const centre = chebyshevCentre(polytope, program);
  const random = xoroshiro128plus(seed);
  for (let i = 0; i < 16; i++) uniformFloat64(random);
  const uniform = () => uniformFloat64(random);
  const corners = Array.from({ length: chains }, () => {
    const objective = Float64Array.from({ length: polytope.n }, () => uniform() - 0.5);
    return minimiseLinear(program, objective)?.x ?? centre;
  });
  const starts = corners.map((corner) => corner.map((x, i) => NEAR * x + (1 - NEAR) * centre[i]));
  // First the reach of each unknown, then the spread of the discarded run.
  let spread = reach(polytope, program);
  for (let round = 0; round < ROUNDS; round++) {
    const seen: Float64Array[] = [];
    for (const start of starts)
      walk(polytope, start, spread, uniform, WARM * polytope.n, (x) => seen.push(x.slice()));
    spread = spreadOf(seen);
  }
  const kept = starts.map((start) => {
    const points: Float64Array[] = [];
    let step = 0;
    walk(polytope, start, spread, uniform, draws * thin, (x) => {
      if (++step % thin === 0) points.push(x.slice());
    });
    return points;
  });
  const mixing = Object.fromEntries(
    problem.unknowns.map(({ id }, i) => [id, mixingOf(kept.map((chain) => chain.map((x) => x[i])))]),
  );
  return {
    draws: kept.flat().map((x) => systemAt(system, x)),
    mixing,
    mixed: Object.values(mixing).every(
      ({ rHat, effective }) => rHat <= MAX_R_HAT && effective >= MIN_EFFECTIVE,
    ),
  };
}

/** Position of a chain's start between the centre (0) and its corner (1). */
const NEAR = 0.9;
const ROUNDS = 2;
/** Steps of the discarded run, per variable. */
const WARM = 25;
/** Values closer than this are equal. */
const CLOSE = 1e-9;

function polytopeOf(low: readonly number[], high: readonly number[], rows: readonly Row[]): Polytope {
  const n = low.length;
  const limits: Omit<HalfSpace, "index">[] = [];
  const still: Float64Array[] = [];
  const fix = (row: Float64Array) => {
    const rest = without(row, still);
    const size = Math.hypot(...rest);
    if (size > CLOSE) still.push(rest.map((x) => x / size));
  };
  const put = (row: Float64Array, least: number, most: number) => {
    if (most - least <= CLOSE) {
      fix(row);
      return;
    }
    if (most < Number.POSITIVE_INFINITY) limits.push({ row, most });
    if (least > Number.NEGATIVE_INFINITY) limits.push({ row: row.map((x) => -x), most: -least });
  };
  const unit = (i: number) => {
    const row = new Float64Array(n);
    row[i] = 1;
    return row;
  };
  low.forEach((least, i) => {
    put(unit(i), least, high[i]);
  });
  for (const { index, coefficient, low: least, high: most } of rows) {
    const row = new Float64Array(n);
    index.forEach((i, k) => {
      row[i] += coefficient[k];
    });
    put(row, least, most);
  }
  // "a = b" is stated as two differences.
  for (const { row, most } of limits) {
    const opposite = limits.some((o) => o.most === -most && o.row.every((x, i) => x === -row[i]));
    if (opposite) fix(row);
  }
  return {
    n,
    limits: limits
      .filter(({ row }) => Math.hypot(...without(row, still)) > CLOSE)
      .map((wall) => ({ ...wall, index: [...wall.row.keys()].filter((i) => wall.row[i] !== 0) })),
    still,
  };
}

/** The Chebyshev centre: the point with the greatest distance from all walls. */
function chebyshevCentre(
  { n, limits, still }: Polytope,
  program: Parameters<typeof minimiseLinear>[0],
): Float64Array {
  const objective = new Float64Array(n + 1);
  objective[n] = -1;
  const walls = limits.map(({ row, most, index }): Row => {
    return {
      index: [...index, n],
      coefficient: [...index.map((i) => row[i]), Math.hypot(...without(row, still))],
      ...{ low: Number.NEGATIVE_INFINITY, high: most, statement: -1 },
    };
  });
  const found = minimiseLinear(
    {
      low: [...Array.from(program.low), 0],
      high: [...Array.from(program.high), 100],
      rows: [...program.rows, ...walls],
    },
    objective,
  );
  if (found === null) throw new RangeError("nothing agrees with the statements");
  if (found.x[n] < 1e-6) throw new RangeError("the statements leave no room inside");
  return found.x.slice(0, n);
}

/** Initial directions: one per variable, as long as its reach. */
function reach({ n, still }: Polytope, program: Parameters<typeof minimiseLinear>[0]): Float64Array[] {
  return Array.from({ length: n }, (_, i) => {
    const objective = new Float64Array(n);
    objective[i] = 1;
    const least = minimiseLinear(program, objective)?.x[i] ?? 0;
    objective[i] = -1;
    const most = minimiseLinear(program, objective)?.x[i] ?? 0;
    const column = new Float64Array(n);
    column[i] = Math.max(most - least, 0);
    return without(column, still);
  });
}

/** Directions scaled to the points' spread: the Cholesky factor of their covariance. */
function spreadOf(points: readonly Float64Array[]): Float64Array[] {
  const n = points[0].length;
  const mean = new Float64Array(n);
  for (const x of points) for (let i = 0; i < n; i++) mean[i] += x[i] / points.length;
  const covariance = Array.from({ length: n }, () => new Float64Array(n));
  for (const x of points)
    for (let i = 0; i < n; i++) {
      const row = covariance[i];
      const lead = (x[i] - mean[i]) / points.length;
      for (let j = 0; j <= i; j++) row[j] += lead * (x[j] - mean[j]);
    }
  const columns: Float64Array[] = [];
  for (let k = 0; k < n; k++) {
    const pivot = covariance[k][k];
    if (!(pivot > CLOSE * CLOSE)) continue;
    const column = new Float64Array(n);
    for (let i = k; i < n; i++) column[i] = covariance[i][k] / Math.sqrt(pivot);
    for (let i = k; i < n; i++)
      for (let j = k; j <= i; j++) {
        const row = covariance[i];
        row[j] -= column[i] * column[j];
      }
    columns.push(column);
  }
  return columns;
}

/** Hit-and-run from `x`, which is changed in place; calls back with each new point. */
function walk(
  { n, limits, still }: Polytope,
  x: Float64Array,
  spread: readonly Float64Array[],
  uniform: () => number,
  steps: number,
  visit: (x: Float64Array) => void,
): void {
  for (let step = 0; step < steps; step++) {
    const column = spread[Math.floor(uniform() * spread.length)];
    // Removes rounding errors along fixed directions, which would accumulate.
    const along = still.length === 0 ? column : without(column, still);
    let back = Number.NEGATIVE_INFINITY;
    let on = Number.POSITIVE_INFINITY;
    for (const { row, most, index } of limits) {
      let slope = 0;
      let level = 0;
      for (const i of index) {
        slope += row[i] * along[i];
        level += row[i] * x[i];
      }
      const to = Math.max(0, most - level) / slope;
      if (slope > 0) on = Math.min(on, to);
      else if (slope < 0) back = Math.max(back, to);
    }
    const by = back + uniform() * (on - back);
    if (Number.isFinite(by)) for (let i = 0; i < n; i++) x[i] += by * along[i];
    visit(x);
  }
}

/** Removes the components along an orthonormal basis. */
function without(vector: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const rest = vector.slice();
  for (const unit of basis) {
    let size = 0;
    for (let i = 0; i < rest.length; i++) size += unit[i] * rest[i];
    for (let i = 0; i < rest.length; i++) rest[i] -= size * unit[i];
  }
  return rest;
}
