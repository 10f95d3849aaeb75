import type { StatementRow } from "../../../analysis/by-statement/columns.js";
import { defineFigure } from "../../../figures/figure.js";
import { colour } from "../../../figures/palette.js";
import {
  rangesOf,
  STATEMENT_COLUMNS,
  type StatementRanges,
  statementAlt,
  statementReadout,
  statementRows,
} from "../../../figures/statement-rows.js";
import { ASSUMED } from "../by-statement.js";
import { AROUND, FALLING } from "../options.js";
import { BY_STATEMENT } from "../schema.js";
import { AXIS } from "./ladder.js";

/** The range of the fall without each sentence, or each assumption. */
export const feeByStatementFigure = defineFigure<StatementRow, StatementRanges>(BY_STATEMENT, {
  title: (rows) =>
    isOnlyPooledRedundant(rangesOf(rows))
      ? "The figure for all quarters together says nothing about the fall"
      : "Which sentence, or which assumption, the range of the fall rests on",
  subtitle:
    "May 2014 less February 2015, in percentage points, if one sentence or assumption were left out. The dark strip is the range with all of them; the sentence that moves it most comes first",
  kinds: ["bounded"],
  controls: [ASSUMED, FALLING, AROUND],
  onDemand: true,
  how: [
    "We leave out one sentence, keep the others, and look for the smallest and the largest fall again. A sentence about several quarters is left out as a whole. Where sentences say the same, leaving out either moves nothing.",
    "Without the words about the level, the high end takes every client satisfied in May 2014 and none in February 2015.",
    "The sentences on parents are left out: with any mix of parents they move neither end. Your browser works out every choice but the first.",
  ],
  code: ["src/bounds/without-each.ts", "src/analysis/by-statement/work-out.ts"],
  show: rangesOf,
  columns: () => STATEMENT_COLUMNS,
  readout: (rows) => statementReadout(rows, " points"),
  alt: (rows) => statementAlt(rows, " points"),
  draw: (rows, _state, options) =>
    statementRows(rows, {
      ...options,
      ...WIDE_AXIS,
      unit: " points",
      colour: colour("everyone"),
    }),
});

/** Without a sentence the fall can be as large as 100 points. */
const WIDE_AXIS = { ...AXIS, domain: [-100, 100], ticks: [-100, -50, 0, 50, 100] } as const;

/** Whether the figure for all quarters, and only that, changes nothing under the words alone. */
function isOnlyPooledRedundant(rows: readonly StatementRanges[]): boolean {
  const idle = rows.filter(({ part, moves }) => part === "without" && moves === 0);
  return idle.length === 1 && rows.every(({ part, locator }) => part !== "without" || locator !== null);
}
