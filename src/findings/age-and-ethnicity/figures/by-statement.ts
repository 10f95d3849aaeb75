import type { StatementRow } from "../../../analysis/by-statement/columns.js";
import { INTERVIEW } from "../../../analysis/interview-worth.js";
import { defineFigure, type Figure } from "../../../figures/figure.js";
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
import { chosenOption } from "../../../model/control.js";
import type { Options } from "../../../model/variants.js";
import { ASKED } from "../by-statement.js";
import { type Chart, OLDER, SILENCE } from "../readings.js";
import { AGE_BY_STATEMENT, ETHNICITY_BY_STATEMENT } from "../schema.js";
import { AGE_ENDS } from "./age.js";
import { ETHNICITY_ENDS } from "./ethnicity.js";

/** A figure of one group's range without each sentence about its chart. */
function byStatementFigure(
  chart: Chart,
  table: typeof AGE_BY_STATEMENT,
  own: Pick<Figure<StatementRow, StatementRanges>, "title" | "controls" | "ends">,
) {
  const asked = (state: Options) => chosenOption(ASKED[chart], state);
  return defineFigure<StatementRow, StatementRanges>(table, {
    ...own,
    subtitle:
      "Satisfied with the service overall, %: what the survey’s figure could be if one sentence or assumption had not been made. The dark strip is what it can be with all of them; what moves it most comes first",
    kinds: ["bounded"],
    none: "The figure that this chart asks about first is known, whatever the sentences say.",
    onDemand: true,
    how: [
      "Each sentence is left out alone, the others kept, and what the figure could be is worked out again, with its holes. What the report says of several groups in one sentence is left out together. Of sentences that say the same neither would move anything.",
      "Other choices than the first are worked out in your browser.",
    ],
    code: ["src/bounds/without-each.ts", "src/analysis/by-statement/work-out.ts"],
    show: rangesOf,
    columns: () => STATEMENT_COLUMNS,
    readout: (rows, state) => `${asked(state).label}. ${statementReadout(rows, "%")}`,
    alt: (rows, state) => `${asked(state).label}. ${statementAlt(rows, "%")}`,
    draw: (rows, state, options) =>
      statementRows(rows, {
        ...options,
        domain: [0, 100],
        ticks: [0, 25, 50, 75, 100],
        tickLabel: percentTick,
        unit: "%",
        colour: groupColour(`${chart}=${chart === "age" ? "age" : asked(state).code}`),
      }),
  });
}

/** An ethnic group's range without each sentence. */
export const ethnicityByStatementFigure = byStatementFigure("ethnicity", ETHNICITY_BY_STATEMENT, {
  title: (rows) =>
    closesTheGap(rangesOf(rows))
      ? "Without everyone’s figure, without the difference called significant, or without a limit to the weights, Black customers could be in the middle too"
      : "Which sentence the range of a group’s figure rests on",
  controls: [ASKED.ethnicity, INTERVIEW, SILENCE],
  ends: ETHNICITY_ENDS,
});

/** An age group's range without each sentence. */
export const ageByStatementFigure = byStatementFigure("age", AGE_BY_STATEMENT, {
  title: (rows) =>
    restsOnFewest(rangesOf(rows))
      ? "That ages 25 to 34 were not far below the youngest rests on one comparison, on everyone’s figure and on a limit to the weights"
      : "Which sentence the range of an age group’s figure rests on",
  controls: [ASKED.age, INTERVIEW, SILENCE, OLDER],
  ends: AGE_ENDS,
});

/** Whether exactly three statements keep the gap open: a comparison, the total and an assumption. */
function closesTheGap(rows: readonly StatementRanges[]): boolean {
  const closing = rows.filter(({ part, ranges }) => part === "without" && ranges.length === 1);
  return rows[0]?.ranges.length === 2 && isOneOfEach(closing);
}

/** Whether exactly three statements lower the low end by more than 20 points when left out: one of each kind. */
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
