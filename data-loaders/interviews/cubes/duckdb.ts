import type { DuckDBConnection } from "@duckdb/node-api";
import { InputError, readInterviews } from "../../read/index.js";
import { startOf } from "../../read/interviews/file.js";
import { type Kind, kindOf, SNIFFED } from "../../read/interviews/kind.js";
import { readMapping } from "../mapping/mapping.js";
import { csvColumns } from "./csv-table.js";
import type { Cubed, Progress } from "./cubed.js";
import { cubesOfSums, type SumRow } from "./cubes-of-sums.js";
import { DUCKDB } from "./duckdb-dialect.js";
import { fileFaults } from "./file-faults.js";
import { type InterviewTable, statementSource, watermarkColumn } from "./interview-table.js";
import type { CubePlan } from "./plan.js";
import { cubeStatement, statementText } from "./statement.js";

export interface FileOptions {
  /** A mapping file: its columns and codes. */
  readonly mapping?: string;
  /** Memory limit of DuckDB, "500MB"; 1 GB by default. Node and Arrow files need memory besides. */
  readonly memory?: string;
  /** The number of processors by default. */
  readonly threads?: number;
  readonly onProgress?: Progress;
}

/** Progress polling interval, in milliseconds. */
const EACH = 200;

/**
 * The cubes of a plan from a file with one row per interview: CSV, Parquet or Arrow. DuckDB reads CSV and Parquet in
 * parts, so they can be larger than memory; nothing is written to disk. Arrow is loaded into memory by
 * `readInterviews`.
 *
 * The cubes are bit-identical to those of `makeCube`.
 *
 * @throws InputError for what is wrong with the file, its mapping or its rows: answers that the codebook does not list,
 *   weights that are missing, negative, above a million or lost to rounding, and strata that are missing
 * @throws RangeError for too little memory, or memory that DuckDB does not understand
 * @example (await cubesFromFile(planCubes(codebook), "survey.parquet")).cubes.get("ces.satisfied")
 */
export async function cubesFromFile(plan: CubePlan, file: string, options: FileOptions = {}): Promise<Cubed> {
  const kind = kindOf(file, startOf(file, SNIFFED));
  const connection = await connect(options);
  try {
    const table = await openFile(connection, kind, file);
    const names = { file, columns: table.columns.map(({ name }) => name), has: hasName(table) };
    const mapping = options.mapping === undefined ? null : readMapping(options.mapping, plan.codebook, names);
    const statement = cubeStatement(DUCKDB, plan, statementSource(DUCKDB, plan, table, mapping));
    const text = statementText(statement);
    const answer = await watched(connection, options.onProgress, () => rowsOf(connection, text));
    if (answer.length === 0) {
      const expected = "at least one row after the names of the columns";
      throw new InputError([{ file, line: 1, column: 1, message: "the file has no row", expected }]);
    }
    if (answer.some((row) => row.at(-1) !== 0n))
      throw new InputError(await fileFaults(connection, { plan, statement, table, mapping, kind }));
    const watermark = watermarkColumn(table, mapping);
    const simulated = watermark === null ? null : await onlyText(connection, table, watermark);
    const cubes = cubesOfSums(plan, answer);
    const first = cubes.values().next().value;
    const interviews = first?.cells.rows.reduce((sum, rows) => sum + rows, 0) ?? 0;
    return { cubes, interviews, simulated, statement: text };
  } catch (error) {
    throw await explained(error, file, kind);
  } finally {
    connection.closeSync();
  }
}

async function connect({ memory = "1GB", threads }: FileOptions): Promise<DuckDBConnection> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  try {
    const instance = await DuckDBInstance.create(":memory:", {
      memory_limit: memory,
      ...(threads === undefined ? {} : { threads: String(threads) }),
      // Never spill interviews to disk.
      temp_directory: "",
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
    const connection = await instance.connect();
    await connection.run("SET enable_progress_bar = true");
    await connection.run("SET enable_progress_bar_print = false");
    return connection;
  } catch (error) {
    throw new RangeError(`DuckDB does not start: ${firstLine(error)}`);
  }
}

async function rowsOf(connection: DuckDBConnection, text: string): Promise<SumRow[]> {
  const result = await connection.runAndReadAll(text);
  return result.getRowsJS().map((row) => row.map((value) => BigInt(value as number | bigint)));
}

async function watched<T>(
  connection: DuckDBConnection,
  onProgress: Progress | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (onProgress === undefined) return work();
  const timer = setInterval(() => {
    const { percentage } = connection.progress;
    if (percentage >= 0) onProgress(Math.min(1, percentage / 100));
  }, EACH);
  try {
    const result = await work();
    onProgress(1);
    return result;
  } finally {
    clearInterval(timer);
  }
}

/** The only distinct text of a column; several are joined by "; ". */
async function onlyText(
  connection: DuckDBConnection,
  { from }: InterviewTable,
  column: string,
): Promise<string | null> {
  const name = DUCKDB.identifier(column);
  const found = await connection.runAndReadAll(
    `SELECT DISTINCT CAST(${name} AS VARCHAR) AS made FROM ${from} WHERE ${name} IS NOT NULL ORDER BY made LIMIT 5`,
  );
  const texts = found.getRowsJS().map(([text]) => String(text));
  return texts.length === 0 ? null : texts.join("; ");
}

const hasName =
  ({ columns }: InterviewTable) =>
  (name: string) =>
    columns.some((column) => column.name === name);

/** Explains a DuckDB error with the slower readers, which know all positions. */
async function explained(error: unknown, file: string, kind: Kind): Promise<unknown> {
  if (!(error instanceof Error) || error instanceof InputError || error instanceof RangeError) return error;
  const said = firstLine(error);
  // Errors of the statement or of memory are no fault of the file.
  if (!/^(?:Out of Memory|Invalid|INTERNAL|FATAL|IO|Conversion)/.test(said)) return error;
  if (said.startsWith("Out of Memory"))
    return new RangeError(`${said}: give it more memory, or fewer dimensions`);
  try {
    await readInterviews(file);
  } catch (fault) {
    return fault;
  }
  const line = Number(/Line: (\d+)/.exec(said)?.[1] ?? 1);
  const expected =
    kind === "csv" ? "one kind of line endings, and cells as the first row has them" : "a whole file";
  return new InputError([
    { file, line, column: 1, message: `DuckDB cannot read the file: ${said}`, expected },
  ]);
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split("\n")[0] ?? "").trim();
}

/** Opens the file as a table; Arrow as a table in memory. */
async function openFile(connection: DuckDBConnection, kind: Kind, file: string): Promise<InterviewTable> {
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
