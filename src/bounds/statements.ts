import type { Interval } from "../model/rounding.js";
import { significanceEllipse } from "./ellipse.js";
import type {
  BoundProblem,
  Citation,
  CitedStatement,
  Figure,
  Identity,
  Order,
  ShareDefinition,
} from "./problem.js";
import { roundingRange } from "./rounding-interval.js";
import type { SystemBuilder } from "./system-builder.js";

/** A statement that can be added to a system or left out. */
export interface Statement extends CitedStatement {
  readonly put: (builder: SystemBuilder, number: number) => void;
}

/**
 * The statements of a problem in the order of their kinds: limits of unknowns other than 0 to 100, identities, order,
 * ranges, linear, significant, differ, notSignificant.
 *
 * @throws RangeError for an unknown id, an id used twice, limits outside 0 to 100 or the wrong way round, and all that
 *   the parts of a statement do not allow
 */
export function statementsOf(problem: BoundProblem): Statement[] {
  const ids = new Set<string>();
  for (const { id } of problem.unknowns) {
    if (ids.has(id)) throw new RangeError(`unknowns: "${id}" stands twice`);
    ids.add(id);
  }
  const known = (id: string, where: string): string => {
    if (!ids.has(id)) throw new RangeError(`${where}: there is no unknown "${id}"`);
    return id;
  };
  const statements: Statement[] = [];
  const add = (path: string, citation: Citation, put: Statement["put"]) =>
    statements.push({ path, ...cited(citation), put });

  const limits = (path: string, entry: { id: string; low?: number; high?: number } & Citation) => {
    const { low = 0, high = 100 } = entry;
    if (!(low >= 0 && high <= 100 && low <= high)) throw new RangeError(`${path}: no range from 0 to 100`);
    known(entry.id, path);
    add(path, entry, (builder) => builder.limit(entry.id, low, high));
  };
  problem.unknowns.forEach((unknown, i) => {
    if (unknown.low !== undefined || unknown.high !== undefined) limits(`unknowns[${i}]`, unknown);
  });
  problem.identities?.forEach((identity, i) => {
    const path = `identities[${i}]`;
    for (const figure of [identity.total, ...identity.parts]) if ("id" in figure) known(figure.id, path);
    add(path, identity, putIdentity(problem, identity, path));
  });
  problem.order?.forEach((order, i) => {
    const path = `order[${i}]`;
    known(order[0], path);
    known(order[2], path);
    add(path, order[4] ?? {}, putOrder(order, path));
  });
  problem.ranges?.forEach((range, i) => {
    limits(`ranges[${i}]`, range);
  });
  problem.linear?.forEach((entry, i) => {
    const path = `linear[${i}]`;
    if (entry.terms.length === 0) throw new RangeError(`${path}: a sum of nothing`);
    for (const [id, coefficient] of entry.terms) {
      known(id, path);
      if (!Number.isFinite(coefficient)) throw new RangeError(`${path}: ${coefficient} is no coefficient`);
    }
    const { low = -Infinity, high = Infinity } = entry;
    if (!(low <= high)) throw new RangeError(`${path}: no range from ${low} to ${high}`);
    add(path, entry, (builder, n) => builder.weighted(entry.terms, { low, high }, n));
  });
  problem.significant?.forEach((entry, i) => {
    const path = `significant[${i}]`;
    const [a, b] = [known(entry.greater, path), known(entry.less, path)];
    const ellipse = significanceEllipse(entry.deff, entry.bases, path);
    add(path, entry, (builder, n) => builder.significant(a, b, ellipse, "ab", n));
  });
  problem.differ?.forEach((entry, i) => {
    const path = `differ[${i}]`;
    const [a, b] = [known(entry.a, path), known(entry.b, path)];
    const ellipse = significanceEllipse(entry.deff, entry.bases, path);
    add(path, entry, (builder, n) => builder.significant(a, b, ellipse, null, n));
  });
  problem.notSignificant?.forEach((entry, i) => {
    const path = `notSignificant[${i}]`;
    const [a, b] = [known(entry.a, path), known(entry.b, path)];
    const ellipse = significanceEllipse(entry.deff, entry.bases, path);
    add(path, entry, (builder, n) => builder.notSignificant(a, b, ellipse, n));
  });
  return statements;
}

