import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Cell, parseCsv } from "./csv.js";
import { InputError, type Problem, shown } from "./problem.js";

/** Colours of a group in the light and the dark theme, as #rrggbb. */
export interface GroupColours {
  readonly light: string;
  readonly dark: string;
}

export interface GroupRow {
  readonly code: string;
  readonly label: string;
  /** Other names under which official tables show the group. */
  readonly otherNames: readonly string[];
  readonly colours: GroupColours | null;
}

export interface DimensionRow {
  readonly id: string;
  readonly label: string;
  /** Whether everybody has one code, by the publications' definitions. */
  readonly complete: boolean;
  readonly colours: GroupColours | null;
  readonly groups: readonly GroupRow[];
}

export const GROUP_FILES = ["dimensions.csv", "groups.csv"] as const;

const COLUMNS = {
  "dimensions.csv": ["id", "label", "complete", "light", "dark"],
  "groups.csv": ["dimension", "code", "label", "other_names", "light", "dark"],
} as const;

type Cells = Readonly<Record<string, Cell>>;

/** Reports a problem of a cell. */
type Report = (file: GroupFile, cell: Cell, message: string, expected: string) => void;
type GroupFile = (typeof GROUP_FILES)[number];

/**
 * Parses the dimensions and groups of a raw folder, in file order.
 *
 * @param shownPath the path of a file as messages show it
 * @throws InputError with every problem of both files
 */
export function readDimensions(folder: string, shownPath: (file: string) => string): DimensionRow[] {
  const problems: Problem[] = [];
  const at: Report = (file, { line, column }, message, expected) =>
    problems.push({ file: shownPath(file), line, column, message, expected });
  const [dimensions, groups] = GROUP_FILES.map((file) => {
    const path = join(folder, file);
    if (existsSync(path)) {
      const csv = parseCsv(readFileSync(path, "utf8"), shownPath(file));
      problems.push(...csv.problems);
      return cellsOf(csv.rows, file, at);
    }
    at(file, NO_CELL, "the file is absent", "one in the raw folder");
    return [];
  });
  const named = new Map<string, string>();
  const found = dimensionRows(dimensions ?? [], named, at);
  addGroups(found, groups ?? [], named, at);
  for (const { id, groups: own } of found)
    if (own.length === 0 && problems.length === 0)
      at("dimensions.csv", NO_CELL, `${id} has no group`, "rows in groups.csv");
  if (problems.length > 0) throw new InputError(problems);
  return found.map(({ codes: _codes, labels: _labels, ...dimension }) => dimension);
}

const NO_CELL: Cell = { text: "", line: 1, column: 1 };

/** Complete rows as cells by column; none if the columns are wrong. */
function cellsOf([header = [], ...body]: readonly (readonly Cell[])[], file: GroupFile, at: Report): Cells[] {
  const names = header.map(({ text }) => text);
  if (names.join() !== COLUMNS[file].join()) {
    at(file, header[0] ?? NO_CELL, `the columns are ${names.join(",")}`, COLUMNS[file].join(","));
    return [];
  }
  return body
    .filter((row) => row.length === names.length)
    .map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] as Cell])));
}

const cellOf = (row: Cells, name: string): Cell => row[name] ?? NO_CELL;

/** A dimension with the codes and labels used so far. */
type Found = DimensionRow & {
  readonly groups: GroupRow[];
  readonly codes: Set<string>;
  readonly labels: Set<string>;
};

/** The dimensions, without groups yet. */
function dimensionRows(rows: readonly Cells[], named: Map<string, string>, at: Report): Found[] {
  const [ids, labels] = [new Set<string>(), new Set<string>()];
  return rows.map((row) => {
    const id = checkedCode("dimensions.csv", cellOf(row, "id"), ids, "id", at);
    const complete = cellOf(row, "complete");
    if (!["", "yes"].includes(complete.text))
      at("dimensions.csv", complete, `complete is ${shown(complete.text)}`, "yes or empty");
    return {
      id,
      label: checkedLabel("dimensions.csv", cellOf(row, "label"), labels, at),
      complete: complete.text === "yes",
      colours: checkedColours("dimensions.csv", row, id, id, named, at),
      groups: [],
      codes: new Set(),
      labels: new Set(),
    };
  });
}

