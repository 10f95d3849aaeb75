import { desc, from, op } from "arquero";
import { defineControl, type OptionCode } from "../model/control.js";
import { defineTable, flag, type RowOf, text } from "../model/table.js";
import { THE_PUBLICATIONS } from "../model/the-publications.js";

/** The numbers of the publications, with what they can be counted by. */
export const NUMBERS_HELD = defineTable({
  name: "numbers-held",
  title: "Which numbers the texts hold",
  description: "One row a number of the publications: where it belongs, and whether the text holds it.",
  source: THE_PUBLICATIONS,
  columns: {
    id: text("Row of the table of values"),
    publication: text("Publication"),
    status: text("How the publication gives it"),
    what: text("What it is"),
    place: text("Chart or table that holds it"),
    held: flag("Whether the number is in the text, or filled in"),
    kind: text<"calculated">("Counts of these rows are calculated"),
  },
});
export type NumberRow = RowOf<typeof NUMBERS_HELD>;

/** What the numbers can be counted by: columns of the table. */
export const COUNT_BY = defineControl({
  name: "by",
  type: "choice",
  legend: "Count the numbers by",
  isView: true,
  options: [
    { code: "publication", label: "publication" },
    { code: "status", label: "how it is given" },
    { code: "what", label: "what it is" },
  ],
  default: "publication",
});

/** Numbers known and not known, for one category. */
export interface CountRow {
  readonly part: string;
  readonly held: number;
  readonly notHeld: number;
}

/** The numbers counted by a column, largest part first; parts of one size stand in the order of their names. */
export function countNumbers(rows: readonly NumberRow[], by: OptionCode<typeof COUNT_BY>): CountRow[] {
  // Arquero finds no column in a table without rows.
  if (rows.length === 0) return [];
  return from([...rows])
    .rename({ [by]: "part" })
    .groupby("part")
    .rollup({ held: (d: NumberRow) => op.sum(d.held), all: () => op.count() })
    .orderby(desc("all"), "part")
    .derive({ notHeld: (d: { all: number; held: number }) => d.all - d.held })
    .select("part", "held", "notHeld")
    .objects() as CountRow[];
}
