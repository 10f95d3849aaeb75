import type { StatementRow } from "../../analysis/by-statement/rows.js";
import { ASSUMED } from "../../analysis/fee-impact/by-statement.js";
import type { Control, Figure } from "../figure.js";
import { colour } from "../palette.js";
import {
  rangesOf,
  STATEMENT_COLUMNS,
  type StatementRanges,
  statementAlt,
  statementReadout,
  statementRows,
} from "../statement-rows.js";
import { AROUND_CONTROL, FALLING_CONTROL } from "./controls.js";
import { AXIS } from "./ladder.js";

/** What is assumed beside the report's words. */
export const ASSUMED_CONTROL: Control = {
  name: "assumed",
  type: "choice",
  legend: "Assumed beside the words",
  options: ASSUMED.map(({ code, label }) => ({ code, label })),
  default: ASSUMED[0].code,
};

/** What the fall could be without each sentence, or each assumption. */
export const feeByStatementFigure: Figure<StatementRow, StatementRanges> = {
  id: "fall-by-statement",
  title: (rows) =>
    onPooledNothing(rangesOf(rows))
      ? "What is known of the fall rests on the words about the quarters; the figure for all of them adds nothing"
      : "Which sentence, or which assumption, the range of the fall rests on",
  subtitle:
    "May 2014 less February 2015, points of the percentage satisfied, if one sentence or assumption had not been made. The dark strip is the range with all of them; what moves it most comes first",
  source: "Calculated from the sentences of CMS 2016",
  kinds: ["bounded"],
  controls: [ASSUMED_CONTROL, FALLING_CONTROL, AROUND_CONTROL],
  onDemand: true,
  how: [
    "Each sentence is left out alone, the others kept, and the smallest and the largest fall looked for again. What the report says of several quarters in one sentence is left out together. Of sentences that say the same neither would move anything.",
    "Other choices than the first are worked out in your browser.",
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
};

/** Without a sentence the fall can be as large as 100 points. */
const WIDE_AXIS = { ...AXIS, domain: [-100, 100], ticks: [-100, -50, 0, 50, 100] } as const;

/** Whether the words alone leave the figure for all quarters, and it alone, without weight. */
function onPooledNothing(rows: readonly StatementRanges[]): boolean {
  const idle = rows.filter(({ part, moves }) => part === "without" && moves === 0);
  return idle.length === 1 && rows.every(({ part, locator }) => part !== "without" || locator !== null);
}