/** Adds each group to its dimension. */
function addGroups(
  found: readonly Found[],
  rows: readonly Cells[],
  named: Map<string, string>,
  at: Report,
): void {
  for (const row of rows) {
    const cell = cellOf(row, "dimension");
    const dimension = found.find(({ id }) => id === cell.text);
    if (dimension === undefined) {
      const ids = new Set(found.map(({ id }) => id));
      at("groups.csv", cell, `dimension is ${shown(cell.text)}`, `one of ${[...ids].join(", ")}`);
      continue;
    }
    const code = checkedCode("groups.csv", cellOf(row, "code"), dimension.codes, "code", at);
    dimension.groups.push({
      code,
      label: checkedLabel("groups.csv", cellOf(row, "label"), dimension.labels, at),
      otherNames: cellOf(row, "other_names")
        .text.split(";")
        .map((name) => name.trim())
        .filter((name) => name !== ""),
      colours: checkedColours("groups.csv", row, code, dimension.id, named, at),
    });
  }
}

function checkedCode(file: GroupFile, cell: Cell, taken: Set<string>, what: string, at: Report): string {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(cell.text))
    at(file, cell, `${what} is ${shown(cell.text)}`, "lower-case letters, digits and hyphens");
  else if (taken.has(cell.text)) at(file, cell, `${shown(cell.text)} is given twice`, "each once");
  taken.add(cell.text);
  return cell.text;
}

function checkedLabel(file: GroupFile, cell: Cell, taken: Set<string>, at: Report): string {
  if (cell.text.trim() === "") at(file, cell, "label is empty", "what readers see");
  else if (taken.has(cell.text)) at(file, cell, `the label ${shown(cell.text)} is given twice`, "each once");
  taken.add(cell.text);
  return cell.text;
}

/**
 * The colours of a row, null for none.
 *
 * @param named the owner of each name that has colours so far
 */
function checkedColours(
  file: GroupFile,
  row: Cells,
  name: string,
  owner: string,
  named: Map<string, string>,
  at: Report,
): GroupColours | null {
  const [light, dark] = [cellOf(row, "light"), cellOf(row, "dark")];
  if (light.text === "" && dark.text === "") return null;
  for (const column of ["light", "dark"]) {
    const cell = cellOf(row, column);
    if (!/^#[0-9a-f]{6}$/.test(cell.text))
      at(file, cell, `${column} is ${shown(cell.text)}`, "a colour such as #12436d, or both colours empty");
  }
  const other = named.get(name);
  if (other !== undefined)
    at(file, light, `${shown(name)} has a colour here and in ${other}`, "one colour a name");
  named.set(name, owner);
  return { light: light.text, dark: dark.text };
}

/** The generated data in `src/model/groups.ts`. */
type Known = Readonly<
  Record<
    string,
    {
      readonly label: string;
      readonly complete: boolean;
      readonly codes: Readonly<Record<string, string>>;
    }
  >
>;

/**
 * Problems of the tables of dimensions and groups: errors in them, or an outdated `src/model/groups.ts`. None where
 * the folder has neither table, as in tests.
 */
export function groupProblems(folder: string, known: Known, shownPath: (file: string) => string): Problem[] {
  if (GROUP_FILES.every((file) => !existsSync(join(folder, file)))) return [];
  try {
    const read = Object.fromEntries(
      readDimensions(folder, shownPath).map(({ id, label, complete, groups }) => [
        id,
        { label, complete, codes: Object.fromEntries(groups.map((group) => [group.code, group.label])) },
      ]),
    );
    if (JSON.stringify(read) === JSON.stringify(known)) return [];
    return [
      {
        file: shownPath("groups.csv"),
        line: 1,
        column: 1,
        message: "the dimensions and groups differ from src/model/groups.ts",
        expected: "npm run groups after each change of dimensions.csv or groups.csv",
      },
    ];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [...error.problems];
  }
}
