import type { NumberRow } from "../../src/analysis/collection.js";
import type { Dataset } from "../../src/model/table.js";
import { isHeld, type Status, type Unit } from "../../src/model/value.js";
import type { Raw } from "../read/index.js";
import { THE_PUBLICATIONS } from "./texts.js";

const GIVEN: Record<Status, string> = {
  printed: "Printed as a number",
  worded: "Given in words",
  plotted: "In a chart",
  tabled: "In a table",
};

const WHAT: Partial<Record<Unit, string>> = {
  percent: "Survey percentages",
  "points-or-percent": "Changes of a percentage",
  share: "Shares and weights",
};

/** What can be counted of the numbers: where each belongs, how it is given, whether the text holds it. */
export function numbersHeldTable({ values, publications }: Raw): Dataset {
  const names = new Map(publications.map((p) => [p.id, p.shortTitle]));
  return {
    name: "numbers-held",
    title: "Which numbers the texts hold",
    description: "One row a number of the publications: where it belongs, and whether the text holds it.",
    source: THE_PUBLICATIONS,
    columns: [
      { name: "id", type: "text", description: "Row of the table of values" },
      { name: "publication", type: "text", description: "Publication" },
      { name: "status", type: "text", description: "How the publication gives it" },
      { name: "what", type: "text", description: "What it is" },
      { name: "place", type: "text", description: "Chart or table that holds it" },
      { name: "held", type: "flag", description: "Whether the number is in the text, or filled in" },
      { name: "kind", type: "text", description: "Counts of these rows are calculated" },
    ],
    rows: values.map((value): NumberRow & Dataset["rows"][number] => ({
      id: value.id,
      publication: names.get(value.publication) ?? value.publication,
      status: GIVEN[value.status],
      what: WHAT[value.unit] ?? "Rules, scales and counts",
      place: value.place,
      held: isHeld(value),
      kind: "calculated",
    })),
  };
}
