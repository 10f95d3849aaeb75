import { type Ellipse, greatestLess, leastAbove, significanceEllipse } from "./ellipse.js";
import type { BoundProblem, Identity } from "./problem.js";
import { roundingRange } from "./rounding-interval.js";
import { isBox, type ShareSet, shareSet } from "./shares.js";

const MAX_PARTS = 16;

/** `greater` is above `less`: by `least` points, or significantly. */
interface Edge {
  readonly greater: number;
  readonly less: number;
  readonly least: number;
  readonly ellipse: Ellipse | null;
}

/** A weighted mean of all figures, or of a subset that itself is part of another mean. */
interface Mean {
  readonly parts: readonly number[];
  readonly shares: ShareSet;
}

/**
 * One-way statements: each says which of two figures is the greater, by how much at least, and one weighted mean has
 * a range. The sets of figures that satisfy the order form a lattice (closed under pairwise minimum and maximum), and
 * the mean increases with every figure. So figures within limits satisfy everything exactly when the mean's range
 * meets the means of the least and greatest solutions of the order. No search is needed.
 */
export interface OneWaySystem {
  /** Sets the limits, one per figure in the order of the problem's unknowns; false when infeasible. */
  readonly within: (low: ArrayLike<number>, high: ArrayLike<number>) => boolean;
  /** Whether the limits of the last `within` are feasible with this figure at least `x`. */
  readonly canBeAtLeast: (figure: number, x: number) => boolean;
  /** Like `canBeAtLeast`, with the figure at most `x`. */
  readonly canBeAtMost: (figure: number, x: number) => boolean;
}

/**
 * Splits a problem into one-way systems: one for each choice of directions of the pairs that differ.
 *
 * @throws RangeError for statements of another kind: differences that are not significant, sums, shares in order or that
 *   serve twice, more than one mean with a printed total, or a mean of parts that is the greater of a pair
 */
export function oneWaySystems(problem: BoundProblem): OneWaySystem[] {
  const index = new Map(problem.unknowns.map(({ id }, i) => [id, i]));
  const of = (id: string): number => {
    const i = index.get(id);
    if (i === undefined) throw new RangeError(`there is no unknown "${id}"`);
    return i;
  };
  if ((problem.notSignificant ?? []).length > 0)
    throw new RangeError("notSignificant[0]: not a statement that points one way");
  const fixed: Edge[] = [
    ...(problem.order ?? []).map(([a, sign, b, least = 0], i): Edge => {
      if (sign === "=") throw new RangeError(`order[${i}]: equal figures do not point one way`);
      const [greater, less] = sign.startsWith(">") ? [of(a), of(b)] : [of(b), of(a)];
      return { greater, less, least, ellipse: null };
    }),
    ...(problem.significant ?? []).map(({ greater, less, deff, bases }, i): Edge => {
      const ellipse = significanceEllipse(deff, bases, `significant[${i}]`);
      return { greater: of(greater), less: of(less), least: 0, ellipse };
    }),
  ];
  const undirected = (problem.differ ?? []).map(({ a, b, deff, bases }, i): [Edge, Edge] => {
    const where = `differ[${i}]`;
    const [na, nb] = bases;
    const edge = (greater: string, less: string, n: readonly [number, number]): Edge => ({
      ...{ greater: of(greater), less: of(less), least: 0 },
      ellipse: significanceEllipse(deff, n, where),
    });
    return [edge(a, b, bases), edge(b, a, [nb, na])];
  });
  const { main, total, inner } = means(problem, of);
  for (const { greater } of [...fixed, ...undirected.flat()])
    if (inner.has(greater)) throw new RangeError("a mean of parts that is greater than a figure");
  const choices = undirected.reduce<Edge[][]>(
    (all, pair) => all.flatMap((chosen) => pair.map((edge) => [...chosen, edge])),
    [[]],
  );
  return choices.flatMap((chosen) => {
    const edges = inOrder([...fixed, ...chosen]);
    return edges === null ? [] : [systemOf(edges, main, total, inner, problem.unknowns.length)];
  });
}

function means(problem: BoundProblem, of: (id: string) => number) {
  let main: { mean: Mean; total: { low: number; high: number } } | null = null;
  const inner = new Map<number, Mean>();
  const used = new Set<string>();
  (problem.identities ?? []).forEach((identity, i) => {
    const path = `identities[${i}]`;
    const mean = meanOf(problem, identity, path, of);
    if (identity.shares !== undefined) {
      if (used.has(identity.shares)) throw new RangeError(`${path}: shares that serve twice`);
      used.add(identity.shares);
    }
    if ("id" in identity.total) inner.set(of(identity.total.id), mean);
    else if (main !== null) throw new RangeError(`${path}: a second mean with a printed total`);
    else {
      const { rounding = "half-up", ends = "half-open" } = problem;
      main = { mean, total: roundingRange(identity.total.printed, rounding, ends) };
    }
  });
  if (main === null) throw new RangeError("no mean with a printed total");
  const { mean, total } = main as { mean: Mean; total: { low: number; high: number } };
  const both = [...inner.values()].some(({ parts }) =>
    parts.some((part) => mean.parts.includes(part) || inner.has(part)),
  );
  if (both) throw new RangeError("a part of two means");
  return { main: mean, total, inner };
}

