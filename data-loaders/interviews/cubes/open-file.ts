import type { DuckDBConnection } from "@duckdb/node-api";
import { readInterviews } from "../../read/index.js";
import type { Kind } from "../../read/interviews/kind.js";
import { csvColumns } from "./csv-table.js";
import { DUCKDB } from "./duckdb-dialect.js";
import type { InterviewTable } from "./interview-table.js";

/** Opens the file as a table; Arrow as a table in memory. */
export async function openFile(
  connection: DuckDBConnection,
  kind: Kind,
  file: string,
): Promise<InterviewTable> {
  // Escapes glob characters.
  const path = DUCKDB.text(file.replaceAll(/[*?[]/g, "[$&]"));
  if (kind === "csv") {
    const columns = csvColumns(file).map((name) => ({ name, type: "VARCHAR" }));
    const types = columns.map(({ name }) => `${DUCKDB.text(name)}: 'VARCHAR'`).join(", ");
    const options = `auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '', compression = 'none'`;
    return { file, columns, from: `read_csv(${path}, ${options}, columns = {${types}})` };
  }
  if (kind === "parquet") {
    const from = `read_parquet(${path})`;
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`);
    const columns = described.getRowsJS().map(([name, type]) => ({ name: String(name), type: String(type) }));
    return { file, columns, from };
  }
  return loadTable(connection, file);
}

async function loadTable(connection: DuckDBConnection, file: string): Promise<InterviewTable> {
  const interviews = await readInterviews(file);
  const columns = interviews.columns.map((name) => ({ name, type: "VARCHAR" }));
  const types = columns.map(({ name }) => `${DUCKDB.identifier(name)} VARCHAR`).join(", ");
  await connection.run(`CREATE TABLE interviews (${types})`);
  const appender = await connection.createAppender("interviews");
  const texts = columns.map(({ name }) => interviews.column(name).values);
  for (let row = 0; row < interviews.rows; row++) {
    for (const column of texts) {
      const value = column[row] ?? null;
      if (value === null) appender.appendNull();
      else appender.appendVarchar(String(value));
    }
    appender.endRow();
  }
  appender.closeSync();
  return { file, columns, from: "interviews" };
}
