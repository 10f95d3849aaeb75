import { escape as byFunction, type ColumnTable } from "arquero";
import { type Dataset, datasetOf, defineTable, type RowOfColumns } from "../model/table.js";
import { FACT_COLUMNS } from "./value-cells.js";

type Fact = RowOfColumns<typeof FACT_COLUMNS>;

/** A table of the published numbers that a page reasons from: the chosen rows of the table of values. */
export function factRows(
  about: Pick<Dataset, "name" | "title">,
  values: ColumnTable,
  chosen: (row: Fact) => boolean,
): Dataset {
  const table = defineTable({
    ...about,
    description: "Rows of the table of every number, held or not.",
    source: "The publications, named in the locator",
    columns: FACT_COLUMNS,
  });
  return datasetOf(
    table,
    () => values.filter(byFunction(chosen)).select(Object.keys(FACT_COLUMNS)).objects() as Fact[],
  );
}
