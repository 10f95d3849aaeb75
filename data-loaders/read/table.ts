import * as v from "valibot";
import { type Cell, parseCsv } from "./csv.js";
import { type Problem, shown } from "./problem.js";
import { type Columns, type FileType, SCHEMAS } from "./schemas.js";

/** A row of valid cells, with their positions. */
export interface Row<K extends FileType> {
  readonly folder: string;
  readonly file: string;
  readonly line: number;
  readonly columns: Columns<K>;
  readonly cells: Readonly<Record<keyof Columns<K>, Cell>>;
}

/** The id of a row, valid or not, with its position. */
export interface IdCell extends Cell {
  readonly folder: string;
  readonly file: string;
}

/**
 * The rows of a file, or of all files of a type. `ids` includes those of invalid rows, so that one error does not
 * cause others; `whole` is false when rows, and so ids, could not be read.
 */
export interface Table<K extends FileType> {
  readonly rows: readonly Row<K>[];
  readonly ids: readonly IdCell[];
  readonly whole: boolean;
}

/** Parses one file; errors go to `problems`. */
export function readTable<K extends FileType>(
  type: K,
  folder: string,
  file: string,
  text: string,
  problems: Problem[],
): Table<K> {
  const csv = parseCsv(text, file);
  problems.push(...csv.problems);
  const [header = [], ...body] = csv.rows;
  const names = Object.keys(SCHEMAS[type].entries);
  const headerProblems = checkHeader(header, names, file);
  problems.push(...headerProblems);

  const idAt = header.findIndex((cell) => cell.text === "id");
  const ids = body.flatMap((row) => (row[idAt] === undefined ? [] : [{ ...row[idAt], folder, file }]));
  const table = { ids, whole: csv.whole && idAt >= 0 };
  if (headerProblems.length > 0) return { ...table, rows: [] };

  const rows = body.flatMap((row) => {
    const [first] = row;
    if (first === undefined || row.length !== header.length) return [];
    const cells = Object.fromEntries(header.map((cell, i) => [cell.text, row[i] ?? first]));
    const result = readCells(type, cells, file);
    if (Array.isArray(result)) {
      problems.push(...result);
      return [];
    }
    return [{ folder, file, line: first.line, columns: result, cells: cells as Row<K>["cells"] }];
  });
  return { ...table, rows };
}

function checkHeader(header: readonly Cell[], names: readonly string[], file: string): Problem[] {
  if (header.length === 0) {
    return [
      { file, line: 1, column: 1, message: "the file is empty", expected: `the columns ${names.join(",")}` },
    ];
  }
  const found = header.map((cell) => cell.text);
  const absent = names.filter((name) => !found.includes(name));
  const { line, column } = header[0] ?? { line: 1, column: 1 };
  return [
    ...header.flatMap((cell, i) => {
      const twice = found.indexOf(cell.text) < i;
      if (names.includes(cell.text) && !twice) return [];
      const message = twice
        ? `column ${shown(cell.text)} is given twice`
        : `column ${shown(cell.text)} is unknown`;
      const expected = twice ? "each column once" : `only ${names.join(",")}`;
      return [{ file, line: cell.line, column: cell.column, message, expected }];
    }),
    ...absent.map((name) => ({
      file,
      line,
      column,
      message: `column "${name}" is absent`,
      expected: names.join(","),
    })),
  ];
}

/** The typed row, or a problem for each invalid cell. */
function readCells<K extends FileType>(
  type: K,
  cells: Record<string, Cell>,
  file: string,
): Columns<K> | Problem[] {
  const texts = Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cell.text]));
  const result = v.safeParse(SCHEMAS[type], texts, { abortPipeEarly: true });
  if (result.success) return result.output as Columns<K>;
  return result.issues.map((issue) => {
    const name = String(issue.path?.[0]?.key);
    const { text = "", line = 1, column = 1 } = cells[name] ?? {};
    const [expected = "", reason] = issue.message.split("; expected ").reverse();
    const message = `${name} is ${shown(text)}${reason === undefined ? "" : `: ${reason}`}`;
    return { file, line, column, message, expected };
  });
}

/** A problem at one cell of a row. */
export function problemAt<K extends FileType>(
  row: Row<K>,
  name: keyof Columns<K>,
  message: string,
  expected: string,
): Problem {
  const { line, column } = row.cells[name];
  return { file: row.file, line, column, message, expected };
}
