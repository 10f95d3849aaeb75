import { defineFigure } from "../../../figures/figure.js";
import { formatRange } from "../../../model/format.js";
import { AROUND, FALLING } from "../options.js";
import { PARENTS, type ParentsRow } from "../schema.js";
import { chosenRows, readingInWords } from "./controls.js";
import { AXIS } from "./ladder.js";
import { rangeRows } from "./range-rows.js";
import { rangeInWords, signInWords } from "./words.js";

/** Before minus after with the sentences on both parents: under which readings its sign is known. */
export const parentsFigure = defineFigure(PARENTS, {
  title: (rows) =>
    isOnlySettledByMeans(rows)
      ? "Only one reading, with one mix throughout, settles which was higher"
      : "What the sentences on both parents leave of before less after",
  subtitle:
    "Mean before the fee less mean since February 2015, in percentage points, once the sentences on Receiving and Paying Parents are added. Each group of rows reads “decreased” in another way; its rows let the share of Receiving Parents among clients change less and less. All quarters weigh the same here: other weights leave more open",
  kinds: ["bounded"],
  controls: [FALLING, AROUND],
  how: [
    "Each quarter has further unknowns: the percentage of Receiving Parents satisfied, the percentage of Paying Parents, and the share of Receiving Parents among clients. The figure for all clients lies at that share of the way from Paying to Receiving Parents.",
    "If the share lies from a to b, the figure for all clients is at least paying + a × (receiving − paying) and at most paying + b × (receiving − paying). For a given a that is linear. The solver looks at every a: it cuts their range in parts, and drops a part once nothing in it can go further. The ends are proven, and attained to within a twentieth of a point.",
    "“Decreased” can mean that the last quarter is below the first, that a least squares line through the quarters falls, or that the mean since February 2015 is below the mean before the fee. “At a greater rate” is read in points, which says the same as the smaller difference. Read in per cent of each group’s start it would say a little more.",
    "In the last reading one mix settles the direction by itself: all clients are then a fixed mean of groups that both fell. With a mix that changes, all clients can rise while both groups fall (Simpson’s paradox). The table below the chart says how much the mix must change for that.",
  ],
  code: [
    "src/findings/fee-impact/parents.ts",
    "src/findings/fee-impact/parents-rows.ts",
    "src/findings/fee-impact/solve.ts",
  ],
  show: chosenRows,
  columns: () => [
    { label: "“Decreased” means", value: (row) => row.reading },
    { label: "Mix of parents", value: (row) => row.label },
    { label: "Before less after from, points", value: (row) => (row.fits ? row.low : null), as: "low" },
    { label: "to", value: (row) => (row.fits ? row.high : null), as: "high" },
    { label: "Direction", value: (row) => direction(row) },
  ],
  alt: (rows, state) => {
    const list = rows.map((row) => `${row.reading}; ${row.label}: ${rangeOf(row)}, ${direction(row)}`);
    return `Bands of the mean before less the mean after, in points, for each reading of “decreased” and each mix of parents. ${readingInWords(state)} ${list.join(". ")}.`;
  },
  draw: (rows, _state, options) =>
    rangeRows(
      rows.map((row, i) => ({
        ...(row.reading === rows[i - 1]?.reading ? {} : { heading: row.reading }),
        label: row.label,
        range: row.fits ? rangeInWords(row) : rangeOf(row),
        low: row.fits ? row.low : 0,
        high: row.fits ? row.high : 0,
      })),
      { ...options, ...AXIS, sides: ["lower before", "higher before"] },
    ),
});

function direction(row: ParentsRow): string {
  return row.fits ? signInWords(row) : "nothing fits";
}

function rangeOf(row: ParentsRow): string {
  return row.fits ? formatRange(row.low, row.high) : "does not fit the numbers";
}

/** Whether, in the default options, the only row with one sign is one mix with means compared. */
function isOnlySettledByMeans(rows: readonly ParentsRow[]): boolean {
  return chosenRows(rows, {}).every(
    ({ decreased, mix, both, low }) => both !== (decreased === "means" && mix === "constant" && low > -1e-6),
  );
}