/** The unknowns in a statement, by its path. */
export function unknownsOf(problem: BoundProblem, path: string): string[] {
  const [, kind = "", at = ""] = /^(\w+)\[(\d+)\]$/.exec(path) ?? [];
  const i = Number(at);
  const named = (...figures: readonly Figure[]) => figures.flatMap((f) => ("id" in f ? [f.id] : []));
  switch (kind) {
    case "unknowns":
      return named(...problem.unknowns.slice(i, i + 1));
    case "identities": {
      const identity = problem.identities?.[i];
      return identity === undefined ? [] : named(identity.total, ...identity.parts);
    }
    case "order": {
      const order = problem.order?.[i];
      return order === undefined ? [] : [order[0], order[2]];
    }
    case "ranges":
      return named(...(problem.ranges ?? []).slice(i, i + 1));
    case "linear":
      return (problem.linear?.[i]?.terms ?? []).map(([id]) => id);
    case "significant":
      return (problem.significant ?? []).slice(i, i + 1).flatMap(({ greater, less }) => [greater, less]);
    case "differ":
      return (problem.differ ?? []).slice(i, i + 1).flatMap(({ a, b }) => [a, b]);
    case "notSignificant":
      return (problem.notSignificant ?? []).slice(i, i + 1).flatMap(({ a, b }) => [a, b]);
    default:
      throw new RangeError(`${path}: no such statement`);
  }
}

/** The statements of a problem: paths, names and locators. @throws RangeError as `statementsOf` */
export function citedStatements(problem: BoundProblem): CitedStatement[] {
  const statements = statementsOf(problem);
  return statements.map((_, i) => citationOf(statements, i));
}

/** A statement's citation fields. */
export function citationOf(statements: readonly Statement[], number: number): CitedStatement {
  const { put: _, ...citation } = statements[number];
  return citation;
}

function cited({ name, locator }: Citation): Citation {
  return { ...(name === undefined ? {} : { name }), ...(locator === undefined ? {} : { locator }) };
}

function putOrder([a, sign, b, least = 0]: Order, path: string): Statement["put"] {
  if (!(least >= 0 && least <= 100)) throw new RangeError(`${path}: ${least} is no difference in points`);
  if (a === b) throw new RangeError(`${path}: "${a}" is compared with itself`);
  switch (sign) {
    case ">":
    case ">=":
      return (builder, n) => builder.difference(a, b, least, n);
    case "<":
    case "<=":
      return (builder, n) => builder.difference(b, a, least, n);
    case "=":
      if (least !== 0) throw new RangeError(`${path}: equal figures have no least difference`);
      return (builder, n) => {
        builder.difference(a, b, 0, n);
        builder.difference(b, a, 0, n);
      };
    default:
      throw new RangeError(`${path}: "${String(sign)}" is no order`);
  }
}

function putIdentity(problem: BoundProblem, identity: Identity, path: string): Statement["put"] {
  const { parts, total, sum = false } = identity;
  if (parts.length === 0) throw new RangeError(`${path}: no parts`);
  const interval = (figure: Figure): Interval | null =>
    "id" in figure
      ? null
      : roundingRange(figure.printed, problem.rounding ?? "half-up", problem.ends ?? "closed");
  const figures = [total, ...parts].map((figure) => {
    const printed = interval(figure);
    return "id" in figure ? { id: figure.id } : (printed as Interval);
  });
  const [whole, ...terms] = figures as [(typeof figures)[number], ...typeof figures];
  if (sum) {
    if (identity.shares !== undefined || identity.shareTolerance !== undefined)
      throw new RangeError(`${path}: a sum has no shares`);
    return (builder, n) => builder.sum(whole, terms, path, n);
  }
  if (identity.shares !== undefined) {
    if (identity.shareTolerance !== undefined)
      throw new RangeError(`${path}: shares or a tolerance, not both`);
    const name = identity.shares;
    const definition = problem.shares?.[name];
    if (definition === undefined) throw new RangeError(`${path}: there are no shares "${name}"`);
    const bases = definition.bases ?? allBases(identity);
    const full = bases === undefined ? definition : { ...definition, bases };
    return (builder, n) => builder.mean(whole, terms, { name, definition: full }, path, n);
  }
  return (builder, n) =>
    builder.mean(whole, terms, { name: path, definition: ownShares(identity, path) }, path, n);
}

function ownShares(identity: Identity, path: string): ShareDefinition {
  const bases = allBases(identity);
  const within = identity.shareTolerance;
  if (bases === undefined) {
    if (within !== undefined) throw new RangeError(`${path}: a share tolerance needs a base for each part`);
    return {};
  }
  return within === undefined ? { bases } : { bases, within };
}

function allBases({ parts }: Identity): number[] | undefined {
  const bases = parts.flatMap(({ base }) => (base === undefined ? [] : [base]));
  return bases.length === parts.length ? bases : undefined;
}
