import { NUMBERS_HELD } from "../../src/analysis/collection.js";
import type { Dataset } from "../../src/model/table.js";
import { isHeld, type Status, type Unit } from "../../src/model/value.js";
import type { Raw } from "../read/index.js";
import { recordsTable } from "./dataset.js";

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
export function numbersHeldTable({ values, publications }: Pick<Raw, "values" | "publications">): Dataset {
  const names = new Map(publications.map((p) => [p.id, p.shortTitle]));
  return recordsTable(NUMBERS_HELD, values, (value) => ({
    publication: names.get(value.publication) ?? value.publication,
    status: GIVEN[value.status],
    what: WHAT[value.unit] ?? "Rules, scales and counts",
    held: isHeld(value),
    kind: "calculated",
  }));
}
