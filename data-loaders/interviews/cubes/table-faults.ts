import { type Problem, shown } from "../../read/problem.js";
import type { Mapping } from "../mapping/mapping.js";
import { CLICKHOUSE } from "./clickhouse-dialect.js";
import type { Server } from "./clickhouse-server.js";
import { faultWords } from "./fault-words.js";
import { type InterviewTable, nameIn } from "./interview-table.js";
import type { CubePlan } from "./plan.js";
import type { CubeStatement } from "./statement.js";

/** The faults of a table's rows by column: their number, and the first texts. */
export async function tableFaults(
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
