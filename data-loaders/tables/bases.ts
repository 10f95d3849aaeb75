import { groupKey, groupLabel } from "../../src/model/dimensions.js";
import type { Dataset } from "../../src/model/table.js";
import type { Raw } from "../read/index.js";
import { THE_PUBLICATIONS } from "./texts.js";
import { DIMENSION_COLUMNS } from "./values.js";

/** The interviews behind the percentages, with whom each base counts. */
export function basesTable({ bases }: Raw): Dataset {
  return {
    name: "bases",
    title: "The interviews behind the percentages",
    description: "One row a base: an unweighted number of interviews, with whom it counts.",
    source: `${THE_PUBLICATIONS}, named in the locator`,
    columns: [
      { name: "id", type: "text", description: "Name of the base" },
      { name: "publication", type: "text", description: "Publication that holds it" },
      { name: "population", type: "text", description: "Code of the definition" },
      { name: "definition", type: "text", description: "Who is counted" },
      { name: "group", type: "text", description: "Part of them, as dimension=code; empty for everyone" },
      { name: "group_label", type: "text", description: "Part of them, for readers" },
      ...DIMENSION_COLUMNS,
      { name: "period", type: "text", nullable: true, description: "Month, or first and last month" },
      {
        name: "status",
        type: "text",
        description: "printed, plotted in a chart, tabled in another document",
      },
      { name: "printed", type: "text", nullable: true, description: "The number as printed" },
      { name: "interviews", type: "integer", nullable: true, unit: "interviews", description: "The number" },
      { name: "place", type: "text", description: "Chart or table that holds it" },
      { name: "locator", type: "text", description: "Publication and place" },
      { name: "note", type: "text", nullable: true, description: "What a reader of the number must know" },
    ],
    rows: bases.map((b) => ({
      id: b.id,
      publication: b.publication,
      population: b.population,
      definition: b.definition,
      group: groupKey(b.group),
      group_label: groupLabel(b.group),
      ...b.group,
      period: b.period,
      status: b.status,
      printed: b.printed,
      interviews: b.interviews,
      place: b.place,
      locator: b.locator,
      note: b.note,
    })),
  };
}
