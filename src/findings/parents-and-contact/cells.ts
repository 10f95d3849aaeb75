import { percentInterval, proportionInterval } from "../../analysis/proportion.js";
import { CELLS, type Cell, cellRanges, type TwoByTwoMargins } from "../../bounds/index.js";
import { groupKey, groupLabel } from "../../model/dimensions.js";
import type { Facts } from "./facts.js";
import type { CellRow } from "./schema.js";

const CELL_GROUPS = {
  a1: { parent: "receiving", contact: "new" },
  a2: { parent: "receiving", contact: "change" },
  b1: { parent: "paying", contact: "new" },
  b2: { parent: "paying", contact: "change" },
} as const satisfies Record<Cell, object>;

/** The printed percentages as margins of the two-by-two table. */
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
 * The possible satisfaction in each cell, without and with the reader's assumption about the order.
 * @throws Error if no satisfaction in the cells agrees with the percentages
 */
export function cellRows(facts: Facts): CellRow[] {
  return cells(facts).map(({ free, ahead, ...row }) => {
    if (free === null || ahead === null)
      throw new Error("the percentages agree with no satisfaction in the cells");
    return { ...row, ...free, low_ahead: ahead.low, high_ahead: ahead.high };
  });
}

/** Like `cellRows`, with null instead of the error. */
export function cells(facts: Facts) {
  const margins = cellMargins(facts);
  const free = cellRanges(facts.answered, margins);
  const ahead = cellRanges(facts.answered, margins, { aAtLeastB: true });
  return CELLS.map((cell) => {
    const group = CELL_GROUPS[cell];
    const counts = facts.answered.map((table) => table[cell]);
    return {
      ...{ cell, group: groupKey(group), label: groupLabel(group), kind: "bounded" as const },
      interviews: facts.cells[cell],
      answered_low: Math.min(...counts),
      answered_high: Math.max(...counts),
      free: free === null ? null : percentInterval(free[cell]),
      ahead: ahead === null ? null : percentInterval(ahead[cell]),
    };
  });
}
