import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importsOf, targetOf } from "../../../tools/imports.js";
import { patternOf, projectFiles } from "../../../tools/new/project-files.js";
import { isOfTheSurveys } from "../../../tools/new/survey.js";
import {
  auditIn,
  blocksOfDocument,
  emptyWorkspace,
  followDocument,
  removeWorkspace,
  runIn,
  runNew,
} from "./another-survey.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

let folder = "";
beforeAll(async () => {
  folder = await emptyWorkspace();
});
afterAll(() => removeWorkspace(folder));

const textOf = (file: string) => readFileSync(join(folder, file), "utf8");

describe("an empty workspace", () => {
  it("has all of the engine, and no publication, codebook, predicate or finding", () => {
    const engine = projectFiles(ROOT).filter((path) => !isOfTheSurveys(path));
    expect(engine.length).toBeGreaterThan(700);
    expect(engine.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    const listed = (path: string) => readdirSync(join(folder, path)).sort();
    expect(listed("data-loaders/raw")).toEqual(["README.md", "dimensions.csv", "groups.csv"]);
    expect(listed("src/claims/predicates")).toEqual(["index.ts", "survey-rules.ts"]);
    expect(listed("src/findings")).toEqual(["index.md"]);
    expect(listed("src/sources")).toEqual(["blocks.ts", "index.md"]);
    expect(listed("data-loaders/codebooks").filter((name) => /\d{4}/.test(name))).toEqual([]);
    expect(textOf("src/model/groups.ts")).toContain("export const DIMENSIONS = {} as const;");
  });

  it("has every module that one of its own imports, tests included", () => {
    const modules = projectFiles(folder).filter((path) => path.endsWith(".ts"));
    const absent = modules.flatMap((path) =>
      importsOf({ path, source: textOf(path) })
        .map((specifier) => (specifier === null ? null : targetOf(path, specifier)))
        .filter((target) => target?.endsWith(".ts") && !existsSync(join(folder, target)))
        .map((target) => `${path} imports ${target}`),
    );
    expect(absent).toEqual([]);
  });

  it("has the name of its folder, and no command without its file", () => {
    const { name, scripts } = JSON.parse(textOf("package.json")) as {
      name: string;
      scripts: Record<string, string>;
    };
    const lock = JSON.parse(textOf("package-lock.json")) as {
      name: string;
      packages: Record<string, object>;
    };
    expect([name, lock.name, lock.packages[""]]).toEqual([
      "town-library",
      "town-library",
      expect.objectContaining({ name: "town-library" }),
    ]);
    const files = Object.values(scripts).flatMap((script) => script.match(/tools\/[\w-]+\.[jt]s/g) ?? []);
    expect(files.length).toBeGreaterThan(15);
    expect(files.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  });

  it("keeps the planted faults whose files and tests are there, and no others", () => {
    const faults = JSON.parse(textOf("tools/mutate/mutations.json")) as { file: string; tests: string[] }[];
    expect(faults.length).toBeGreaterThan(100);
    const absent = faults.flatMap(({ file, tests }) => [file, ...tests]);
    expect(absent.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
  });

  it("is as its lock says, with no claim", () => {
    const { status, output } = auditIn(folder);
    expect([status, output]).toEqual([0, expect.stringContaining("Results and verdicts are as locked.")]);
    expect(output).toContain("0 claims, 0 of which say another again; 0 checks");
  });
});

describe("an empty workspace with the example of docs/another-survey.md", () => {
  beforeAll(() => {
    followDocument(folder);
    expect(runIn(folder, "--import", "tsx", "tools/groups.ts").status).toBe(0);
  });

  it("is locked, and then as locked", () => {
    expect(auditIn(folder, "--accept").status).toBe(0);
    const { status, output } = auditIn(folder, "--json");
    const { claims, lock } = JSON.parse(output) as {
      claims: { id: string; verdict: string }[];
      lock: { differences: unknown[] };
    };
    expect([status, lock.differences]).toEqual([0, []]);
    expect(claims.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["library-2024.claim.regular-higher", "reproduced"],
      ["library-2024.claim.lead", "consistent"],
    ]);
  });

  it("fails the claim that a wrong number contradicts, and names the result that moved and its page", () => {
    const file = join(folder, "data-loaders/raw/library-2024/values.csv");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace(",78,", ",76,"));
    const { status, output } = auditIn(folder);
    writeFileSync(file, before);
    expect(status).toBe(1);
    expect(output).toContain("library-2024.claim.lead: was consistent; is contradicted");
    expect(output).toMatch(/visitors\.gap: was 14; is 12\n {2}pages: .*findings\/visitors/);
  });

  it("touches no engine: each file that the document changes is a list, raw file, page or its own", () => {
    const changed = blocksOfDocument().filter(
      ({ path, isWhole }) => !isWhole || existsSync(join(ROOT, path)),
    );
    expect(changed.map(({ path }) => path)).toEqual([
      "data-loaders/raw/dimensions.csv",
      "data-loaders/raw/groups.csv",
      "src/claims/predicates/index.ts",
      "data-loaders/tables/pages.ts",
      "tools/site/pages.ts",
    ]);
  });
});

describe("a folder that will not do", () => {
  const own = mkdtempSync(join(tmpdir(), "new-"));
  afterAll(() => rmSync(own, { recursive: true }));

  it.each([
    ["is not empty", "full", "is not empty; expected a folder that is absent or empty"],
    ["is a file", "full/file", "is a file; expected a folder that is absent or empty"],
  ])("is refused where it %s, and left as it was", async (_, name, message) => {
    const target = join(own, name);
    if (!existsSync(join(own, "full"))) mkdirSync(join(own, "full"));
    writeFileSync(join(own, "full/file"), "kept");
    expect(await runNew("workspace", target)).toEqual({ status: 2, out: "", err: `${target} ${message}\n` });
    expect([readdirSync(own), readdirSync(join(own, "full"))]).toEqual([["full"], ["file"]]);
    expect(readFileSync(join(own, "full/file"), "utf8")).toBe("kept");
  });

  it("is refused within this project", async () => {
    const target = join(ROOT, "src", "library");
    const { status, err } = await runNew("workspace", target);
    expect([status, err]).toEqual([2, `${target} is within this project; expected a folder outside of it\n`]);
    expect(existsSync(target)).toBe(false);
  });
});

it.each([
  [["workspace"], "missing required argument 'dir'"],
  [["library", "dir"], "Allowed choices are workspace"],
])("%j is refused with exit code 2", async (args, message) => {
  const { status, err } = await runNew(...args);
  expect([status, err]).toEqual([2, expect.stringContaining(message)]);
});

it("nothing is left beside the workspace, or of it in the project", () => {
  expect(readdirSync(dirname(folder))).toEqual([basename(folder)]);
  expect(readdirSync(join(ROOT, ".generated")).filter((name) => name === `new-${process.pid}`)).toEqual([]);
});

describe("without git", () => {
  it.each([
    ["node_modules/", "node_modules", true],
    ["node_modules/", "node_modules/a/b.js", true],
    ["dist/", "distant", false],
    ["data-loaders/microdata/*", "data-loaders/microdata/a.csv", true],
    ["data-loaders/microdata/*", "data-loaders/microdata", false],
    ["src/**/*.md.check.ts", "src/findings/a.md.check.ts", true],
    ["src/**/*.md.check.ts", "src/a.md.check.ts", true],
    ["src/**/*.md.check.ts", "src/a.check.ts", false],
  ])("%s leaves out %s: %s", (rule, path, isLeft) => {
    expect(patternOf(rule).test(path)).toBe(isLeft);
  });

  it("files are found by walking, the same as with it", () => {
    // The workspace made above is in no repository.
    const found = projectFiles(folder);
    expect(found).toContain("data-loaders/microdata/README.md");
    expect(found).toContain("package.json");
    expect(found.filter((path) => path.startsWith("node_modules"))).toEqual([]);
  });
});
