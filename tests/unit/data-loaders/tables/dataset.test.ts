import { tableFromIPC } from "@uwdata/flechette";
import { fromArrow } from "arquero";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { arrowBytes, toArrow, toCsv } from "../../../../data-loaders/tables/index.js";
import type { Column, Dataset } from "../../../../src/model/table.js";
import { WORKSPACE } from "../../../../src/model/workspace.js";

const COLUMNS: readonly Column[] = Object.freeze([
  Object.freeze({ name: "id", type: "text", description: "Name" } as const),
  Object.freeze({ name: "note", type: "text", nullable: true, description: "Remark" } as const),
  Object.freeze({
    name: "value",
    type: "number",
    nullable: true,
    unit: "percent",
    description: "Share",
  } as const),
  Object.freeze({
    name: "n",
    type: "integer",
    nullable: true,
    unit: "interviews",
    description: "Base",
  } as const),
  Object.freeze({ name: "held", type: "flag", nullable: true, description: "Whether held" } as const),
]);

const ROWS = Object.freeze(
  [
    { id: "a", note: 'commas, "quotes" and\nlines', value: 38.5, n: 2231, held: true },
    { id: "b", note: null, value: null, n: null, held: null },
    { id: "a", note: "£ − é 𝄞", value: 1 / 3, n: -(2 ** 31), held: false },
    { id: "", note: "plain", value: -0.1, n: 2 ** 31 - 1, held: true },
  ].map((row) => Object.freeze(row)),
);

const dataset = (over: Partial<Dataset> = {}): Dataset =>
  Object.freeze({
    name: "made-up",
    title: "Made up",
    description: "One row a number.",
    source: "Nowhere",
    columns: COLUMNS,
    rows: ROWS,
    ...over,
  });

const withCell = (name: string, cell: unknown) =>
  dataset({ rows: [ROWS[0] as never, { ...ROWS[1], [name]: cell } as never] });

describe("Arrow file", () => {
  it("is read back by flechette as the same rows", () => {
    expect(tableFromIPC(arrowBytes(dataset(), "0")).toArray()).toEqual(ROWS);
  });

  it("is read back by Arquero as the same rows", () => {
    // Arquero's type asks for metadata that flechette may leave null; it reads none.
    const table = tableFromIPC(arrowBytes(dataset(), "0")) as unknown as Parameters<typeof fromArrow>[0];
    expect(fromArrow(table).objects()).toEqual(ROWS);
  });

  it("has one type a kind of column, text in a dictionary, and says which columns can be empty", () => {
    const { fields } = toArrow(dataset(), "0").schema;
    expect(fields.map((f) => [f.name, String(f.type), f.nullable])).toEqual([
      ["id", "Dictionary<Int32, Utf8>", false],
      ["note", "Dictionary<Int32, Utf8>", true],
      ["value", "Float64", true],
      ["n", "Int32", true],
      ["held", "Bool", true],
    ]);
  });

  it("carries description and unit of each column, and title, source, licence and inputs of the table", () => {
    const { schema } = tableFromIPC(arrowBytes(dataset(), "c0ffee"));
    expect(schema.fields.map((f) => Object.fromEntries(f.metadata ?? []))).toEqual([
      { description: "Name" },
      { description: "Remark" },
      { description: "Share", unit: "percent" },
      { description: "Base", unit: "interviews" },
      { description: "Whether held" },
    ]);
    expect(Object.fromEntries(schema.metadata ?? [])).toEqual({
      title: "Made up",
      description: "One row a number.",
      source: "Nowhere",
      licence: WORKSPACE.licence.sentence,
      inputs: "sha256:c0ffee",
    });
    expect(WORKSPACE.licence.sentence).toContain("Open Government Licence");
  });

  it("has the same bytes for the same rows, whatever was written before", () => {
    const first = arrowBytes(dataset(), "0");
    arrowBytes(dataset({ columns: COLUMNS.slice(1), rows: [] }), "1");
    expect(arrowBytes(dataset(), "0")).toEqual(first);
  });

  it("has other bytes for other rows or inputs", () => {
    expect(arrowBytes(dataset(), "1")).not.toEqual(arrowBytes(dataset(), "0"));
    expect(arrowBytes(dataset({ rows: ROWS.slice(1) }), "0")).not.toEqual(arrowBytes(dataset(), "0"));
  });

  it("is a file, which begins and ends with its name", () => {
    const bytes = Buffer.from(arrowBytes(dataset(), "0"));
    expect(bytes.subarray(0, 6).toString()).toBe("ARROW1");
    expect(bytes.subarray(-6).toString()).toBe("ARROW1");
  });

  it("of an empty table has all columns and no row", () => {
    const table = tableFromIPC(arrowBytes(dataset({ rows: [] }), "0"));
    expect(table.numRows).toBe(0);
    expect(table.schema.fields.map((f) => f.name)).toEqual(COLUMNS.map((c) => c.name));
  });

  it("takes a cell that a row leaves out for null", () => {
    const rows = [{ id: "a" }];
    const expected = [{ id: "a", note: null, value: null, n: null, held: null }];
    expect(tableFromIPC(arrowBytes(dataset({ rows }), "0")).toArray()).toEqual(expected);
  });
});

describe("CSV", () => {
  it("is read back as the same rows, with nulls as empty cells", () => {
    const [header, ...cells] = parse(toCsv(dataset())) as string[][];
    expect(header).toEqual(["id", "note", "value", "n", "held"]);
    expect(cells).toEqual(
      ROWS.map((row) => Object.values(row).map((cell) => (cell === null ? "" : String(cell)))),
    );
  });

  it("keeps every digit of a number", () => {
    const [, , , third] = parse(toCsv(dataset())) as string[][];
    expect(Number(third?.[2])).toBe(1 / 3);
  });

  it("of an empty table is its header", () => {
    expect(toCsv(dataset({ rows: [] }))).toBe("id,note,value,n,held\n");
  });
});

describe("a cell that does not fit", () => {
  it.each([
    ["id", null, "null is no text"],
    ["id", 5, "5 is no text"],
    ["note", true, "true is no text"],
    ["value", "39", '"39" is no number'],
    ["value", Number.NaN, "null is no number"],
    ["value", Infinity, "null is no number"],
    ["n", 2.5, "2.5 is no integer"],
    ["n", "2", '"2" is no integer'],
    ["n", 2 ** 31, "2147483648 is no integer"],
    ["n", Number.NaN, "null is no integer"],
    ["held", 1, "1 is no flag"],
    ["held", "true", '"true" is no flag'],
  ])("in column %s, such as %s, is an error that names table, row and column", (name, cell, message) => {
    const text = `table made-up, row 2, column ${name}: ${message}`;
    expect(() => toArrow(withCell(name, cell), "0")).toThrow(new Error(text));
    expect(() => arrowBytes(withCell(name, cell), "0")).toThrow(new Error(text));
    expect(() => toCsv(withCell(name, cell))).toThrow(new Error(text));
  });

  it("is one without a column too", () => {
    expect(() => toCsv(withCell("extra", 1))).toThrow(new Error("table made-up, row 2: no column extra"));
  });
});
