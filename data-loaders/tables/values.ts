import { DIMENSION_COLUMNS, groupCells } from "../../src/analysis/value-cells.js";
import { type Dataset, defineTable, interviews, number, open, text } from "../../src/model/table.js";
import { THE_PUBLICATIONS } from "../../src/model/the-publications.js";
import { isHeld } from "../../src/model/value.js";
import { WORKSPACE } from "../../src/model/workspace.js";
import type { Raw } from "../read/index.js";
import { recordsTable } from "./dataset.js";

/** Every number of the publications, and every number that their charts and tables hold but their text does not. */
const VALUES = defineTable({
  name: "values",
  title: `Every number of ${WORKSPACE.publications}`,
  description:
    "One row a number, with the rounding interval of what is printed. Rows without a value stand in a chart or a table that the text does not hold.",
  source: `${THE_PUBLICATIONS}, named in the locator`,
  columns: {
    id: text("Name of the number"),
    publication: text("Publication that holds it"),
    measure: text("What was measured: a row of the table of measures"),
    label: text("The measure in a few words"),
    group: text("Who it is about, as dimension=code; empty for everyone"),
    group_label: text("Who it is about, for readers"),
    ...DIMENSION_COLUMNS,
    period: open(text("Month, or first and last month")),
    kind: open(
      text<"published" | "calculated">(
        "published where a number is held, calculated where it was worked out from interviews",
      ),
    ),
    status: text("printed, worded, plotted in a chart, tabled in another document"),
    printed: open(text("The number as printed")),
    words: open(text("The number as worded")),
    unit: text("Unit of value, low and high"),
    value: open(number()("The number")),
    low: open(number()("Lowest number that is written like this")),
    high: open(number()("Highest number that is written like this")),
    base: open(text("Row of the table of bases")),
    interviews: open(interviews("Unweighted base")),
    place: text("Chart or table that holds it"),
    locator: text("Publication and place"),
    note: open(text("What a reader of the number must know")),
  },
});

/** The table of values. */
export function valuesTable({ values, measures }: Pick<Raw, "values" | "measures">): Dataset {
  const labels = new Map(measures.map(({ id, label }) => [id, label]));
  return recordsTable(VALUES, values, (v) => ({
    label: labels.get(v.measure) ?? v.measure,
    ...groupCells(v.group),
    kind: !isHeld(v) ? null : v.fromInterviews ? "calculated" : "published",
  }));
}
