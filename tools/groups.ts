import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { type DimensionRow, readDimensions } from "../data-loaders/read/groups.js";
import { type CommandFunction, runAsProcess, runProgram } from "./command.js";
import { writeWhole } from "./site/files.js";
import { RAW } from "./site/paths.js";

export const GROUPS_MODULE = "src/model/groups.ts";
export const GROUPS_STYLES = "src/styles/groups.css";

const key = (name: string) => (/^[a-z]\w*$/.test(name) ? name : JSON.stringify(name));
const object = (entries: readonly (readonly [string, string])[], indent: string) =>
  entries.length === 0
    ? "{}"
    : `{\n${entries.map(([name, value]) => `${indent}  ${key(name)}: ${value},\n`).join("")}${indent}}`;

const coloursOf = (dimensions: readonly DimensionRow[]) =>
  dimensions.flatMap(({ id, colours, groups }) =>
    [{ code: id, colours }, ...groups].flatMap((one) =>
      one.colours === null ? [] : [[one.code, one.colours] as const],
    ),
  );

/** Source of the module of dimensions, groups and colours, in which unknown codes are compile errors. */
export function groupsModule(dimensions: readonly DimensionRow[]): string {
  const names = dimensions.flatMap(({ id, groups }) => {
    const own = groups.filter(({ otherNames }) => otherNames.length > 0);
    return own.length === 0
      ? []
      : [
          [
            id,
            object(
              own.map((g) => [g.code, JSON.stringify(g.otherNames)]),
              "  ",
            ),
          ] as const,
        ];
  });
  return `// Made by \`npm run groups\` from dimensions.csv and groups.csv of the raw files. Edit those.

/** Dimensions with their groups, in the order of the tables. \`complete\`: everybody has one code, by definition. */
export const DIMENSIONS = ${object(
    dimensions.map(({ id, label, complete, groups }) => [
      id,
      object(
        [
          ["label", JSON.stringify(label)],
          ["complete", String(complete)],
          [
            "codes",
            object(
              groups.map((g) => [g.code, JSON.stringify(g.label)]),
              "    ",
            ),
          ],
        ],
        "  ",
      ),
    ]),
    "",
  )} as const;

/** Other names under which official tables show a group. */
export const OTHER_NAMES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = ${object(names, "")};

/** Colours by the code of a group, or the name of a dimension. */
export const GROUP_COLOURS = ${object(
    coloursOf(dimensions).map(([name, { light, dark }]) => [
      name,
      `{ light: ${JSON.stringify(light)}, dark: ${JSON.stringify(dark)} }`,
    ]),
    "",
  )} as const;
`;
}

/** The colours as CSS variables. */
export function groupsStyles(dimensions: readonly DimensionRow[]): string {
  const variables = (theme: "light" | "dark", indent: string) =>
    coloursOf(dimensions)
      .map(([name, colours]) => `${indent}--${name}: ${colours[theme]};\n`)
      .join("");
  return `/* Made by \`npm run groups\` from dimensions.csv and groups.csv of the raw files. Edit those. */
:root {
${variables("light", "  ")}}

@media (prefers-color-scheme: dark) {
  :root {
${variables("dark", "    ")}  }
}
`;
}

const program = () =>
  new Command("groups").description(
    `Writes ${GROUPS_MODULE} and ${GROUPS_STYLES} from the two tables of groups in ${RAW}.`,
  );

/** `npm run groups`. */
export const groupsCommand: CommandFunction = (args, streams) =>
  runProgram(program(), args, streams, () => {
    const dimensions = readDimensions(RAW, (file) => join(RAW, file));
    writeWhole(GROUPS_MODULE, groupsModule(dimensions));
    writeWhole(GROUPS_STYLES, groupsStyles(dimensions));
    return 0;
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) await runAsProcess(groupsCommand);
