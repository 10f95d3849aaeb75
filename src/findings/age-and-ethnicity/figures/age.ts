import { INTERVIEW } from "../../../analysis/interview-worth.js";
import { COUNTING, isCounting } from "../../../figures/controls.js";
import { INTERNET_END } from "../../../figures/ends.js";
import { type DesignEffectEnd, defineFigure } from "../../../figures/figure.js";
import { colour } from "../../../figures/palette.js";
import { chosenCode } from "../../../model/control.js";
import { formatNumber } from "../../../model/format.js";
import type { Options } from "../../../model/variants.js";
import { chosenRows, OLDER, SILENCE } from "../readings.js";
import { AGE, type AgeRow } from "../schema.js";
import { COUNTING_HOW, countingText, countsOf, medians } from "./counting.js";
import { inLayer, isAboutCustomers, LAYER, LAYER_HOW, layerText } from "./layers.js";
import { ageTable } from "./own-tables.js";
import { setRows } from "./set-rows.js";
import { listRows, rangeColumns, rangeText, someFits, worthText } from "./words.js";

/** Groups that no sentence compares with each other. */
const NOT_COMPARED = ["age=35-44", "age=45-54", "age=55-plus"];

/** The largest design effects at which the report's differences by age can be significant. */
export const AGE_ENDS: readonly DesignEffectEnd[] = [
  {
    result: "age.largest-design-effect",
    says: "All that the report calls significant among ages can be so up to a design effect of {{age.largest-design-effect}}; with weights within a tenth of the interviews, up to {{age.largest-design-effect.shares-tenth}}.",
    beyond: "no chart fits",
  },
  INTERNET_END,
];

/** Satisfaction by age: the one known figure, and the ranges of the others. */
export const ageFigure = defineFigure(AGE, {
  title: (rows) =>
    chosenRows(rows, {}).filter(({ value }) => value !== null).length === 1
      ? "Only one age group’s figure is in the text: {{ces-2023-24.satisfied.age-16-24}} of {{ces-2023-24.base.answered.age-16-24}} people aged 16 to 24, which could be {{age.16-24.interval}}"
      : "{{unknown or partly ces-2023-24.satisfied.age-*}}What satisfaction by age could have been{{known}}Satisfaction by age{{end}}",
  subtitle:
    "Satisfied with the service overall, % of those who gave an answer. Dots are figures that we hold, lines their 95% intervals.{{unknown or partly ces-2023-24.satisfied.age-*}} Bands are what the survey’s other figures could have been, given its statements{{end}}",
  kinds: ["published", "bounded"],
  controls: [LAYER, INTERVIEW, OLDER, SILENCE, COUNTING],
  ends: AGE_ENDS,
  how: [
    "Statements used: everyone’s {{ces-2023-24.satisfied}} is the weighted mean of the ages; the youngest are more satisfied than every other group, significantly so against each group aged 35 and over; ages 25 to 34 are significantly more satisfied than those aged 35-54. The last is read of each of both groups in the chart, or of both as one, whose inner weights then have a range of their own.",
    "The survey is weighted by age, so that a group can weigh half to double its share of the interviews. Each end of a band is the solution of a mixed linear programme, checked again against every statement.",
    "With the tick box, no pair that the report leaves unmentioned differs significantly: an assumption of the reader. The report says so of health conditions only.",
    "The line is a 95% Wilson interval at the interviews divided by the design effect.",
    LAYER_HOW,
    COUNTING_HOW,
  ],
  code: [
    "src/findings/age-and-ethnicity/problem.ts",
    "src/findings/age-and-ethnicity/age.ts",
    "src/bounds/bound.ts",
    "src/findings/age-and-ethnicity/ranges.ts",
  ],
  show: (rows, state) => chosenRows(rows, state).map((row) => inLayer(row, state)),
  columns: rangeColumns,
  readout: (rows, state) => {
    if (!someFits(rows)) return "No chart fits what is said and what you assumed.";
    const lost = rows.filter((row) => row.value === null).map((row) => `${row.label} ${rangeText(row)}%`);
    return `${layerText(state)}. Given the statements, with each interview worth ${worthText(state)}: ${lost.join("; ")}.${counting(rows, state)}`;
  },
  alt: (rows, state) => {
    const together = chosenCode(OLDER, state) === "together" ? ", both middle groups read as one" : "";
    const silent = chosenCode(SILENCE, state) === "yes" ? ", silence read as not significant" : "";
    return `${layerText(state)}. A dot for the held figure, bands without a middle for the others, with each interview worth ${worthText(state)}${together}${silent}. ${listRows(rows)}.${someFits(rows) ? "" : " No chart agrees with every statement."}${counting(rows, state)}`;
  },
  draw: (rows, state, options) =>
    setRows(rows, {
      ...options,
      colourOf: () => colour("age"),
      hole: isAboutCustomers(state) ? "outside both intervals" : "cannot be here",
      ...(isCounting(state) ? { countsOf } : {}),
    }),
  own: ageTable,
});

/** The count in words; the slope between groups that no sentence compares comes from counting alone. */
function counting(rows: readonly AgeRow[], state: Options): string {
  const found = medians(rows.filter(({ group }) => NOT_COMPARED.includes(group)));
  const falls = found.every(({ middle }, i) => i === 0 || middle < (found[i - 1]?.middle ?? 0));
  const list = found.map(({ label, middle }) => `${formatNumber(middle)}% of those ${label.toLowerCase()}`);
  const slope = `: the middle of the counts falls with age (${list.join(", ")}), although no sentence compares these groups. That slope comes from counting alone`;
  return countingText(rows, state, found.length === NOT_COMPARED.length && falls ? slope : "");
}
