import type { CitedStatement } from "../../bounds/index.js";
import type { WorkedOut } from "./work-out.js";

/**
 * One interval of what could be: with all statements, or without one sentence or assumption, which then has a row for each
 * of its intervals. Where nothing agrees, one statement of those that cannot all be true.
 */
export interface StatementRow {
  readonly part: "all" | "without" | "conflict";
  /** The sentence in our words; of an assumption what is assumed. */
  readonly statement: string;
  /** Where it stands; null for an assumption, which stands nowhere. */
  readonly locator: string | null;
  readonly kind: "bounded";
  readonly low: number | null;
  readonly high: number | null;
  /** By how much more is possible without it, in the unit of the figure. */
  readonly moves: number;
}

/** What lies within the solver's precision is no move. */
const NO_MOVE = 0.005;

const ALL = "All statements together";

/** The rows of an answer: all statements, then what moves the set most first. */
export function statementRows({ set, without, conflict }: WorkedOut): StatementRow[] {
  if (set.length === 0)
    return conflict.map((statement) => ({ ...cited([statement]), part: "conflict", ...none }));
  const rows = without.map(({ left, sets }, index) => {
    const own = sets[0] ?? [];
    const more = size(own) - size(set);
    return { left, own, index, moves: more < NO_MOVE ? 0 : Math.round(more * 1e6) / 1e6 };
  });
  rows.sort((a, b) => b.moves - a.moves || a.index - b.index);
  return [
    ...set.map(
      ([low, high]): StatementRow => ({
        ...{ part: "all", statement: ALL, locator: null, kind: "bounded", low, high, moves: 0 },
      }),
    ),
    ...rows.flatMap(({ left, own, moves }) =>
      // Without a statement that moves nothing, the set is that of all.
      (moves === 0 ? set : own).map(
        ([low, high]): StatementRow => ({
          ...cited(left),
          ...{ part: "without", kind: "bounded", low, high, moves },
        }),
      ),
    ),
  ];
}

const none = { kind: "bounded", low: null, high: null, moves: 0 } as const;

function size(set: WorkedOut["set"]): number {
  return set.reduce((sum, [low, high]) => sum + high - low, 0);
}

function cited([first]: readonly CitedStatement[]): Pick<StatementRow, "statement" | "locator"> {
  return { statement: first?.name ?? first?.path ?? "", locator: first?.locator ?? null };
}
