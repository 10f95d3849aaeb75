import type { SettlesRow } from "../../analysis/fee-impact/index.js";
import { formatNumber } from "../../model/format.js";
import type { Figure } from "../figure.js";
import { rangeRows } from "./range-rows.js";
import { rangeInWords } from "./words.js";

/** Which number would settle it: the range of the fall once one more number is known, narrowest first. */
export const settlesFigure: Figure<SettlesRow> = {
  id: "number-that-would-settle",
  title: ([first]) =>
    first?.label === "May 2014"
      ? "The number that would settle the fall is that of the quarter just before the fee"
      : "What one more number would leave of the range of the fall",
  subtitle:
    "The fall from May 2014 to February 2015, points, if one more number were known, at an example value; the quarters before the fee are taken to be alike. Narrowest first",
  source: "Calculated from the sentences of CMS 2016 and supposed numbers",
  kinds: ["bounded"],
  controls: [],
  how: [
    "Each row adds one supposed number to the report’s sentences, as if it were printed, and to the assumption that the quarters before the fee differ by at most {{fee.before-within}}. Other values would move the ranges, and change their widths little.",
    "Without that assumption only May 2014, and to a small extent February 2015, would narrow the range at all: nothing ties the other numbers to it.",
  ],
  code: ["src/analysis/fee-impact/settles.ts"],
  columns: () => [
    { label: "Number learnt", value: (row) => row.label },
    { label: "Supposed", value: (row) => row.example },
    { label: "Fall from, points", value: (row) => row.low, decimals: 1 },
    { label: "to", value: (row) => row.high, decimals: 1 },
    { label: "Width", value: (row) => row.width, decimals: 1 },
  ],
  alt: (rows) => {
    const list = rows.map(
      (row) => `${row.label}: ${formatNumber(row.low, 1, "down")} to ${formatNumber(row.high, 1, "up")}`,
    );
    return `Bands of the fall in points, one for each number that might be learnt, narrowest first. ${list.join("; ")}.`;
  },
  draw: (rows, _state, options) =>
    rangeRows(
      rows.map((row) => ({
        label: row.label,
        range: rangeInWords(row, true),
        note: row.example,
        low: row.low,
        high: row.high,
      })),
      {
        ...options,
        domain: [0, 50],
        ticks: [0, 10, 20, 30, 40, 50],
        tickLabel: (tick) => formatNumber(tick),
      },
    ),
};
