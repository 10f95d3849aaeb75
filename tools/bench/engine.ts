import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CODEBOOKS } from "../../data-loaders/codebooks/index.js";
import { writeInterviews } from "./engine-data.js";
import { median } from "./measure.js";

/** Times of the cube command, start to end. */
export interface EngineRow {
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
