import { proportionInterval } from "../../analysis/proportion.js";
import { CELLS, type Cell, cellRanges, type Range, type TwoByTwoMargins } from "../../bounds/index.js";
import { groupKey, groupLabel } from "../../model/dimensions.js";
import type { Facts } from "./facts.js";

/** One row of the last figure: a cell of parent by contact type, whose satisfaction no one printed. */
export interface CellRow {
  readonly cell: Cell;
  readonly group: string;
  readonly label: string;
  readonly kind: "bounded";
  /** Interviews among all, and the fewest and most among those who gave an answer. */
  readonly interviews: number;
  readonly answered_low: number;
  readonly answered_high: number;
  /** Percent satisfied: the range that agrees with everything printed. */
  readonly low: number;
  readonly high: number;
  /** The same where Receiving Parents are taken to be at least as satisfied in both contact types. */
  readonly low_ahead: number;
  readonly high_ahead: number;
}

const CELL_GROUPS = {
  a1: { parent: "receiving", contact: "new" },
  a2: { parent: "receiving", contact: "change" },
  b1: { parent: "paying", contact: "new" },
  b2: { parent: "paying", contact: "change" },
} as const satisfies Record<Cell, object>;

/** The printed percentages as the margins of the two-by-two table. */
export function cellMargins({ satisfied }: Facts): TwoByTwoMargins {
  return {
    total: proportionInterval(satisfied.all),
    a: proportionInterval(satisfied.receiving),
    b: proportionInterval(satisfied.paying),
    first: proportionInterval(satisfied.new),
    second: proportionInterval(satisfied.change),
  };
}

/**
 * The possible satisfaction in each cell, without and with the reader's statement about the order.
 * @throws Error where the percentages agree with no satisfaction in the cells
 */
export function cellRows(facts: Facts): CellRow[] {
  return cells(facts).map(({ free, ahead, ...row }) => {
    if (free === null || ahead === null)
      throw new Error("the percentages agree with no satisfaction in the cells");
    return {
      ...row,
      low: 100 * free.low,
      high: 100 * free.high,
      low_ahead: 100 * ahead.low,
      high_ahead: 100 * ahead.high,
    };
  });
}

type CellRanges = { readonly free: Range | null; readonly ahead: Range | null };

/** The same, as proportions, with null where the percentages agree with no satisfaction in the cells. */
export function cells(
  facts: Facts,
): (Omit<CellRow, "low" | "high" | "low_ahead" | "high_ahead"> & CellRanges)[] {
  const margins = cellMargins(facts);
  const free = cellRanges(facts.answered, margins);
  const ahead = cellRanges(facts.answered, margins, { aAtLeastB: true });
  return CELLS.map((cell) => {
    const counts = facts.answered.map((table) => table[cell]);
    return {
      cell,
      group: groupKey(CELL_GROUPS[cell]),
      label: groupLabel(CELL_GROUPS[cell]),
      kind: "bounded",
      interviews: facts.cells[cell],
      answered_low: Math.min(...counts),
      answered_high: Math.max(...counts),
      free: free === null ? null : free[cell],
      ahead: ahead === null ? null : ahead[cell],
    };
  });
}
