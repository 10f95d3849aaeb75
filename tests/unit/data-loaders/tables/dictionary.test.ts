import { tableFromIPC } from "@uwdata/flechette";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { DictionaryRow } from "../../../../data-loaders/tables/dictionary.js";
import { arrowBytes, toCsv } from "../../../../data-loaders/tables/index.js";
import type { Dataset } from "../../../../src/model/table.js";
import { built, withInterviews } from "../../site/fixture.js";

/** Types of Arrow by their numbers in flechette: text is a dictionary. */
const TYPES: Readonly<Record<number, DictionaryRow["type"]>> = {
  "-1": "text",
  2: "integer",
  3: "number",
  6: "flag",
};

/** The columns of a table as its Arrow file has them. */
function written(table: Dataset): DictionaryRow[] {
  const { fields } = tableFromIPC(arrowBytes(table, "0")).schema;
  return fields.map(({ name, type, nullable, metadata }) => ({
    table: table.name,
    column: name,
    type: TYPES[type.typeId] as DictionaryRow["type"],
    unit: metadata?.get("unit") ?? null,
    can_be_empty: nullable,
    description: metadata?.get("description") ?? "",
  }));
}

describe.each([
  ["without interviews", built],
  ["with interviews", withInterviews],
])("the data dictionary of a build %s", (_name, make) => {
  const { tables } = make();
  const rows = tables.get("data-dictionary")?.rows as readonly unknown[] as readonly DictionaryRow[];

  it("has a row for every column of every written table, its own included, and no other", () => {
    expect(rows).toEqual([...tables.values()].flatMap(written));
    expect(rows.map(({ table }) => table)).toContain("data-dictionary");
    const headers = [...tables.values()].flatMap((table) => {
      const [header = []] = parse(toCsv(table), { to: 1 }) as string[][];
      return header.map((column) => [table.name, column]);
    });
    expect(rows.map(({ table, column }) => [table, column])).toEqual(headers);
  });

  it("says of every column what it holds", () => {
    expect(rows.filter(({ description }) => description.trim() === "")).toEqual([]);
  });
});
