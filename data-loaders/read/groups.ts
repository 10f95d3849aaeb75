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

/**
 * The dimensions and groups of a raw folder, in the order of their files.
 * @param shownPath the path of a file as messages show it
 * @throws InputError with every problem of both files
 */
export function readDimensions(folder: string, shownPath: (file: string) => string): DimensionRow[] {
  const problems: Problem[] = [];
  const at = (file: string, cell: Cell, message: string, expected: string) =>
    problems.push({ file: shownPath(file), line: cell.line, column: cell.column, message, expected });
  const [dimensions, groups] = GROUP_FILES.map((file) => rowsOf(join(folder, file), file));

  function rowsOf(path: string, file: (typeof GROUP_FILES)[number]): Cells[] {
    if (!existsSync(path)) {
      at(file, { text: "", line: 1, column: 1 }, "the file is absent", "one in the raw folder");
      return [];
    }
    const csv = parseCsv(readFileSync(path, "utf8"), shownPath(file));
    problems.push(...csv.problems);
    const [header = [], ...body] = csv.rows;
    const names = header.map(({ text }) => text);
    if (names.join() !== COLUMNS[file].join()) {
      const first = header[0] ?? { text: "", line: 1, column: 1 };
      at(file, first, `the columns are ${names.join(",")}`, COLUMNS[file].join(","));
      return [];
    }
    return body
      .filter((row) => row.length === names.length)
      .map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] as Cell])));
  }

  const cellOf = (row: Cells, name: string): Cell => row[name] ?? { text: "", line: 1, column: 1 };
  const code = (file: string, cell: Cell, taken: Set<string>, what: string) => {
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(cell.text))
      at(file, cell, `${what} is ${shown(cell.text)}`, "lower-case letters, digits and hyphens");
    else if (taken.has(cell.text)) at(file, cell, `${shown(cell.text)} is given twice`, "each once");
    taken.add(cell.text);
    return cell.text;
  };
  const label = (file: string, cell: Cell, taken: Set<string>) => {
    if (cell.text.trim() === "") at(file, cell, "label is empty", "what readers see");
    else if (taken.has(cell.text))
      at(file, cell, `the label ${shown(cell.text)} is given twice`, "each once");
    taken.add(cell.text);
    return cell.text;
  };
  const named = new Map<string, string>();
  const colours = (file: string, row: Cells, name: string, owner: string): GroupColours | null => {
    const [light, dark] = [cellOf(row, "light"), cellOf(row, "dark")];
    if (light.text === "" && dark.text === "") return null;
    for (const [column, cell] of [
      ["light", light],
      ["dark", dark],
    ] as const)
      if (!/^#[0-9a-f]{6}$/.test(cell.text))
        at(file, cell, `${column} is ${shown(cell.text)}`, "a colour such as #12436d, or both colours empty");
    const other = named.get(name);
    if (other !== undefined)
      at(file, light, `${shown(name)} has a colour here and in ${other}`, "one colour a name");
    named.set(name, owner);
    return { light: light.text, dark: dark.text };
  };

  const [ids, labels] = [new Set<string>(), new Set<string>()];
  const found = (dimensions ?? []).map((row) => {
    const id = code("dimensions.csv", cellOf(row, "id"), ids, "id");
    const complete = cellOf(row, "complete");
    if (!["", "yes"].includes(complete.text))
      at("dimensions.csv", complete, `complete is ${shown(complete.text)}`, "yes or empty");
    return {
      id,
      label: label("dimensions.csv", cellOf(row, "label"), labels),
      complete: complete.text === "yes",
      colours: colours("dimensions.csv", row, id, id),
      groups: [] as GroupRow[],
      codes: new Set<string>(),
      labels: new Set<string>(),
    };
  });
  for (const row of groups ?? []) {
    const cell = cellOf(row, "dimension");
    const dimension = found.find(({ id }) => id === cell.text);
    if (dimension === undefined) {
      at("groups.csv", cell, `dimension is ${shown(cell.text)}`, `one of ${[...ids].join(", ")}`);
      continue;
    }
    const id = code("groups.csv", cellOf(row, "code"), dimension.codes, "code");
    dimension.groups.push({
      code: id,
      label: label("groups.csv", cellOf(row, "label"), dimension.labels),
      otherNames: cellOf(row, "other_names")
        .text.split(";")
        .map((name) => name.trim())
        .filter((name) => name !== ""),
      colours: colours("groups.csv", row, id, dimension.id),
    });
  }
  for (const { id, groups: own } of found)
    if (own.length === 0 && problems.length === 0)
      at("dimensions.csv", { text: id, line: 1, column: 1 }, `${id} has no group`, "rows in groups.csv");
  if (problems.length > 0) throw new InputError(problems);
  return found.map(({ codes: _codes, labels: _labels, ...dimension }) => dimension);
}

/** What the code was made from, as `src/model/groups.ts` has it. */
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
 * Problems of the tables of groups of a raw folder: their own, or that the code was made from others. None where the folder has
 * no such tables, as folders of tests.
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
        message: "dimensions and groups are others than those of the code",
        expected: "npm run groups after a change of dimensions.csv or groups.csv",
      },
    ];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [...error.problems];
  }
}
