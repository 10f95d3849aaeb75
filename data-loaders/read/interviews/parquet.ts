import {
  type FileMetaData,
  parquetMetadata,
  parquetScan,
  parquetSchema,
  type SchemaElement,
} from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { InputError } from "../problem.js";
import { checkShape } from "./shape.js";
import { type TypedColumn, typedColumns, typedPlace } from "./typed.js";
import type { FileColumns } from "./types.js";

/** Parses a Parquet file of any compression. Throws an InputError when it is truncated or unreadable. */
export async function readParquet(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<FileColumns> {
  const unreadable = (message: string) =>
    new InputError([{ file, line: 1, column: 1, message, expected: "a whole Parquet file" }]);
  const because = (error: unknown) =>
    unreadable(`the file cannot be read: ${error instanceof Error ? error.message : String(error)}`);

  if (bytes.length < 12 || Buffer.from(bytes.subarray(-4)).toString("latin1") !== "PAR1") {
    throw unreadable("the file is cut: its end is missing");
  }
  let metadata: FileMetaData;
  try {
    metadata = parquetMetadata(bytes);
    checkCounts(metadata);
    for (const element of metadata.schema) markOldType(element);
  } catch (error) {
    throw because(error);
  }
  const elements = parquetSchema(metadata).children.map(({ element }) => element);
  const names = elements.map(({ name }) => name);
  const rows = Number(metadata.num_rows);
  checkShape(file, names, rows, (column) => typedPlace(0, column));

  const columns: TypedColumn[] = [];
  try {
    const buffer = bytes.buffer;
    const { ranges, readColumn } = await parquetScan({ file: buffer, metadata, compressors });
    for (const element of elements) {
      const values: unknown[] = [];
      for (const range of ranges) {
        for (const value of await readColumn({ column: element.name, ...range })) values.push(value);
      }
      if (values.length !== rows)
        throw new Error(`${element.name} has ${values.length} values for ${rows} rows`);
      columns.push({ name: element.name, values: values.map(decimalOf(element)) });
    }
  } catch (error) {
    throw because(error);
  }
  return typedColumns(file, rows, columns);
}

/** Throws an Error unless row counts agree: a corrupt one could take hours. */
function checkCounts({ num_rows, row_groups }: FileMetaData): void {
  const total = row_groups.reduce((sum, group) => sum + group.num_rows, 0n);
  const negative = row_groups.some((group) => group.num_rows < 0n);
  if (total !== num_rows || negative) throw new Error("the counts of its rows do not agree");
}

/** Adds the legacy type annotation, which hyparquet needs, to decimals and dates with only the new one. */
function markOldType(element: SchemaElement): void {
  const type = element.logical_type;
  if (type?.type === "DATE") element.converted_type ??= "DATE";
  if (type?.type !== "DECIMAL") return;
  element.converted_type ??= "DECIMAL";
  element.scale ??= type.scale;
}

/** Hyparquet makes a decimal 3 of scale 1 into 0.30000000000000004; this is the number nearest to 0.3. */
function decimalOf({ converted_type, scale = 0 }: SchemaElement): (value: unknown) => unknown {
  if (converted_type !== "DECIMAL" || scale <= 0) return (value) => value;
  return (value) => (typeof value === "number" ? Number(value.toFixed(Math.min(scale, 100))) : value);
}
