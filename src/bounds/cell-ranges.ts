import { type Constraint, equalTo, greaterEq, inRange, lessEq, type Model, solve } from "yalps";
import { CELLS, type Cell, type TwoByTwo } from "./two-by-two.js";

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Known proportions of a two-by-two table: of its rows, its columns and everyone. */
export interface TwoByTwoMargins {
  readonly total: Range;
  readonly a: Range;
  readonly b: Range;
  readonly first: Range;
  readonly second: Range;
}

export interface CellRangeOptions {
  /** Whether row a is at least as high as row b in both columns. */
  readonly aAtLeastB?: boolean;
}

/**
 * The lowest and highest proportion of each cell of a two-by-two table, over every table in `tables` and every
 * rounding of the margins, if each interview counts the same. Two linear programmes per cell and table.
 *
 * @returns null when no table agrees with the margins
 * @throws Error when the solver gives up, which is never taken for an answer
 */
export function cellRanges(
  tables: readonly TwoByTwo[],
  margins: TwoByTwoMargins,
  { aAtLeastB = false }: CellRangeOptions = {},
): Record<Cell, Range> | null {
  const ranges: Partial<Record<Cell, Range>> = {};
  for (const cell of CELLS) {
    const range = overTables(tables, (table, direction) =>
      optimum(table, margins, { [cell]: 1 }, direction, aAtLeastB ? { lead: 0, leads: "both" } : undefined),
    );
    if (range === null) return null;
    ranges[cell] = range;
  }
  return ranges as Record<Cell, Range>;
}

/**
 * The minimum, over all feasible tables, of the larger of row a's two leads over row b: in at least one column a
 * leads b by this much. Negative when a may trail in both. Null when no table fits.
 */
export function leastLargestLead(tables: readonly TwoByTwo[], margins: TwoByTwoMargins): number | null {
  let least: number | null = null;
  for (const table of tables) {
    const lead = leastLead(table, margins);
    if (lead !== null && (least === null || lead < least)) least = lead;
  }
  return least;
}

function overTables(
  tables: readonly TwoByTwo[],
  solveOne: (table: TwoByTwo, direction: "minimize" | "maximize") => number | null,
): Range | null {
  let low: number | null = null;
  let high: number | null = null;
  for (const table of tables) {
    const least = solveOne(table, "minimize");
    const most = solveOne(table, "maximize");
    if (least === null || most === null) continue;
    low = low === null ? least : Math.min(low, least);
    high = high === null ? most : Math.max(high, most);
  }
  return low === null || high === null ? null : { low, high };
}

/** Which proportions each margin averages, with which counts. */
function marginWeights(table: TwoByTwo): Record<keyof TwoByTwoMargins, Partial<Record<Cell, number>>> {
  const share = (cells: readonly Cell[]) => {
    const sum = cells.reduce((s, c) => s + table[c], 0);
    return Object.fromEntries(cells.map((c) => [c, table[c] / sum]));
  };
  return {
    total: share(CELLS),
    a: share(["a1", "a2"]),
    b: share(["b1", "b2"]),
    first: share(["a1", "b1"]),
    second: share(["a2", "b2"]),
  };
}

function baseModel(table: TwoByTwo, margins: TwoByTwoMargins) {
  const constraints = new Map<string, Constraint>();
  const variables = new Map<string, Map<string, number>>(CELLS.map((c) => [c, new Map()]));
  const add = (name: string, coefficients: Partial<Record<string, number>>, constraint: Constraint) => {
    constraints.set(name, constraint);
    for (const [variable, coefficient] of Object.entries(coefficients)) {
      variables.get(variable)?.set(name, coefficient ?? 0);
    }
  };
  const weights = marginWeights(table);
  for (const margin of Object.keys(weights) as (keyof TwoByTwoMargins)[]) {
    const { low, high } = margins[margin];
    add(margin, weights[margin], low === high ? equalTo(low) : inRange(low, high));
  }
  for (const cell of CELLS) add(`${cell} at most 1`, { [cell]: 1 }, lessEq(1));
  return { constraints, variables, add };
}

function optimum(
  table: TwoByTwo,
  margins: TwoByTwoMargins,
  objective: Partial<Record<Cell, number>>,
  direction: "minimize" | "maximize",
  order?: { lead: number; leads: "both" },
): number | null {
  const { constraints, variables, add } = baseModel(table, margins);
  if (order !== undefined) {
    add("a leads in 1", { a1: 1, b1: -1 }, greaterEq(order.lead));
    add("a leads in 2", { a2: 1, b2: -1 }, greaterEq(order.lead));
  }
  for (const [cell, coefficient] of Object.entries(objective))
    variables.get(cell)?.set("objective", coefficient);
  return solved({ direction, objective: "objective", constraints, variables });
}

/** Minimises d subject to a1 - b1 <= d and a2 - b2 <= d; d = up - down because variables are not negative. */
function leastLead(table: TwoByTwo, margins: TwoByTwoMargins): number | null {
  const { constraints, variables, add } = baseModel(table, margins);
  variables.set("up", new Map([["objective", 1]]));
  variables.set("down", new Map([["objective", -1]]));
  add("lead in 1", { a1: 1, b1: -1, up: -1, down: 1 }, lessEq(0));
  add("lead in 2", { a2: 1, b2: -1, up: -1, down: 1 }, lessEq(0));
  add("down at most 1", { down: 1 }, lessEq(1));
  return solved({ direction: "minimize", objective: "objective", constraints, variables });
}

/** The solver also rounds its answer to its precision. */
function solved(model: Model): number | null {
  const { status, result } = solve(model, { precision: 1e-10 });
  if (status === "infeasible") return null;
  if (status !== "optimal") throw new Error(`the linear programme ended as "${status}", not as solved`);
  return result;
}
