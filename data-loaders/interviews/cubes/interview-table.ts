import { variableOf, WATERMARK } from "../../../src/analysis/interviews/coded-interviews.js";
import type { Variable } from "../../../src/model/codebook.js";
import { InputError, type Problem, shown } from "../../read/problem.js";
import type { Mapping } from "../mapping/mapping.js";
import { readerOf } from "../mapping/read-cell.js";
import type { Dialect, SourceColumn } from "./dialect.js";
import { type CubePlan, neededVariables } from "./plan.js";
import type { StatementSource } from "./statement.js";

/** A file or table of interviews as a database sees it. */
export interface InterviewTable {
  /** Name in messages. */
  readonly file: string;
  /** The FROM clause. */
  readonly from: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

const NOTHING = new Map<string, never>();
const NONE = new Set<string>();

/**
 * Maps the variables of a plan to the columns of a table.
 *
 * @throws InputError for columns that are absent or of a type that no cell can have, and constants that are no answers
 */
export function statementSource(
  dialect: Dialect,
  plan: CubePlan,
  table: InterviewTable,
  mapping: Mapping | null,
): StatementSource {
  const variables = neededVariables(plan, (id) => mapping?.constants.has(id) ?? false);
  const problems: Problem[] = [];
  const columns = new Map<string, SourceColumn>();
  for (const variable of variables) {
    const constant = mapping?.constants.get(variable.id);
    if (constant !== undefined) {
      const coded = readerOf(plan.codebook, variable, null)(constant, constant);
      if (!("rule" in coded)) continue;
      const place = mapping?.place("constants", variable.id) ?? { file: table.file, line: 1, column: 1 };
      const message = `${variable.id} is ${shown(constant)}${coded.why ?? ""}`;
      problems.push({ ...place, message, expected: coded.expected });
      continue;
    }
    const column = columnOf(dialect, table, mapping, variable);
    if ("message" in column) problems.push(column);
    else columns.set(variable.id, column);
  }
  if (problems.length > 0) throw new InputError(problems);
  return {
    from: table.from,
    variables,
    of({ id }) {
      const constant = mapping?.constants.get(id);
      if (constant !== undefined) return { constant };
      const dates = mapping?.dates.get(id);
      const writing = {
        codes: mapping?.codes.get(id) ?? NOTHING,
        missing: mapping?.missing ?? NONE,
        ...(dates === undefined ? {} : { dates }),
      };
      return { column: columns.get(id) as SourceColumn, writing };
    },
  };
}

function columnOf(
  dialect: Dialect,
  { file, columns }: InterviewTable,
  mapping: Mapping | null,
  { id, kind }: Variable,
): SourceColumn | Problem {
  const name = mapping?.columns.get(id) ?? id;
  const at = columns.findIndex((column) => column.name === name);
  const found = columns[at];
  if (found === undefined)
    return {
      ...{ file, line: 1, column: 1, message: `column ${shown(name)} is absent` },
      expected: `it, or its name in the mapping file: one of ${columns.map((column) => column.name).join(", ")}`,
    };
  const column = dialect.column(name, found.type);
  const place = { file, line: 1, column: at + 1, message: `column ${shown(name)} is ${found.type}` };
  if (column === null) return { ...place, expected: "text, numbers, true or false, or dates" };
  if (kind === "number" && column.form === "text" && dialect.number === null)
    return { ...place, expected: "a type of numbers" };
  return column;
}

/** The watermark column of made-up interviews; null for none. */
export function watermarkColumn({ columns }: InterviewTable, mapping: Mapping | null): string | null {
  const name = mapping?.columns.get(WATERMARK) ?? WATERMARK;
  return columns.some((column) => column.name === name) ? name : null;
}

/** Name of a variable's column in messages: "Q7 (satisfaction)". */
export function nameIn(plan: CubePlan, mapping: Mapping | null, id: string): string {
  variableOf(plan.codebook, id);
  const column = mapping?.columns.get(id) ?? id;
  return column === id ? id : `${column} (${id})`;
}
