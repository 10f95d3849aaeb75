import { DIMENSION_COLUMNS, groupCells } from "../../src/analysis/value-cells.js";
import { type Dataset, defineTable, interviews, open, text } from "../../src/model/table.js";
import { THE_PUBLICATIONS } from "../../src/model/the-publications.js";
import type { Raw } from "../read/index.js";
import { recordsTable } from "./dataset.js";

const BASES = defineTable({
  name: "bases",
  title: "The interviews behind the percentages",
  description: "One row a base: an unweighted number of interviews, with whom it counts.",
  source: `${THE_PUBLICATIONS}, named in the locator`,
  columns: {
    id: text("Name of the base"),
    publication: text("Publication that holds it"),
    population: text("Code of the definition"),
    definition: text("Who is counted"),
    group: text("Part of them, as dimension=code; empty for everyone"),
    group_label: text("Part of them, for readers"),
    ...DIMENSION_COLUMNS,
    period: open(text("Month, or first and last month")),
    status: text("printed, plotted in a chart, tabled in another document"),
    printed: open(text("The number as printed")),
    interviews: open(interviews("The number")),
    place: text("Chart or table that holds it"),
    locator: text("Publication and place"),
    note: open(text("What a reader of the number must know")),
  },
});

/** The interviews behind the percentages, with whom each base counts. */
export function basesTable({ bases }: Pick<Raw, "bases">): Dataset {
  return recordsTable(BASES, bases, ({ group }) => groupCells(group));
}
