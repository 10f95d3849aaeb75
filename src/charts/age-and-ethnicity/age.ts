import type { AgeRow } from "../../analysis/age-and-ethnicity/rows.js";
import { INTERNET_END } from "../controls.js";
import { defaultState, type Figure } from "../figure.js";
import { colour } from "../palette.js";
import { INTERVIEW_CONTROL, isChosen, OLDER_CONTROL, SILENCE_CONTROL } from "./controls.js";
import { ageTable } from "./own-tables.js";
import { setRows } from "./set-rows.js";
import { listRows, RANGE_COLUMNS, rangeText, someFits, worthText } from "./words.js";

const CONTROLS = [INTERVIEW_CONTROL, OLDER_CONTROL, SILENCE_CONTROL];

/** The chart of the age half: the one figure that is held, and what the words leave of the others. */
export const ageFigure: Figure<AgeRow> = {
  id: "satisfaction-by-age",
  title: (rows) =>
    rows.filter((row) => isChosen(row, defaultState(CONTROLS)) && row.value !== null).length === 1
      ? "Only one age group’s figure is in the text: {{ces-2023-24.satisfied.age-16-24}} of {{ces-2023-24.base.answered.age-16-24}} people aged 16 to 24, which could be {{age.16-24.interval}}"
      : "What satisfaction by age can have been",
  subtitle:
    "Satisfied with the service overall, % of those who gave an answer. The dot is in the text, its line the 95% interval. Bands are what the survey’s other figures can have been, given its statements",
  source: "CES CMS 2023/24, Figures 1 and 10, and calculations from them",
  kinds: ["published", "bounded"],
  controls: CONTROLS,
  ends: [
    {
      result: "age.largest-design-effect",
      says: "All that the report calls significant among ages can be so up to a design effect of {{age.largest-design-effect}}; with weights within a tenth of the interviews, up to {{age.largest-design-effect.shares-tenth}}.",
      beyond: "no chart fits",
    },
    INTERNET_END,
  ],
  how: [
    "Statements used: everyone’s {{ces-2023-24.satisfied}} is the weighted mean of the ages; the youngest are more satisfied than every other group, significantly so against each group of 35 and over; ages 25 to 34 are significantly more satisfied than ages 35 to 54. The last is read of each of the two groups in the chart, or of both as one, whose inner weights then have a range of their own.",
    "The survey is weighted by age, so that a group can weigh half to double its share of the interviews. Each end of a band is the solution of a mixed linear programme, checked again against every statement.",
    "With the tick box, no pair that the report leaves unmentioned differs significantly: an assumption of the reader. The report says so of health conditions only.",
    "The line is a 95% Wilson interval at the interviews divided by the design effect.",
  ],
  code: [
    "src/analysis/age-and-ethnicity/problem.ts",
    "src/analysis/age-and-ethnicity/age.ts",
    "src/bounds/bound.ts",
  ],
  show: (rows, state) => rows.filter((row) => isChosen(row, state)),
  columns: () => RANGE_COLUMNS,
  readout: (rows, state) => {
    if (!someFits(rows)) return "No chart fits what is said and what you assumed.";
    const lost = rows.filter((row) => row.value === null).map((row) => `${row.label} ${rangeText(row)}%`);
    return `Given the statements, with each interview worth ${worthText(state)}: ${lost.join("; ")}.`;
  },
  alt: (rows, state) => {
    const together = state[OLDER_CONTROL.name] === "together" ? ", both middle groups read as one" : "";
    const silent = state[SILENCE_CONTROL.name] === "yes" ? ", silence read as not significant" : "";
    return `A dot for the held figure, bands without a middle for the others, with each interview worth ${worthText(state)}${together}${silent}. ${listRows(rows)}.${someFits(rows) ? "" : " No chart agrees with every statement."}`;
  },
  draw: (rows, _state, options) =>
    setRows(rows, { ...options, colourOf: () => colour("age"), hole: "cannot be here" }),
  own: ageTable,
};
