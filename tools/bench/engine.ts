import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DuckDBConnection } from "@duckdb/node-api";
import { CODEBOOKS } from "../../data-loaders/codebooks/index.js";
import type { Codebook, Variable } from "../../src/model/codebook.js";
import { answersOf } from "../../src/model/condition-words.js";
import { median } from "./measure.js";

/** Times of the cube command, start to end. */
interface EngineRow {
  readonly what: string;
  readonly interviews: number;
  readonly cubes: number;
  /** Of the largest cube. */
  readonly cells: number;
  readonly bytes: number;
  readonly fileBytes: number;
  /** Median milliseconds, least and most. */
  readonly ours: number;
  readonly oursRange: readonly [number, number];
  readonly peakMegabytes: number;
  readonly runs: number;
}

const SURVEY = "ces-2023-24";
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Tasks: one measure by two dimensions, all measures by three, one by all six. */
const TASKS: readonly (readonly [what: string, args: readonly string[]])[] = [
  ["interviews to one cube of two dimensions", ["--measure", "ces.satisfied", "--by", "parent,contact"]],
  ["interviews to the cubes of all measures, three dimensions", ["--by", "parent,contact,age"]],
  ["interviews to one cube of six dimensions", ["--measure", "ces.satisfied"]],
];

/** Times the command on made-up interviews in a Parquet file, excluding its creation. */
export async function measureEngine(interviews: number, runs: number): Promise<EngineRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "bench-engine-"));
  const file = join(folder, "interviews.parquet");
  try {
    const codebook = CODEBOOKS.get(SURVEY);
    if (codebook === undefined) throw new RangeError(`there is no codebook ${SURVEY}`);
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create(":memory:", { memory_limit: "2GB" })).connect();
    await writeInterviews(connection, codebook, interviews, file);
    connection.closeSync();
    const fileBytes = statSync(file).size;
    return TASKS.map(([what, args]): EngineRow => {
      console.error(`engine: ${what}, ${interviews.toLocaleString("en-GB")} rows`);
      const times: number[] = [];
      let peakMegabytes = 0;
      let cubes: { cells: number; bytes: number }[] = [];
      for (let i = 0; i < runs; i++) {
        const start = performance.now();
        const said = runCommand([...args, "--survey", SURVEY, "--data", file, "--out", join(folder, "out")]);
        times.push(performance.now() - start);
        peakMegabytes = Math.max(peakMegabytes, said.peakMegabytes);
        cubes = said.cubes;
        if (said.interviews !== interviews) throw new RangeError(`${said.interviews} interviews were cubed`);
      }
      return {
        ...{ what, interviews, cubes: cubes.length },
        cells: Math.max(...cubes.map(({ cells }) => cells)),
        bytes: cubes.reduce((sum, { bytes }) => sum + bytes, 0),
        fileBytes,
        ours: Math.round(median(times)),
        oursRange: [Math.round(Math.min(...times)), Math.round(Math.max(...times))],
        peakMegabytes,
        runs,
      };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runCommand(args: readonly string[]): {
  interviews: number;
  peakMegabytes: number;
  cubes: { cells: number; bytes: number }[];
} {
  const command = ["--import", "tsx", "tools/cube.ts", "--json", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Number of variables that share a 64-bit random number. */
const SHARED = 4;
const BITS = 64 / SHARED;

/**
 * Writes made-up interviews of a codebook to a Parquet file, always the same: answers are uniform, from a hash of the
 * row number, ignoring routing.
 */
export async function writeInterviews(
  connection: DuckDBConnection,
  codebook: Codebook,
  rows: number,
  file: string,
): Promise<void> {
  const { variables } = codebook;
  const columns = variables.map((variable, v) => {
    const bits = `((h${Math.floor(v / SHARED)} >> ${(v % SHARED) * BITS}) & ${2 ** BITS - 1})`;
    return `${valueSql(variable, bits)} AS "${variable.id}"`;
  });
  const hashes = Array.from(
    { length: Math.ceil(variables.length / SHARED) },
    (_, h) => `hash(i * ${variables.length} + ${h}) AS h${h}`,
  );
  await connection.run(
    `COPY (SELECT ${columns.join(", ")}, 'bench' AS simulated FROM (SELECT i, ${hashes.join(", ")} FROM range(${rows}) AS r(i))) TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`,
  );
}

function valueSql(variable: Variable, bits: string): string {
  switch (variable.kind) {
    case "category": {
      const codes = answersOf(variable).map(({ code }) => `'${code.replaceAll("'", "''")}'`);
      // Enums are written seven times as fast as texts.
      const type = `ENUM(${codes.join(", ")})`;
      const cases = codes.map((code, i) => `WHEN ${i} THEN ${code}::${type}`).join(" ");
      return `CASE CAST(${bits} % ${codes.length} AS UTINYINT) ${cases} END`;
    }
    case "scale":
    case "count":
      return `CAST(${variable.lowest} + CAST(${bits} % ${variable.highest - variable.lowest + 1} AS BIGINT) AS VARCHAR)`;
    case "number":
      return `0.2 + CAST(${bits} AS DOUBLE) / 30000`;
    case "date":
      return `'${variable.from}'`;
    case "text":
      return "CAST(i AS VARCHAR)";
  }
}
