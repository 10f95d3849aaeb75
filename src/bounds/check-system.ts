import { excess, significanceEllipse } from "./ellipse.js";
import type {
  BoundProblem,
  CompleteSystem,
  Figure,
  Identity,
  PairStatement,
  ShareDefinition,
} from "./problem.js";
import { roundingRange } from "./rounding-interval.js";

/** A violated statement and by how much: in points, or in shares where the shares are at fault. */
export interface Breach {
  readonly path: string;
  readonly by: number;
}

/**
 * The statements that a complete system violates by more than `tolerance`. Evaluates each statement directly from the
 * problem and the system's numbers, independently of the search.
 *
 * @throws RangeError when the system lacks a number
 * @example checkSystem({ unknowns: [{ id: "a" }], ranges: [{ id: "a", low: 60 }] },
 *   { values: { a: 59 }, shares: {}, printed: {} }) // [{ path: "ranges[0]", by: 1 }]
 */
export function checkSystem(problem: BoundProblem, system: CompleteSystem, tolerance = 1e-6): Breach[] {
  const breaches: Breach[] = [];
  const value = (id: string) => present(system.values[id], id);
  const broken = (path: string, by: number) => {
    if (!(by <= tolerance)) breaches.push({ path, by });
  };
  const within = (path: string, x: number, low = 0, high = 100) => broken(path, Math.max(low - x, x - high));

  problem.unknowns.forEach(({ id, low, high }, i) => {
    within(`unknowns[${i}]`, value(id), low, high);
  });
  problem.identities?.forEach((identity, i) => {
    checkIdentity(problem, identity, `identities[${i}]`, system, broken);
  });
  problem.order?.forEach(([a, sign, b, least = 0], i) => {
    const lead = value(a) - value(b);
    const by = sign === "=" ? Math.abs(lead) : sign.startsWith(">") ? least - lead : least + lead;
    broken(`order[${i}]`, by);
  });
  problem.ranges?.forEach(({ id, low, high }, i) => {
    within(`ranges[${i}]`, value(id), low, high);
  });
  problem.linear?.forEach(({ terms, low = -Infinity, high = Infinity }, i) => {
    const sum = terms.reduce((s, [id, coefficient]) => s + coefficient * value(id), 0);
    broken(`linear[${i}]`, Math.max(low - sum, sum - high));
  });
  problem.significant?.forEach(({ greater, less, deff, bases }, i) => {
    const [a, b] = [value(greater), value(less)];
    const path = `significant[${i}]`;
    const by = -excess(significanceEllipse(deff, bases, path), a, b);
    broken(path, a > b ? by : Math.max(by, tolerance * 2, b - a));
  });
  const pair = ({ a, b, deff, bases }: PairStatement, path: string) =>
    excess(significanceEllipse(deff, bases, path), value(a), value(b));
  problem.differ?.forEach((entry, i) => {
    const same = value(entry.a) === value(entry.b);
    broken(`differ[${i}]`, Math.max(-pair(entry, `differ[${i}]`), same ? tolerance * 2 : 0));
  });
  problem.notSignificant?.forEach((entry, i) => {
    broken(`notSignificant[${i}]`, pair(entry, `notSignificant[${i}]`));
  });
  return breaches;
}

function checkIdentity(
  problem: BoundProblem,
  { total, parts, shares: name, shareTolerance, sum = false }: Identity,
  path: string,
  system: CompleteSystem,
  broken: (path: string, by: number) => void,
): void {
  const figure = (f: Figure, at: string): number => {
    if ("id" in f) return present(system.values[f.id], f.id);
    const x = present(system.printed[at], at);
    const { low, high } = roundingRange(f.printed, problem.rounding ?? "half-up", problem.ends ?? "closed");
    broken(path, Math.max(low - x, x - high));
    return x;
  };
  const whole = figure(total, `${path}.total`);
  const values = parts.map((part, k) => figure(part, `${path}.parts[${k}]`));
  if (sum) {
    broken(path, Math.abs(values.reduce((s, x) => s + x, 0) - whole));
    return;
  }
  const weights = present(system.shares[name ?? path], name ?? path);
  const mean = values.reduce((s, x, k) => s + x * present(weights[k], `${path} shares`), 0);
  broken(path, Math.abs(mean - whole));
  const own = parts.flatMap(({ base }) => (base === undefined ? [] : [base]));
  const bases = own.length === parts.length ? own : undefined;
  const given: ShareDefinition | undefined = name === undefined ? undefined : problem.shares?.[name];
  const definition: ShareDefinition =
    given ?? (shareTolerance === undefined ? {} : { within: shareTolerance });
  broken(path, breachOfShares(definition, definition.bases ?? bases, weights));
}

/** How far a share vector lies outside its definition. */
function breachOfShares(
  definition: ShareDefinition,
  bases: readonly number[] | undefined,
  w: readonly number[],
): number {
  const { within, factor, growthAtMost, nondecreasing = growthAtMost !== undefined } = definition;
  let by = Math.abs(w.reduce((s, x) => s + x, 0) - 1);
  const sum = bases?.reduce((s, b) => s + b, 0) ?? Number.NaN;
  w.forEach((share, i) => {
    by = Math.max(by, -share);
    if (bases !== undefined) {
      const base = bases[i] / sum;
      const relative = within ?? (factor === undefined ? 0.1 : undefined);
      if (relative !== undefined) by = Math.max(by, Math.abs(share - base) - relative * base);
      if (factor !== undefined) by = Math.max(by, base / factor - share, share - base * factor);
    }
    if (nondecreasing && i > 0) by = Math.max(by, w[i - 1] - share);
  });
  if (growthAtMost !== undefined) by = Math.max(by, w[w.length - 1] - growthAtMost * w[0]);
  return by;
}

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new RangeError(`the system has no number for ${what}`);
  return value;
}
