import {
  type Column,
  type Dataset,
  datasetOf,
  defineTable,
  flag,
  open,
  type RowOf,
  text,
} from "../../src/model/table.js";

const DICTIONARY = defineTable({
  name: "data-dictionary",
  title: "Data dictionary",
  description: "One row a column of each table, this one included: its type, its unit and what it holds.",
  source: "The definitions of the tables",
  columns: {
    table: text("Name of the table"),
    column: text("Name of the column"),
    type: text<Column["type"]>("text; number; integer, of 32 bits; flag, which is true or false"),
    unit: open(text("Unit of its numbers; empty where they have none")),
    can_be_empty: flag("Whether cells may be empty"),
    description: text("What the column holds"),
  },
});
export type DictionaryRow = RowOf<typeof DICTIONARY>;

/** What every column of the tables holds, the dictionary's own included. */
export function dictionaryTable(tables: readonly Pick<Dataset, "name" | "columns">[]): Dataset {
  return datasetOf(DICTIONARY, () =>
    [...tables, DICTIONARY].flatMap(({ name, columns }) =>
      columns.map(
        ({
          name: column,
          type,
          unit = null,
          nullable: can_be_empty = false,
          description,
        }): DictionaryRow => ({
          ...{ table: name, column, type, unit, can_be_empty, description },
        }),
      ),
    ),
  );
}
