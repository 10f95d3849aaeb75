import type { Ask, BoundProblem, CitedStatement, Identity, ShareDefinition } from "./problem.js";
import { askObjective, solvable } from "./solvable.js";
import { citationOf, type Statement, statementsOf } from "./statements.js";
import { valuesOf } from "./values-of.js";

/** The possible values without one statement, or without the statements of one sentence. */
export interface Without {
  /** The statements left out. The path of a share vector is "shares." and its name. */
  readonly left: readonly CitedStatement[];
  /** For each question the possible values, as closed intervals in order; empty where infeasible. */
  readonly sets: readonly (readonly (readonly [number, number])[])[];
}

export interface WithoutOptions {
  /** Whether to search for holes; otherwise each set is one interval. On by default. */
  readonly holes?: boolean;
  /** Whether statements of one name and locator, which is one sentence, are left out together. Off by default. */
  readonly sentences?: boolean;
}

/**
 * The possible values of each question without each statement: what `boundProblem` answers for the problem without
 * it, in the order of the statements. Then come the share vectors with constraints, each replaced by free shares.
 *
 * @throws RangeError for a problem that is not well formed
 * @throws Error when the linear solver gives up, or the cases to tell apart are too many
 * @example
 * boundsWithoutEach({ unknowns: [{ id: "a" }], ranges: [{ id: "a", low: 60 }], ask: [{ id: "a" }] })
 * // [{ left: [{ path: "ranges[0]" }], sets: [[[0, 100]]] }]
 */
export function boundsWithoutEach(
  problem: BoundProblem,
  { holes = true, sentences = false }: WithoutOptions = {},
): Without[] {
  const statements = statementsOf(problem);
  const asks = problem.ask ?? problem.unknowns.map(({ id }) => ({ id }));
  return [
    ...groups(statements, sentences).map((group) => ({
      left: group.map((i) => citationOf(statements, i)),
      sets: setsOf(problem, statements, asks, holes, new Set(group)),
    })),
    ...shareGroups(problem, sentences).map((names): Without => {
      const free = names.reduce(freed, problem);
      return {
        left: names.map((name) => ({ path: `shares.${name}`, ...cited(problem.shares?.[name] ?? {}) })),
        sets: setsOf(free, statementsOf(free), asks, holes),
      };
    }),
  ];
}

/** Statement numbers in groups: single, or by name and locator in order of first occurrence. */
function groups(statements: readonly Statement[], sentences: boolean): number[][] {
  return grouped(
    statements.map((statement, i) => [i, statement]),
    sentences,
  );
}

/** The names of share vectors with constraints, grouped likewise. */
function shareGroups(problem: BoundProblem, sentences: boolean): string[][] {
  const entries = Object.entries(problem.shares ?? {}).filter(([name]) => saysSomething(problem, name));
  return grouped(
    entries.map(([key, definition]) => [key, { path: key, ...cited(definition) }]),
    sentences,
  );
}

function grouped<Key>(entries: readonly (readonly [Key, CitedStatement])[], sentences: boolean): Key[][] {
  const found = new Map<string, Key[]>();
  for (const [entry, { path, name, locator }] of entries) {
    const key = sentences && name !== undefined ? JSON.stringify([name, locator]) : path;
    const group = found.get(key);
    if (group === undefined) found.set(key, [entry]);
    else group.push(entry);
  }
  return [...found.values()];
}

function setsOf(
  problem: BoundProblem,
  statements: readonly Statement[],
  asks: readonly Ask[],
  holes: boolean,
  left: ReadonlySet<number> = new Set(),
): Without["sets"] {
  const system = solvable(problem, statements, (i) => !left.has(i));
  return asks.map((ask) => valuesOf(system, askObjective(system, ask), holes)?.set ?? []);
}

function saysSomething({ shares, identities }: BoundProblem, name: string): boolean {
  const { bases, nondecreasing, growthAtMost } = shares?.[name] ?? {};
  const based = bases !== undefined || identities?.some((i) => i.shares === name && i.parts.every(hasBase));
  return based === true || nondecreasing === true || growthAtMost !== undefined;
}

/** The problem with a share vector made free. */
function freed(problem: BoundProblem, name: string): BoundProblem {
  return {
    ...problem,
    shares: { ...problem.shares, [name]: {} },
    identities: (problem.identities ?? []).map((identity) =>
      identity.shares === name
        ? { ...identity, parts: identity.parts.map(({ base: _, ...figure }) => figure) }
        : identity,
    ),
  };
}

function hasBase({ base }: Identity["parts"][number]): boolean {
  return base !== undefined;
}

function cited({ name, locator }: ShareDefinition): Omit<CitedStatement, "path"> {
  return { ...(name === undefined ? {} : { name }), ...(locator === undefined ? {} : { locator }) };
}
