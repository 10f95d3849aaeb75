import { defineFigure } from "../../../figures/figure.js";
import { groupColour } from "../../../figures/palette.js";
import { rowChart } from "../../../figures/row-chart.js";
import { chosenCode } from "../../../model/control.js";
import { formatNumber, formatRange } from "../../../model/format.js";
import type { Options } from "../../../model/variants.js";
import { AHEAD } from "../options.js";
import { CELL_RANGES, type CellRow } from "../schema.js";

/** The possible satisfaction in the four cells, without and with an assumption about their order. */
export const cellsFigure = defineFigure(CELL_RANGES, {
  title: (rows) =>
    rows.every((row) => row.high - row.low > 40)
      ? "Satisfaction in the cells is wide open, until something is said about their order"
      : "What satisfaction in the cells can be",
  subtitle:
    "Satisfied with the service overall, %: every value that agrees with the printed percentages, each interview counting the same",
  kinds: ["bounded"],
  controls: [AHEAD],
  how: [
    "The cells of parent by contact type make up the printed percentages. Every set of figures that does so within rounding was allowed, for each of the {{cells.tables}} ways in which the answers can fall into the cells ({{cells.no-answer}} of the interviews gave none). Each end is the solution of a linear programme.",
    "Each interview counts the same here. Weights that differ between the cells would widen the ranges. With the tick box, Receiving Parents are at least as satisfied as Paying Parents among New customers and among those with a change: a statement of the reader, not of the report.",
    "A range says what the figure in the survey could have been. Sampling error comes on top.",
  ],
  code: [
    "src/bounds/two-by-two.ts",
    "src/bounds/cell-ranges.ts",
    "src/findings/parents-and-contact/cells.ts",
  ],
  columns: (state) => [
    { label: "Cell", value: (row) => row.label },
    { label: "Satisfied from, %", value: (row) => range(row, state).low, as: "low" },
    { label: "to, %", value: (row) => range(row, state).high, as: "high" },
    { label: "Interviews", value: (row) => row.interviews },
    { label: "Answered, fewest", value: (row) => row.answered_low },
    { label: "Answered, most", value: (row) => row.answered_high },
  ],
  alt: (rows, state) => {
    const list = rows.map((row) => `${row.label} ${rangeText(row, state)}%`).join("; ");
    const stated = isAhead(state) ? ", Receiving Parents at least as satisfied in both contact types" : "";
    return `Bands without a middle: possible values, each interview counting the same${stated}. ${list}.`;
  },
  draw: (rows, state, options) =>
    rowChart(
      rows.map((row) => {
        const { low, high } = range(row, state);
        return {
          ...cellLabel(row),
          marks: [
            {
              kind: row.kind,
              low,
              high,
              text: rangeText(row, state),
              colour: groupColour(row.group),
              side: high > 80 ? "before" : "after",
            },
          ],
        };
      }),
      options,
    ),
});

/** The parent on one line, the contact type and interviews on the next; both on one line on narrow screens. */
function cellLabel({ label, interviews }: CellRow) {
  const [parent = "", contact = ""] = label.split(", ");
  return {
    label: parent,
    detail: `${contact}, ${formatNumber(interviews)}`,
    narrowLabel: `${parent.replace(" Parents", "")}, ${contact}`,
  };
}

const isAhead = (state: Options) => chosenCode(AHEAD, state) === "yes";

function range(row: CellRow, state: Options): { low: number; high: number } {
  return isAhead(state) ? { low: row.low_ahead, high: row.high_ahead } : { low: row.low, high: row.high };
}

function rangeText(row: CellRow, state: Options): string {
  const { low, high } = range(row, state);
  return formatRange(low, high);
}
