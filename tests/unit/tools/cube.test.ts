import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CODEBOOKS } from "../../../data-loaders/codebooks/index.js";
import { cubesFromFile, planCubes } from "../../../data-loaders/interviews/cubes/index.js";
import { readCube } from "../../../src/stats/index.js";
import { writeInterviews } from "../../../tools/bench/engine.js";
import { UsageError } from "../../../tools/command.js";
import { type Options, readRequest } from "../../../tools/cube/request.js";
import { cubeCommand } from "../../../tools/cube.js";
import { runHere } from "../data-loaders/audit/raw-copy.js";

const CES = CODEBOOKS.get("ces-2023-24");
let folder = "";
const path = (name: string) => join(folder, name);

const run = (...args: string[]) => runHere(cubeCommand, ...args);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cube-"));
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  if (CES !== undefined) await writeInterviews(connection, CES, 500, path("ces.parquet"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("npm run cube", () => {
  it("writes a cube of each measure, says how large it is, and that it is not for publication", async () => {
    const of = [
      "--survey",
      "ces-2023-24",
      "--data",
      path("ces.parquet"),
      "--by",
      "parent",
      "--single-psu",
      "error",
    ];
    const answer = await run(...of, "--out", path("cubes"), "--memory", "300MB", "--threads", "1", "--json");
    expect([answer.status, answer.stderr]).toEqual([
      0,
      "A cube is nearly the interviews themselves, and not for publication.\n",
    ]);
    if (CES === undefined) throw new Error("no codebook");
    const { cubes } = await cubesFromFile(planCubes(CES, { by: ["parent"] }), path("ces.parquet"));
    const said = JSON.parse(answer.stdout);
    expect(said).toMatchObject({ survey: "ces-2023-24", interviews: 500, simulated: "bench" });
    expect(said.cubes.map(({ id }: { id: string }) => id)).toEqual([...cubes.keys()]);
    expect(readdirSync(path("cubes"))).toEqual([...cubes.keys()].map((id) => `${id}.cube`).sort());
    for (const [id, cube] of cubes) expect(readCube(readFileSync(path(`cubes/${id}.cube`)))).toEqual(cube);
  });

  it("writes one cube into one file, and counts its cells of one interview", async () => {
    const of = ["--survey", "ces-2023-24", "--data", path("ces.parquet"), "--measure", "ces.satisfied"];
    const answer = await run(...of, "--out", path("one.cube"));
    expect(answer.stdout).toMatch(/^cube +cells +of one interview +bytes +file\nces\.satisfied +\d/);
    expect(answer.stdout).toMatch(
      /\n500 interviews, made up: bench, \d+\.\d seconds, at most [\d,]+ MB of memory\n$/,
    );
    expect(answer.stderr).toMatch(
      / Up to \d+ of its cells hold one interview, with its answers and its weight\.\n$/,
    );
    const cube = readCube(readFileSync(path("one.cube")));
    expect(cube.dimensions.map(({ name }) => name).join(" ")).toBe(
      "parent contact age gender ethnicity health stratum",
    );
  });

  it("ends with exit code 2 and writes nothing where an interview is wrong", async () => {
    const header = "parent,quarter,satisfaction,weight\n";
    writeFileSync(path("wrong.csv"), `${header}paying,2023-04/2023-06,very,1\n`);
    const of = [
      "--survey",
      "ces-2023-24",
      "--data",
      path("wrong.csv"),
      "--measure",
      "ces.satisfied",
      "--by",
      "parent",
    ];
    const { status, stderr } = await run(...of, "--out", path("wrong/a.cube"));
    expect([status, stderr]).toEqual([
      2,
      `${path("wrong.csv")}:2:24: satisfaction is "very"; expected one of very-satisfied, fairly-satisfied, fairly-dissatisfied, very-dissatisfied, dont-know\n`,
    ]);
    expect(existsSync(path("wrong"))).toBe(false);
  });
});

describe("the options", () => {
  const given: Options = {
    survey: "ces-2023-24",
    data: "a.csv",
    engine: "duckdb",
    singlePsu: "adjust",
    out: "cubes",
  };
  const faults = (options: Partial<Options>): readonly string[] => {
    try {
      readRequest({ ...given, ...options });
    } catch (error) {
      if (error instanceof UsageError) return error.faults;
      throw error;
    }
    return [];
  };

  it("may be those that the help names", () => {
    expect(faults({})).toEqual([]);
    expect(
      faults({ by: "", measure: "ces.satisfied,ces.dissatisfied", memory: "1.5 GB", threads: "3" }),
    ).toEqual([]);
    const { data: _, ...table } = given;
    expect(
      readRequest({ ...table, engine: "clickhouse", url: "http://a:8123", table: "b.c" }).source,
    ).toEqual({
      engine: "clickhouse",
      url: "http://a:8123",
      table: "b.c",
    });
  });

  it.each<[Partial<Options>, string]>([
    [{ survey: "ces" }, "--survey is ces; expected one of "],
    [{ by: "parent,,age" }, '--by is "parent,,age"; expected names with commas between them'],
    [{ by: "wealth" }, "ces-2023-24 has no dimension wealth"],
    [{ measure: "satisfied" }, "ces-2023-24 has no measure satisfied"],
    [{ out: "all.cube" }, "--out is one file for"],
    [{ memory: "much" }, "--memory is much; expected an amount such as 500MB or 4GB"],
    [{ threads: "0" }, "--threads is 0; expected a whole number of 1 or more"],
    [{ url: "http://a" }, "--url means nothing to --engine duckdb"],
    [{ engine: "clickhouse", table: "a", url: "a:8123" }, "--data means nothing to --engine clickhouse"],
    [
      { engine: "clickhouse", data: undefined as never, url: "http://a" },
      "--engine clickhouse needs --table",
    ],
    [{ engine: "clickhouse", data: undefined as never, table: "a" }, "--engine clickhouse needs --url"],
    [{ data: undefined as never }, "expected --data FILE, or --engine clickhouse with --url and --table"],
  ])("are refused where they mean nothing: %o", (options, message) => {
    expect(faults(options)[0]).toContain(message);
  });
});
