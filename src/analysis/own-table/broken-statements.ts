import {
  type BoundProblem,
  boundProblem,
  type CitedStatement,
  type Identity,
  type RangeStatement,
} from "../../bounds/index.js";
import { formatRange } from "../../model/format.js";

/** The kind of a statement, as far as it explains why a table may break it. */
export type StatementKind = "mean" | "order" | "range" | "significant" | "not significant";

/** A statement that the table contradicts for any rounding and any allowed weights. */
export interface BrokenStatement {
  readonly name: string;
  readonly locator: string;
  readonly kind: StatementKind;
  /** The numbers that break it: "Aged 45 to 54 60 and Aged 16 to 24 56". */
  readonly numbers: readonly string[];
}

/** The result of the check: statements broken alone, or a set that holds alone but not together. */
export interface StatementCheck {
  readonly statements: number;
  readonly broken: readonly BrokenStatement[];
  readonly together: readonly CitedStatement[];
}

/** A number to check: its unknown, its rounding interval, and its text. */
export interface PutNumber {
  readonly id: string;
  readonly low: number;
  readonly high: number;
  readonly shown: string;
}

/**
 * Checks numbers against the statements of a problem: each alone, then all together. A statement is broken where no
 * figures within the numbers' rounding, and no allowed weights, satisfy it.
 *
 * @param shown how a figure that the text holds is shown, by the id of its unknown
 */
export function checkStatements(
  problem: BoundProblem,
  numbers: readonly PutNumber[],
  shown: (id: string) => string,
): StatementCheck {
  const put: RangeStatement[] = numbers.map(({ id, low, high, shown: name }) => ({
    ...{ id, low, high },
    name: `your number: ${name}`,
  }));
  const own = new Map(numbers.map((number) => [number.id, number.shown]));
  const show = (id: string) => own.get(id) ?? shown(id);
  // Identities with an unknown total define it and are needed for every check.
  const definitions = (problem.identities ?? []).filter(({ total }) => "id" in total);
  const bare: BoundProblem = {
    ...problem,
    identities: definitions,
    order: [],
    ranges: put,
    significant: [],
    differ: [],
    notSignificant: [],
    ask: [],
  };
  const singles = singleStatements(problem);
  const found = singles.filter(({ part }) => !feasible({ ...bare, ...part(definitions, put) }));
  const broken = new Map<string, BrokenStatement>();
  for (const { name, locator, kind, ids, identity } of found) {
    const numbers_ = identity === undefined ? ids.map(show).join(" and ") : meanText(bare, identity, show);
    const key = `${kind} ${name} ${locator}`;
    const before = broken.get(key)?.numbers ?? [];
    broken.set(key, { name, locator, kind, numbers: [...before, numbers_] });
  }
  const together =
    found.length > 0
      ? []
      : boundProblem({ ...problem, ranges: [...(problem.ranges ?? []), ...put], ask: [] }, QUICK).conflict;
  return { statements: singles.length, broken: [...broken.values()], together };
}

const QUICK = { holes: false, leaveOneOut: false };

interface Single {
  readonly name: string;
  readonly locator: string;
  readonly kind: StatementKind;
  readonly ids: readonly string[];
  readonly identity?: Identity;
  readonly part: (definitions: readonly Identity[], put: readonly RangeStatement[]) => Partial<BoundProblem>;
}

function singleStatements(problem: BoundProblem): Single[] {
  const cite = ({ name = "", locator = "" }: { name?: string; locator?: string } = {}) => ({ name, locator });
  return [
    ...(problem.identities ?? [])
      .filter(({ total }) => "printed" in total)
      .map(
        (identity): Single => ({
          ...cite(identity),
          kind: "mean",
          ids: [],
          identity,
          part: (definitions) => ({ identities: [...definitions, identity] }),
        }),
      ),
    ...(problem.order ?? []).map(
      (order): Single => ({
        ...cite(order[4]),
        kind: "order",
        ids: [order[0], order[2]],
        part: () => ({ order: [order] }),
      }),
    ),
    ...(problem.ranges ?? []).map(
      (range): Single => ({
        ...cite(range),
        kind: "range",
        ids: [range.id],
        part: (_, put) => ({ ranges: [...put, range] }),
      }),
    ),
    ...(problem.significant ?? []).map(
      (pair): Single => ({
        ...cite(pair),
        kind: "significant",
        ids: [pair.greater, pair.less],
        part: () => ({ significant: [pair] }),
      }),
    ),
    ...(problem.differ ?? []).map(
      (pair): Single => ({
        ...cite(pair),
        kind: "significant",
        ids: [pair.a, pair.b],
        part: () => ({ differ: [pair] }),
      }),
    ),
    ...(problem.notSignificant ?? []).map(
      (pair): Single => ({
        ...cite(pair),
        kind: "not significant",
        ids: [pair.a, pair.b],
        part: () => ({ notSignificant: [pair] }),
      }),
    ),
  ];
}

function feasible(problem: BoundProblem): boolean {
  return boundProblem(problem, { ...QUICK, conflict: false }).feasible;
}

/** "they make 41.2 to 44.0% together, and 39% is printed": over all weights that the problem allows. */
function meanText(bare: BoundProblem, identity: Identity, show: (id: string) => string): string {
  const total = { id: "the whole" };
  const { bounds } = boundProblem(
    {
      ...bare,
      unknowns: [...bare.unknowns, total],
      identities: [...(bare.identities ?? []), { ...identity, total }],
      ask: [total],
    },
    { ...QUICK, conflict: false },
  );
  const [bound] = bounds;
  const printed = "printed" in identity.total ? identity.total.printed : show(identity.total.id);
  if (bound === undefined) return `${printed}% is printed`;
  const range = `${formatRange(bound.low, bound.high)}%`;
  return `with the weights that we allow they make ${range}, and ${printed}% is printed`;
}
