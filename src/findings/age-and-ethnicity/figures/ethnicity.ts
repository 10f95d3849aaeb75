import { INTERVIEW } from "../../../analysis/interview-worth.js";
import { COUNTING, isCounting } from "../../../figures/controls.js";
import { INTERNET_END } from "../../../figures/ends.js";
import { type DesignEffectEnd, defineFigure } from "../../../figures/figure.js";
import { groupColour } from "../../../figures/palette.js";
import { formatNumber } from "../../../model/format.js";
import type { Options } from "../../../model/variants.js";
import { chosenRows, SILENCE } from "../readings.js";
import { ETHNICITY, type RangeRow } from "../schema.js";
import { COUNTING_HOW, countingText, countsOf } from "./counting.js";
import { inLayer, isAboutCustomers, LAYER, LAYER_HOW, layerText } from "./layers.js";
import { ethnicityTable } from "./own-tables.js";
import { setRows } from "./set-rows.js";
import { bandsOf, listRows, rangeColumns, rangeText, someFits, worthText } from "./words.js";

/** The largest design effects at which the report's differences by ethnicity can be significant. */
export const ETHNICITY_ENDS: readonly DesignEffectEnd[] = [
  {
    result: "ethnicity.largest-design-effect",
    says: "Both differences that the report calls significant here can be so up to a design effect of {{ethnicity.largest-design-effect}}.",
    beyond: "no chart fits",
  },
  INTERNET_END,
];

/** Satisfaction by ethnicity: the known figures, and the ranges of the others. */
export const ethnicityFigure = defineFigure(ETHNICITY, {
  title: (rows) =>
    goesEitherWay(chosenRows(rows, {}))
      ? "The report says White and Black customers differ. The numbers allow either direction"
      : "{{more ethnicity.black ethnicity.white}}Black customers were more often satisfied than White customers{{less}}Black customers were less often satisfied than White customers{{same or otherwise}}{{unknown or partly ces-2023-24.satisfied.ethnicity-*}}What satisfaction by ethnicity could have been{{known}}Satisfaction by ethnicity{{end}}{{end}}",
  subtitle:
    "Satisfied with the service overall, % of customers in contact from April 2023 to March 2024 who gave an answer. Dots are figures that we hold, lines their 95% intervals.{{unknown or partly ces-2023-24.satisfied.ethnicity-black ces-2023-24.satisfied.ethnicity-white ces-2023-24.satisfied.ethnicity-other-mixed}} Bands are what the survey’s other figures could have been, given its statements; a statement about all customers like these needs sampling error on top{{end}}",
  kinds: ["published", "bounded"],
  controls: [LAYER, INTERVIEW, SILENCE, COUNTING],
  ends: ETHNICITY_ENDS,
  how: [
    "Statements used: everyone’s {{ces-2023-24.satisfied}} is the weighted mean of the groups, with the {{ces-2023-24.ethnicity-not-known.ethnicity-dont-know}} customers who did not know their ethnicity as a part that can be anything; Asian customers are the most satisfied and those who prefer not to say the least; Asian and White differ significantly, and White and Black do. No direction is used for either pair but what the order gives.",
    "Each group’s weight lies within a tenth of its share of the interviews, since ethnicity is not among the variables that the survey weights on. Each end of a band is the solution of a mixed linear programme, checked again against every statement. Significance is that of the normal test at 95% with the unpooled variance; a pair counts as different where some unrounded figures do.",
    "The report names no design effect. An interview that is worth one in full is simple random sampling, the most favourable choice and no neutral one. The statements fit some chart up to a design effect of {{ethnicity.largest-design-effect}}.",
    "Lines are 95% Wilson intervals at the interviews divided by the design effect. “Six out of ten” is read as the whole percentage.",
    LAYER_HOW,
    COUNTING_HOW,
  ],
  code: [
    "src/findings/age-and-ethnicity/problem.ts",
    "src/findings/age-and-ethnicity/ethnicity.ts",
    "src/bounds/bound.ts",
    "src/findings/age-and-ethnicity/ranges.ts",
  ],
  show: (rows, state) => chosenRows(rows, state).map((row) => inLayer(row, state)),
  columns: rangeColumns,
  readout: (rows, state) => {
    if (!someFits(rows))
      return "No chart fits. The Asian group and those who prefer not to say differ beyond doubt and are not mentioned, so silence cannot mean that there is no significant difference.";
    const lost = rows.filter((row) => row.value === null).map((row) => `${row.label} ${rangeText(row)}%`);
    return `${layerText(state)}. Given the statements, with each interview worth ${worthText(state)}: ${lost.join("; ")}.${counting(rows, state)}`;
  },
  alt: (rows, state) =>
    `${layerText(state)}. Dots for held figures, bands without a middle for the others, with each interview worth ${worthText(state)}. ${listRows(rows)}.${
      goesEitherWay(rows) ? " Black customers can be below or above White customers; both fit." : ""
    }${someFits(rows) ? "" : " No chart agrees with every statement."}${counting(rows, state)}`,
  draw: (rows, state, options) =>
    setRows(rows, {
      ...options,
      colourOf: ({ group }) => groupColour(group),
      hole: isAboutCustomers(state)
        ? "outside both intervals"
        : options.width !== undefined && options.width < 520
          ? "between: not if the difference is significant"
          : "cannot be here if the difference is significant",
      ...(isCounting(state) ? { countsOf } : {}),
    }),
  own: ethnicityTable,
});

const whiteOf = (rows: readonly RangeRow[]) => rows.find(({ group }) => group === "ethnicity=white");
const blackOf = (rows: readonly RangeRow[]) => rows.find(({ group }) => group === "ethnicity=black");

/** The count in words; it lies on both sides of the pair whose order the text does not give. */
function counting(rows: readonly RangeRow[], state: Options): string {
  const white = whiteOf(rows);
  const black = blackOf(rows);
  const whites = white === undefined ? [] : countsOf(white).map(([percent]) => percent);
  const [least, most] = [Math.min(...whites), Math.max(...whites)];
  const counts = black === undefined ? [] : countsOf(black);
  const sum = (fits: (percent: number) => boolean) =>
    counts.reduce((all, [percent, charts]) => all + (fits(percent) ? charts : 0), 0);
  const [below, above] = [sum((percent) => percent < least), sum((percent) => percent > most)];
  const sides =
    below === above
      ? ""
      : `: ${formatNumber(below)} have Black customers below all that White customers can be and ${formatNumber(above)} above, because more whole percentages lie open on one side of White customers than on the other`;
  return countingText(rows, state, below + above === 0 ? "" : sides);
}

/** Whether the Black group has one band below the White group's range and one above it. */
function goesEitherWay(rows: readonly RangeRow[]): boolean {
  const white = whiteOf(rows);
  const black = blackOf(rows);
  if (white === undefined || black === undefined || white.low === null || white.high === null) return false;
  return bandsOf(black).length === 2 && (black.low ?? 100) < white.low && (black.high ?? 0) > white.high;
}
