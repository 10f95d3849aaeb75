import type { DuckDBConnection } from "@duckdb/node-api";
import type { Kind } from "../../read/interviews/kind.js";
import { type Problem, shown } from "../../read/problem.js";
import type { Mapping } from "../mapping/mapping.js";
import { csvPlaces } from "./csv-table.js";
import { DUCKDB } from "./duckdb-dialect.js";
import { faultWords } from "./fault-words.js";
import { type InterviewTable, nameIn } from "./interview-table.js";
import type { CubePlan } from "./plan.js";
import type { CubeStatement, RowFault } from "./statement.js";

/** Rows shown per fault. */
const SHOWN = 20;

interface Found {
  readonly fault: RowFault;
  readonly count: number;
  readonly rows: readonly { readonly row: number; readonly text: string }[];
}

/** The faults of a file's rows with positions: the first 20 of each kind, and the number of others. */
export async function fileFaults(
  connection: DuckDBConnection,
  of: {
    readonly plan: CubePlan;
    readonly statement: CubeStatement;
    readonly table: InterviewTable;
    readonly mapping: Mapping | null;
    readonly kind: Kind;
  },
): Promise<Problem[]> {
  const { plan, statement, table, mapping, kind } = of;
  const found = await foundFaults(connection, statement, table, mapping, kind);
  const cellOf = (variable: string) => {
    const name = mapping?.columns.get(variable) ?? variable;
    return Math.max(
      0,
      table.columns.findIndex((column) => column.name === name),
    );
  };
  const places = found.flatMap(({ fault, rows }) =>
    rows.map(({ row }) => ({ record: row + 1, cell: cellOf(fault.variable) })),
  );
  const at =
    kind === "csv"
      ? await csvPlaces(table.file, places)
      : places.map(({ record, cell }) => ({ line: record, column: cell + 1 }));
  let next = 0;
  return found.flatMap(({ fault, count, rows }) => {
    const { why, expected } = faultWords(plan, fault);
    const name = nameIn(plan, mapping, fault.variable);
    return rows.map(({ text }, i): Problem => {
      const place = at[next++] ?? { line: 1, column: 1 };
      const message = i === SHOWN ? `and ${count - SHOWN} more like it` : `${name} is ${shown(text)}${why}`;
      return { file: table.file, ...place, message, expected };
    });
  });
}

async function foundFaults(
  connection: DuckDBConnection,
  { rows: layers, faults }: CubeStatement,
  { from, columns }: InterviewTable,
  mapping: Mapping | null,
  kind: Kind,
): Promise<Found[]> {
  const number = kind === "parquet" ? "file_row_number" : "row_number() OVER () - 1";
  const inner = kind === "parquet" ? from.replace(/\)$/, ", file_row_number = true)") : from;
  const columnOf = (variable: string) => {
    const name = mapping?.columns.get(variable) ?? variable;
    return columns.some((column) => column.name === name)
      ? `coalesce(CAST(${DUCKDB.identifier(name)} AS VARCHAR), '')`
      : "''";
  };
  const numbered = `(SELECT *, ${number} AS cube_row FROM ${inner})`;
  const found: Found[] = [];
  for (const fault of faults) {
    const kept = layers.map((layer, i) =>
      i > 0
        ? layer
        : [...layer, ["cube_row", "cube_row"] as const, ["cube_text", columnOf(fault.variable)] as const],
    );
    const filtered = `WHERE ${fault.when} ORDER BY cube_row LIMIT ${SHOWN + 1}`;
    const text = DUCKDB.chosen(
      numbered,
      kept.filter(({ length }) => length > 0),
      [
        ["cube_at", "cube_row"],
        ["cube_cell_text", "cube_text"],
        ["cube_count", "count(*) OVER ()"],
      ],
      filtered,
    );
    const answer = (await connection.runAndReadAll(text)).getRowsJS();
    if (answer.length === 0) continue;
    found.push({
      fault,
      count: Number(answer[0]?.[2]),
      rows: answer.map(([row, cell]) => ({ row: Number(row), text: String(cell) })),
    });
  }
  return found;
}
