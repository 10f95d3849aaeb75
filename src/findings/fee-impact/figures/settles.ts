import { defineFigure } from "../../../figures/figure.js";
import { formatRange } from "../../../model/format.js";
import { AROUND, FALLING } from "../options.js";
import { SETTLES } from "../schema.js";
import { chosenRows, readingInWords } from "./controls.js";
import { AXIS } from "./ladder.js";
import { rangeRows } from "./range-rows.js";
import { rangeInWords } from "./words.js";

/** The range of the fall once one more number is known, narrowest first. */
export const settlesFigure = defineFigure(SETTLES, {
  title: (rows) =>
    chosenRows(rows, {})[0]?.label === "May 2014"
      ? "The quarter just before the fee would tell most about the fall"
      : "How much one more number would narrow the range of the fall",
  subtitle:
    "The fall from May 2014 to February 2015, in percentage points, if one more number were known, at an example value. The quarters before the fee are taken to lie within {{fee.before-within}} of each other; quarters may count differently. Narrowest first",
  source: "Calculated from the sentences of CMS 2016 and supposed numbers",
  kinds: ["bounded"],
  controls: [FALLING, AROUND],
  how: [
    "Each row adds one supposed number to the report’s sentences, as if it were printed, and the assumption that the quarters before the fee differ by at most {{fee.before-within}}. Another value would move a range, and change its width little.",
    "Without this assumption only the numbers for May 2014 and February 2015 would narrow the range: no sentence ties the others to the fall.",
  ],
  code: ["src/findings/fee-impact/settles.ts"],
  show: chosenRows,
  alt: (rows, state) => {
    const list = rows.map((row) => `${row.label}, ${row.example}: ${formatRange(row.low, row.high)}`);
    return `Bands of the fall in points, one for each number that might be learnt, narrowest first. ${readingInWords(state)} ${list.join("; ")}.`;
  },
  draw: (rows, _state, options) =>
    rangeRows(
      rows.map((row) => ({
        label: row.label,
        range: row.fits ? rangeInWords(row) : "does not fit the numbers",
        note: row.example,
        low: row.low,
        high: row.high,
      })),
      { ...options, ...AXIS, sides: ["rose", "fell"] },
    ),
});
