import type { StatementRow } from "../../../analysis/by-statement/columns.js";
import { INTERVIEW } from "../../../analysis/interview-worth.js";
import type { Figure } from "../../../figures/figure.js";
import { groupColour } from "../../../figures/palette.js";
import { percentTick } from "../../../figures/rows.js";
import {
  rangesOf,
  STATEMENT_COLUMNS,
  type StatementRanges,
  statementAlt,
  statementReadout,
  statementRows,
} from "../../../figures/statement-rows.js";
import type { Control } from "../../../model/control.js";
import { groupLabel } from "../../../model/dimensions.js";
import { ASKED } from "../by-statement.js";
import { AGE_ENDS } from "./age.js";
import { OLDER_CONTROL, SILENCE_CONTROL } from "./controls.js";
import { ETHNICITY_ENDS } from "./ethnicity.js";

/** Which ethnic group's figure is asked for. */
export const ETHNICITY_ASKED_CONTROL = asked("ethnicity");

/** Which age group's figure is asked for. */
export const AGE_ASKED_CONTROL = asked("age");

function asked(dimension: "ethnicity" | "age"): Control {
  const options = ASKED[dimension].map((code) => ({ code, label: groupLabel({ [dimension]: code }) }));
  return {
    name: `${dimension}-asked`,
    type: "choice",
    legend: "The figure of",
    options,
    default: options[0]?.code ?? "",
  };
}

const HOW = [
  "Each sentence is left out alone, the others kept, and what the figure could be is worked out again, with its holes. What the report says of several groups in one sentence is left out together. Of sentences that say the same neither would move anything.",
  "Other choices than the first are worked out in your browser.",
];
const CODE = ["src/bounds/without-each.ts", "src/analysis/by-statement/work-out.ts"];
const SUBTITLE =
  "if one sentence or assumption had not been made. The dark strip is what it can be with all of them; what moves it most comes first";

function parts(
  dimension: "ethnicity" | "age",
): Omit<Figure<StatementRow, StatementRanges>, "id" | "title" | "subtitle" | "source" | "controls"> {
  const name = `${dimension}-asked`;
  return {
    kinds: ["bounded"],
    none: "The figure that this chart asks about first is known, whatever the sentences say.",
    onDemand: true,
    how: HOW,
    code: CODE,
    show: rangesOf,
    columns: () => STATEMENT_COLUMNS,
    readout: (rows, state) => `${group(dimension, state[name])}. ${statementReadout(rows, "%")}`,
    alt: (rows, state) => `${group(dimension, state[name])}. ${statementAlt(rows, "%")}`,
    draw: (rows, state, options) =>
      statementRows(rows, {
        ...options,
        domain: [0, 100],
        ticks: [0, 25, 50, 75, 100],
        tickLabel: percentTick,
        unit: "%",
        colour: groupColour(`${dimension}=${dimension === "age" ? "age" : (state[name] ?? "")}`),
      }),
  };
}

function group(dimension: "ethnicity" | "age", code = ASKED[dimension][0] ?? ""): string {
  return groupLabel({ [dimension]: code });
}

/** What an ethnic group's figure could be without each sentence. */
export const ethnicityByStatementFigure: Figure<StatementRow, StatementRanges> = {
  ...parts("ethnicity"),
  id: "ethnicity-by-statement",
  title: (rows) =>
    closesTheGap(rangesOf(rows))
      ? "Without everyone’s figure, without the difference called significant, or without a limit to the weights, Black customers could be in the middle too"
      : "Which sentence the range of a group’s figure rests on",
  subtitle: `Satisfied with the service overall, %: what the survey’s figure could be ${SUBTITLE}`,
  source: "Calculated from CES CMS 2023/24, Figures 1 and 12",
  controls: [ETHNICITY_ASKED_CONTROL, INTERVIEW, SILENCE_CONTROL],
  ends: ETHNICITY_ENDS,
};

/** What an age group's figure could be without each sentence. */
export const ageByStatementFigure: Figure<StatementRow, StatementRanges> = {
  ...parts("age"),
  id: "age-by-statement",
  title: (rows) =>
    restsOnFewest(rangesOf(rows))
      ? "That ages 25 to 34 were not far below the youngest rests on one comparison, on everyone’s figure and on a limit to the weights"
      : "Which sentence the range of an age group’s figure rests on",
  subtitle: `Satisfied with the service overall, %: what the survey’s figure could be ${SUBTITLE}`,
  source: "Calculated from CES CMS 2023/24, Figures 1 and 10",
  controls: [AGE_ASKED_CONTROL, INTERVIEW, SILENCE_CONTROL, OLDER_CONTROL],
  ends: AGE_ENDS,
};

/** Whether the gap closes without just three: a comparison, the total, an assumption. */
function closesTheGap(rows: readonly StatementRanges[]): boolean {
  const closing = rows.filter(({ part, ranges }) => part === "without" && ranges.length === 1);
  return rows[0]?.ranges.length === 2 && isOneOfEach(closing);
}

/** Whether the low end falls by tens of points without just three: a comparison, the total, an assumption. */
function restsOnFewest(rows: readonly StatementRanges[]): boolean {
  const low = rows[0]?.ranges[0]?.[0] ?? 0;
  return isOneOfEach(
    rows.filter(({ part, ranges }) => part === "without" && (ranges[0]?.[0] ?? low) < low - 20),
  );
}

function isOneOfEach(rows: readonly StatementRanges[]): boolean {
  return (
    rows.length === 3 &&
    rows.filter(({ locator }) => locator === null).length === 1 &&
    rows.filter(({ statement }) => /significant/.test(statement)).length === 1
  );
}
