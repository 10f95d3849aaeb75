import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFiles } from "../../tools/architecture.js";
import { built, ROOT } from "./site/fixture.js";

/** Ids of publications and measures, which only what is declared for a survey may name. */
const IDS = [
  ...readdirSync(join(ROOT, "data-loaders/raw"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "context")
    .map(({ name }) => name),
  ...new Set(built().raw.measures.map(({ id }) => id)),
];

/** Where any survey would do. What is declared for the surveys of the project stands in `src/claims/predicates` and `data-loaders/audit/rules`. */
const CORE =
  /^(?:src\/(?:model|stats|bounds|components)\/|src\/claims\/(?!predicates\/)|src\/analysis\/|data-loaders\/(?:read|ledger|interviews)\/|data-loaders\/audit\/(?!rules\/))/;

/** The ids that the code of a file names; comments may give examples. */
function named(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
  return IDS.filter((id) => new RegExp(`["'\`.{ ]${id.replaceAll(".", "\\.")}(?=["'\`.} *])`).test(code));
}

describe("the core", () => {
  it("names no publication and no measure", () => {
    const found = projectFiles(ROOT)
      .filter(({ path }) => CORE.test(path))
      .flatMap(({ path, source }) => named(source).map((id) => `${path}: ${id}`));
    expect(found).toEqual([]);
  });

  it.each([
    ['const a = "cms-2016";', ["cms-2016"]],
    ["const a = `ces-2023-24.satisfied`;", ["ces-2023-24"]],
    ['values("ces.satisfied")', ["ces.satisfied"]],
    ["/** For example `cms-2016.base`. */ const a = 1; // cms-2016", []],
  ])("would be found to name one: %s", (source, ids) => {
    expect(named(source)).toEqual(ids);
  });
});
