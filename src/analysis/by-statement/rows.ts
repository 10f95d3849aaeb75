import type { CitedStatement } from "../../bounds/index.js";
import type { StatementRow } from "./columns.js";
import type { WorkedOut } from "./work-out.js";

/** What lies within the solver's precision is no move. */
const NO_MOVE = 0.005;

const ALL = "All statements together";

/** The rows of an answer: all statements first, then those that change the set most. */
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
      // Removing a statement that changes nothing leaves the full set.
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
