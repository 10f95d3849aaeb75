import { DIMENSION_NAMES, dimensionText, groupKey, groupLabel } from "../../src/model/dimensions.js";
import type { Column, Dataset } from "../../src/model/table.js";
import { isHeld } from "../../src/model/value.js";
import { WORKSPACE } from "../../src/model/workspace.js";
import type { Raw } from "../read/index.js";
import { THE_PUBLICATIONS } from "./texts.js";

/** One column for each dimension, empty where the row is about everyone in it. */
export const DIMENSION_COLUMNS: readonly Column[] = DIMENSION_NAMES.map((name) => ({
  name,
  type: "text",
  nullable: true,
  description: `${dimensionText(name).label}: ${Object.keys(dimensionText(name).codes).join(", ")}; empty for everyone`,
}));

/** Every number of the publications, and every number that their charts and tables hold but their text does not. */
export function valuesTable({ values, measures }: Raw): Dataset {
  const labels = new Map(measures.map((m) => [m.id, m.label]));
  return {
    name: "values",
    title: `Every number of ${WORKSPACE.publications}`,
    description:
      "One row a number, with the rounding interval of what is printed. Rows without a value stand in a chart or a table that the text does not hold.",
    source: `${THE_PUBLICATIONS}, named in the locator`,
    columns: [
      { name: "id", type: "text", description: "Name of the number" },
      { name: "publication", type: "text", description: "Publication that holds it" },
      { name: "measure", type: "text", description: "What was measured: a row of the table of measures" },
      { name: "label", type: "text", description: "The measure in a few words" },
      { name: "group", type: "text", description: "Who it is about, as dimension=code; empty for everyone" },
      { name: "group_label", type: "text", description: "Who it is about, for readers" },
      ...DIMENSION_COLUMNS,
      { name: "period", type: "text", nullable: true, description: "Month, or first and last month" },
      {
        name: "kind",
        type: "text",
        nullable: true,
        description: "published where a number is held, calculated where it was worked out from interviews",
      },
      {
        name: "status",
        type: "text",
        description: "printed, worded, plotted in a chart, tabled in another document",
      },
      { name: "printed", type: "text", nullable: true, description: "The number as printed" },
      { name: "words", type: "text", nullable: true, description: "The number as worded" },
      { name: "unit", type: "text", description: "Unit of value, low and high" },
      { name: "value", type: "number", nullable: true, description: "The number" },
      { name: "low", type: "number", nullable: true, description: "Lowest number that is written like this" },
      {
        name: "high",
        type: "number",
        nullable: true,
        description: "Highest number that is written like this",
      },
      { name: "base", type: "text", nullable: true, description: "Row of the table of bases" },
      {
        name: "interviews",
        type: "integer",
        nullable: true,
        unit: "interviews",
        description: "Unweighted base",
      },
      { name: "place", type: "text", description: "Chart or table that holds it" },
      { name: "locator", type: "text", description: "Publication and place" },
      { name: "note", type: "text", nullable: true, description: "What a reader of the number must know" },
    ],
    rows: values.map((v) => ({
      id: v.id,
      publication: v.publication,
      measure: v.measure,
      label: labels.get(v.measure) ?? v.measure,
      group: groupKey(v.group),
      group_label: groupLabel(v.group),
      ...v.group,
      period: v.period,
      kind: !isHeld(v) ? null : v.fromInterviews ? "calculated" : "published",
      status: v.status,
      printed: v.printed,
      words: v.words,
      unit: v.unit,
      value: v.value,
      low: v.low,
      high: v.high,
      base: v.base,
      interviews: v.interviews,
      place: v.place,
      locator: v.locator,
      note: v.note,
    })),
  };
}
