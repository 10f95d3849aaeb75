import { randomUUID } from "node:crypto";
import { InputError, type Problem, shown } from "../../read/problem.js";
import { type Mapping, readMapping } from "../mapping/mapping.js";
import { CLICKHOUSE } from "./clickhouse-dialect.js";
import { type Server, serverAt } from "./clickhouse-server.js";
import type { Cubed, Progress } from "./cubed.js";
import { cubesOfSums } from "./cubes-of-sums.js";
import { faultWords } from "./fault-words.js";
import { type InterviewTable, nameIn, statementSource, watermarkColumn } from "./interview-table.js";
import type { CubePlan } from "./plan.js";
import { type CubeStatement, cubeStatement, statementText } from "./statement.js";

export interface ClickHouseTable {
  /** URL of the HTTP interface, with credentials if needed: http://user:password@host:8123. */
  readonly url: string;
  /** `table` or `database.table`; distributed tables are aggregated by their shards. */
  readonly table: string;
  readonly mapping?: string;
  readonly onProgress?: Progress;
}

/** Progress polling interval, in milliseconds. */
const EACH = 500;

/**
 * The cubes of a plan from a table in ClickHouse (tested with 18.16), by its HTTP interface: bit-identical to those
 * from a file of the same interviews. Texts are compared exactly; weights must be in a numeric column.
 *
 * @throws InputError for columns that are absent or of another type, and for rows that no cube can hold, with how many there
 *   are and what stands in them: a table has no lines
 * @throws ClickHouseError for a server that does not answer, or answers with an error
 * @example
 * const plan = planCubes(codebook, { by: ["parent"] });
 * await cubesFromClickHouse(plan, { url: "http://localhost:8123", table: "survey.interviews" });
 */
export async function cubesFromClickHouse(plan: CubePlan, options: ClickHouseTable): Promise<Cubed> {
  const server = serverAt(options.url);
  const table = await describe(server, options.table);
  const names = { file: table.file, columns: table.columns.map(({ name }) => name), has: hasName(table) };
  const mapping = options.mapping === undefined ? null : readMapping(options.mapping, plan.codebook, names);
  const statement = cubeStatement(CLICKHOUSE, plan, statementSource(CLICKHOUSE, plan, table, mapping));
  const text = statementText(statement);
  const answer = await watched(server, options.onProgress, (id) => server.rows(text, id));
  const rows = answer.map((row) => row.map(BigInt));
  if (rows.length === 0) {
    const problem = { file: table.file, line: 1, column: 1, message: "the table has no row" };
    throw new InputError([{ ...problem, expected: "at least one interview" }]);
  }
  if (rows.some((row) => row.at(-1) !== 0n))
    throw new InputError(await tableFaults(server, plan, statement, table, mapping));
  const cubes = cubesOfSums(plan, rows);
  const first = cubes.values().next().value;
  const interviews = first?.cells.rows.reduce((sum, count) => sum + count, 0) ?? 0;
  const watermark = watermarkColumn(table, mapping);
  return {
    cubes,
    interviews,
    simulated: watermark === null ? null : await onlyText(server, table, watermark),
    statement: text,
  };
}

async function describe(server: Server, name: string): Promise<InterviewTable> {
  const parts = name.split(".");
  if (parts.length > 2 || parts.includes(""))
    throw new RangeError(`the table is "${name}"; expected TABLE or DATABASE.TABLE`);
  const from = parts.map(CLICKHOUSE.identifier).join(".");
  const columns = await server.rows(`DESCRIBE TABLE ${from}`);
  return { file: name, from, columns: columns.map(([column = "", type = ""]) => ({ name: column, type })) };
}

async function watched<T>(
  server: Server,
  onProgress: Progress | undefined,
  work: (id: string) => Promise<T>,
): Promise<T> {
  const id = randomUUID();
  if (onProgress === undefined) return work(id);
  let asking = false;
  const timer = setInterval(async () => {
    if (asking) return;
    asking = true;
    try {
      const [row] = await server.rows(
        `SELECT read_rows, total_rows_approx FROM system.processes WHERE query_id = ${CLICKHOUSE.text(id)}`,
      );
      const [done = 0, all = 0] = (row ?? []).map(Number);
      if (all > 0) onProgress(Math.min(1, done / all));
    } catch {
      // Ignores polling errors: the statement itself reports what is wrong.
    } finally {
      asking = false;
    }
  }, EACH);
  try {
    const result = await work(id);
    onProgress(1);
    return result;
  } finally {
    clearInterval(timer);
  }
}

async function onlyText(server: Server, { from }: InterviewTable, column: string): Promise<string | null> {
  const found = await server.rows(
    `SELECT DISTINCT toString(${CLICKHOUSE.identifier(column)}) AS made FROM ${from} WHERE toString(${CLICKHOUSE.identifier(column)}) <> '' ORDER BY made LIMIT 5`,
  );
  return found.length === 0 ? null : found.map(([text]) => text ?? "").join("; ");
}

const hasName =
  ({ columns }: InterviewTable) =>
  (name: string) =>
    columns.some((column) => column.name === name);

/** The faults of a table's rows by column: their number, and the first texts. */
async function tableFaults(
  server: Server,
  plan: CubePlan,
  { rows: layers, faults }: CubeStatement,
  table: InterviewTable,
  mapping: Mapping | null,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const fault of faults) {
    const name = mapping?.columns.get(fault.variable) ?? fault.variable;
    const at = table.columns.findIndex((column) => column.name === name);
    const text = at < 0 ? "''" : `ifNull(toString(${CLICKHOUSE.identifier(name)}), '')`;
    const kept = layers.filter(({ length }) => length > 0);
    const where = `WHERE ${fault.when}`;
    const counted = CLICKHOUSE.chosen(table.from, kept, [["cube_count", "count(*)"]], where);
    const count = BigInt((await server.rows(counted))[0]?.[0] ?? 0);
    if (count === 0n) continue;
    const tail = `${where}\nGROUP BY cube_text\nORDER BY count(*) DESC, cube_text\nLIMIT 4`;
    const found = await server.rows(CLICKHOUSE.chosen(table.from, kept, [["cube_text", text]], tail));
    const texts = found.slice(0, 3).map(([cell = ""]) => shown(cell));
    const { why, expected } = faultWords(plan, fault);
    const message = `${nameIn(plan, mapping, fault.variable)} is ${texts.join(", ")}${found.length > 3 ? " or others" : ""} in ${count} ${count === 1n ? "row" : "rows"}${why}`;
    problems.push({ file: table.file, line: 1, column: at + 1, message, expected });
  }
  return problems;
}
