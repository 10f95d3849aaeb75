import { escape as byFunction, type ColumnTable } from "arquero";
import { type Dataset, datasetOf, defineTable, type RowOfColumns } from "../model/table.js";
import { FACT_COLUMNS } from "./value-cells.js";

type Fact = RowOfColumns<typeof FACT_COLUMNS>;

/** The rows of the table of values on which a page rests, for the page to reason from. */
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
