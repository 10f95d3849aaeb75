import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { WORKSPACE } from "../../src/model/workspace.js";
import { projectFiles } from "../../tools/architecture.js";
import { EMPTY, isOfTheSurveys } from "../../tools/new/survey.js";
import { filesBelow } from "../../tools/site/files.js";
import { built, ROOT } from "./site/fixture.js";

const { raw } = built();

/** Ids of publications and measures, which only what is declared for a survey may name. */
const IDS = [
  ...readdirSync(join(ROOT, "data-loaders/raw"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "context")
    .map(({ name }) => name),
  ...new Set(raw.measures.map(({ id }) => id)),
];

/** What publications and their publishers are called. */
const NAMES = [
  WORKSPACE.title,
  ...new Set(raw.publications.flatMap(({ title, shortTitle, publisher }) => [title, shortTitle, publisher])),
];

/** The lists that an empty workspace has empty: they name what the surveys bring. */
const LISTS = filesBelow(join(ROOT, EMPTY)).map((path) => path.slice(join(ROOT, EMPTY).length + 1));

/** What any survey would have: all that an empty workspace takes over as it is. */
const ENGINE = projectFiles(ROOT).filter(
  ({ path }) => !isOfTheSurveys(path) && !LISTS.includes(path) && path !== "src/model/groups.ts",
);

/** The ids and names that the code of a file has; comments may give examples. */
function named(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
  return [
    ...IDS.filter((id) => new RegExp(`["'\`.{ ]${id.replaceAll(".", "\\.")}(?=["'\`.} *])`).test(code)),
    ...NAMES.filter((name) => code.includes(name)),
  ];
}

describe("the engine", () => {
  it("names no publication, no measure and no publisher", () => {
    expect(ENGINE.flatMap(({ path, source }) => named(source).map((id) => `${path}: ${id}`))).toEqual([]);
  });

  it("is nearly all of the project: what is left to surveys are their own folders and a few lists", () => {
    const folders = new Set(ENGINE.map(({ path }) => path.split("/").slice(0, 2).join("/")));
    for (const folder of ["data-loaders/tables", "src/analysis", "src/figures", "src/review", "tools/site"])
      expect(folders).toContain(folder);
    expect(LISTS.filter((path) => path.endsWith(".ts"))).toHaveLength(9);
  });

  it.each([
    ['const a = "cms-2016";', ["cms-2016"]],
    ["const a = `ces-2023-24.satisfied`;", ["ces-2023-24"]],
    ['values("ces.satisfied")', ["ces.satisfied"]],
    ["/** For example `cms-2016.base`. */ const a = 1; // cms-2016", []],
    ['const who = "Department for Work and Pensions";', ["Department for Work and Pensions"]],
  ])("would be found to name one: %s", (source, ids) => {
    expect(named(source)).toEqual(ids);
  });
});
