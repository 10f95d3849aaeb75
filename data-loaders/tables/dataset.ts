import {
  Bool,
  type DataType,
  Dictionary,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from "apache-arrow";
import { stringify } from "csv-stringify/sync";
import {
  type Cell,
  type Column,
  type Dataset,
  datasetOf,
  type TableDefinition,
} from "../../src/model/table.js";
import { WORKSPACE } from "../../src/model/workspace.js";
import { type CamelCase, camelName } from "../read/camel.js";

/**
 * The rows as an Arrow table: dictionary-encoded text, Float64 and Int32 numbers, nullable where a column says so.
 * Field metadata hold unit and description; schema metadata hold title, source, licence and the hash of the inputs.
 * The same rows give the same bytes.
 * @throws Error for a cell that does not fit its column, naming table, row and column
 */
export function toArrow(dataset: Dataset, inputs: string): Table {
  checkCells(dataset);
  const fields = dataset.columns.map((column, index) => {
    const metadata = new Map([["description", column.description]]);
    if (column.unit !== undefined) metadata.set("unit", column.unit);
    return new Field(column.name, arrowType(column, index), column.nullable ?? false, metadata);
  });
  const schema = new Schema(
    fields,
    new Map([
      ["title", dataset.title],
      ["description", dataset.description],
      ["source", dataset.source],
      ["licence", WORKSPACE.licence.sentence],
      ["inputs", `sha256:${inputs}`],
    ]),
  );
  if (dataset.rows.length === 0) return new Table(schema);
  const vectors = dataset.columns.map(
    (column, index): Vector =>
      vectorFromArray(
        dataset.rows.map((row) => row[column.name] ?? null),
        fields[index]?.type ?? arrowType(column, index),
      ),
  );
  const struct = makeData({
    type: new Struct(fields),
    length: dataset.rows.length,
    nullCount: 0,
    children: vectors.map((vector) => vector.data[0]) as never,
  });
  return new Table(schema, [new RecordBatch(schema, struct)]);
}

/** The bytes of the Arrow file. */
export function arrowBytes(dataset: Dataset, inputs: string): Uint8Array {
  return tableToIPC(toArrow(dataset, inputs), "file");
}

/** The rows as CSV, RFC 4180 with a header; an empty cell is a null. */
export function toCsv(dataset: Dataset): string {
  checkCells(dataset);
  return stringify(
    dataset.rows.map((row) => dataset.columns.map((column) => row[column.name] ?? "")),
    { header: true, columns: dataset.columns.map((c) => c.name), cast: { boolean: String } },
  );
}

/** The cells of a row that a record does not hold under the same name. */
type OtherCells<Row, Source> = {
  readonly [Name in keyof Row as CamelCase<Name> extends keyof Source
    ? Source[CamelCase<Name>] extends Row[Name]
      ? never
      : Name
    : Name]: Row[Name];
};

/**
 * The table of some records: a column `short_title` holds their field `shortTitle`.
 * @param others gives the cells that are no fields
 */
export function recordsTable<Row, Source extends object>(
  table: TableDefinition<Row>,
  records: readonly Source[],
  ...[others]: Record<never, never> extends OtherCells<Row, Source>
    ? []
    : [others: (record: Source) => OtherCells<Row, Source> & Partial<Row>]
): Dataset {
  return datasetOf(table, () =>
    records.map((record) => {
      const fields = record as Readonly<Record<string, unknown>>;
      const cells: Readonly<Record<string, unknown>> = others?.(record) ?? {};
      const entries = table.columns.map(({ name }) => [
        name,
        name in cells ? cells[name] : fields[camelName(name)],
      ]);
      return Object.fromEntries(entries) as Row;
    }),
  );
}

function arrowType({ type }: Column, index: number): DataType {
  switch (type) {
    case "text":
      // The id is given because the library's own counter would make the bytes depend on what was written before.
      return new Dictionary(new Utf8(), new Int32(), index);
    case "number":
      return new Float64();
    case "integer":
      return new Int32();
    case "flag":
      return new Bool();
  }
}

function checkCells({ name, columns, rows }: Dataset): void {
  for (const [index, row] of rows.entries()) {
    for (const column of columns) {
      const cell = row[column.name] ?? null;
      if (!fits(cell, column)) {
        throw new Error(
          `table ${name}, row ${index + 1}, column ${column.name}: ${JSON.stringify(cell)} is no ${column.type}`,
        );
      }
    }
    for (const key of Object.keys(row)) {
      if (!columns.some((c) => c.name === key))
        throw new Error(`table ${name}, row ${index + 1}: no column ${key}`);
    }
  }
}

function fits(cell: Cell, { type, nullable = false }: Column): boolean {
  if (cell === null) return nullable;
  if (type === "text") return typeof cell === "string";
  if (type === "flag") return typeof cell === "boolean";
  if (typeof cell !== "number") return false;
  // An integer has 32 bits.
  return type === "integer" ? (cell | 0) === cell : Number.isFinite(cell);
}