function meanOf(
  problem: BoundProblem,
  { parts, shares, shareTolerance, sum }: Identity,
  path: string,
  of: (id: string) => number,
): Mean {
  if (sum) throw new RangeError(`${path}: a sum, not a mean`);
  const ids = parts.map((part) => {
    if ("id" in part) return of(part.id);
    throw new RangeError(`${path}: a printed part`);
  });
  const own = parts.flatMap(({ base }) => (base === undefined ? [] : [base]));
  const given = shares === undefined ? { within: shareTolerance } : problem.shares?.[shares];
  if (given === undefined) throw new RangeError(`${path}: there are no shares "${shares}"`);
  const bases = ("bases" in given ? given.bases : undefined) ?? (own.length === ids.length ? own : undefined);
  const set = shareSet(
    {
      ...Object.fromEntries(Object.entries(given).filter(([, x]) => x !== undefined)),
      ...(bases && { bases }),
    },
    ids.length,
    path,
  );
  if (!isBox(set)) throw new RangeError(`${path}: shares in order`);
  if (ids.length > MAX_PARTS) throw new RangeError(`${path}: more than ${MAX_PARTS} parts`);
  return { parts: ids, shares: set };
}

/** Topologically sorted edges; null where they contradict each other. */
function inOrder(edges: readonly Edge[]): Edge[] | null {
  const left = [...edges];
  const sorted: Edge[] = [];
  while (left.length > 0) {
    const below = new Set(left.map(({ less }) => less));
    const next = left.filter(({ greater }) => !below.has(greater));
    // A cycle contradicts any significant edge; a cycle of plain order edges means equal figures.
    if (next.length === 0) {
      if (left.every(({ ellipse, least }) => ellipse === null && least === 0))
        throw new RangeError("figures that are each above the other do not point one way");
      return null;
    }
    sorted.push(...next);
    for (const edge of next) left.splice(left.indexOf(edge), 1);
  }
  return sorted;
}

function systemOf(
  edges: readonly Edge[],
  main: Mean,
  total: { readonly low: number; readonly high: number },
  inner: ReadonlyMap<number, Mean>,
  n: number,
): OneWaySystem {
  const upwards = edges.toReversed();
  const nested = [...inner];
  const [least, greatest, moved] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const at = (x: Float64Array, i: number) => x[i];
  const raise = (x: Float64Array, means: typeof nested, along: readonly Edge[]) => {
    for (const [i, mean] of means) x[i] = Math.max(at(x, i), extremeMean(mean, x, -1));
    for (const { greater, less, least: lead, ellipse } of along) {
      const limit = ellipse === null ? at(x, less) + lead : leastAbove(ellipse, at(x, less));
      if (limit > at(x, greater)) x[greater] = limit;
    }
  };
  const lower = (x: Float64Array, along: readonly Edge[]) => {
    for (const { greater, less, least: lead, ellipse } of along) {
      const limit = ellipse === null ? at(x, greater) - lead : greatestLess(ellipse, at(x, greater));
      if (limit < at(x, less)) x[less] = limit;
    }
  };
  const narrow = (x: Float64Array, means: typeof nested) => {
    for (const [i, mean] of means) x[i] = Math.min(at(x, i), extremeMean(mean, x, 1));
  };
  const isInOrder = (low: Float64Array, high: Float64Array) => {
    for (let i = 0; i < n; i++) if (at(low, i) > at(high, i)) return false;
    return true;
  };
  /** What depends on a figure: the means that contain it, and the pairs above and below it. */
  const moves = Array.from({ length: n }, (_, figure) => {
    const means = nested.filter(([, { parts }]) => parts.includes(figure));
    const [above, below] = [new Set([figure, ...means.map(([i]) => i)]), new Set([figure])];
    const up = upwards.filter(({ greater, less }) => above.has(less) && above.add(greater));
    const down = edges.filter(({ greater, less }) => below.has(greater) && below.add(less));
    return { means, up, down, narrowed: nested.filter(([, { parts }]) => parts.some((p) => below.has(p))) };
  });
  return {
    within(low, high) {
      least.set(low);
      greatest.set(high);
      lower(greatest, edges);
      narrow(greatest, nested);
      raise(least, nested, upwards);
      return (
        isInOrder(least, greatest) &&
        extremeMean(main, least, -1) <= total.high &&
        extremeMean(main, greatest, 1) >= total.low
      );
    },
    canBeAtLeast(figure, x) {
      if (x <= at(least, figure)) return true;
      const { means, up } = moves[figure] as (typeof moves)[number];
      moved.set(least);
      moved[figure] = x;
      raise(moved, means, up);
      return isInOrder(moved, greatest) && extremeMean(main, moved, -1) <= total.high;
    },
    canBeAtMost(figure, x) {
      if (x >= at(greatest, figure)) return true;
      const { down, narrowed } = moves[figure] as (typeof moves)[number];
      moved.set(greatest);
      moved[figure] = x;
      lower(moved, down);
      narrow(moved, narrowed);
      return isInOrder(least, moved) && extremeMean(main, moved, 1) >= total.low;
    },
  };
}

const values = new Float64Array(MAX_PARTS);
const spare = new Float64Array(MAX_PARTS);

/** The greatest (sign 1) or least (-1) mean over the share box: the slack goes to the most extreme parts. */
function extremeMean({ parts, shares }: Mean, x: Float64Array, sign: 1 | -1): number {
  const n = parts.length;
  let mean = 0;
  let left = 1;
  for (let k = 0; k < n; k++) {
    const share = shares.low[k];
    const value = sign * x[parts[k]];
    mean += share * value;
    left -= share;
    let place = k;
    while (place > 0 && values[place - 1] < value) {
      values[place] = values[place - 1];
      spare[place] = spare[place - 1];
      place--;
    }
    values[place] = value;
    spare[place] = shares.high[k] - share;
  }
  for (let place = 0; place < n && left > 0; place++) {
    const more = Math.min(left, spare[place]);
    mean += more * values[place];
    left -= more;
  }
  return sign * mean;
}
