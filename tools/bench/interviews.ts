import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CES_2023_24 } from "../../data-loaders/codebooks/ces-2023-24.js";
import { type CubePlan, cubesFromFile, planCubes } from "../../data-loaders/interviews/cubes/index.js";
import { readMicrodata } from "../../data-loaders/interviews/mapping/index.js";
import { interviewsCsv } from "../../data-loaders/made-up/index.js";
import { type CodedInterviews, conditionMask, dimensionFactor } from "../../src/analysis/interviews/index.js";
import type { ShareMeasure } from "../../src/model/codebook.js";
import type { Dimension } from "../../src/model/dimensions.js";
import { type Cube, cubeBytes, type Factor, factor, makeCube } from "../../src/stats/index.js";
import { type InterviewRow, madeInterviewsOf, pair, rowOf, timed } from "./interview-rows.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Times reading, checking and cubing files of interviews. @throws Error where two ways do not give the same */
export async function measureReading(interviews: number, runs: number): Promise<InterviewRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "bench-interviews-"));
  const [csv, parquet] = [join(folder, "ces-2023-24.csv"), join(folder, "ces-2023-24.parquet")];
  try {
    writeFileSync(csv, interviewsCsv(madeInterviewsOf(interviews)));
    await writeParquet(csv, parquet);
    const read = async (file: string) => (await readMicrodata(CES_2023_24, file, null)).interviews;
    const plan = planCubes(CES_2023_24, { by: ["parent", "contact"], measures: [MEASURE] });
    const inDuckDb = async () => (await cubesFromFile(plan, parquet)).cubes.get(MEASURE) as Cube;
    const byRow = async () => cubeByRow(plan, await read(parquet));
    if (!(await areSame(read(csv), read(parquet))))
      throw new Error("CSV and Parquet give different interviews");
    if (!Buffer.from(cubeBytes(await inDuckDb())).equals(cubeBytes(await byRow())))
      throw new Error("DuckDB and makeCube give different cubes");
    const command = () => checkData(csv);
    return [
      ...(await pair(
        [
          ["interviews read and checked, from Parquet", () => read(parquet)],
          ["interviews read and checked, from CSV", () => read(csv)],
        ],
        interviews,
        runs,
      )),
      ...(await pair(
        [
          ["interviews to one cube of two dimensions, in DuckDB from Parquet", inDuckDb],
          ["interviews to the same cube, read, checked and summed by makeCube", byRow],
        ],
        interviews,
        runs,
      )),
      rowOf("the whole command check-data, from CSV", interviews, await timed(command, runs)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const MEASURE = "ces.satisfied";

/** Converts columns of only numbers or dates to these types. */
async function writeParquet(csv: string, parquet: string): Promise<void> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const types = "auto_type_candidates = ['BIGINT', 'DOUBLE', 'DATE', 'VARCHAR']";
  await connection.run(`COPY (SELECT * FROM read_csv('${csv}', ${types})) TO '${parquet}' (FORMAT parquet)`);
  connection.closeSync();
}

/** The cube of one share by group dimensions, from interviews in memory. */
function cubeByRow({ dimensions, codebook }: CubePlan, interviews: CodedInterviews): Cube {
  const { base, counts } = codebook.measures.find(({ id }) => id === MEASURE) as ShareMeasure;
  const inBase = conditionMask(interviews, base);
  const column = interviews.column(codebook.roles.weight ?? "");
  if (column.form !== "numbers") throw new RangeError("weights are numbers");
  const strata = dimensions.at(-1);
  const read = interviews.reader(codebook.sampling.strata[0] ?? "");
  return makeCube({
    weights: column.numbers,
    y: Float64Array.from(conditionMask(interviews, counts), (one, row) => (inBase[row] ? one : Number.NaN)),
    dimensions: dimensions
      .slice(0, -1)
      .map(({ name, levels }) => dimensionFactor(interviews, name as Dimension, levels) as Factor),
    strata: factor(
      Array.from({ length: interviews.rows }, (_, row) => read(row)),
      { name: "stratum", levels: [...(strata?.levels ?? [])] },
    ),
    singlePsu: "error",
  });
}

async function areSame(...both: readonly Promise<CodedInterviews>[]): Promise<boolean> {
  const [a, b] = (await Promise.all(both)) as [CodedInterviews, CodedInterviews];
  return a.codebook.variables.every(({ id }) => {
    const [first, second] = [a.reader(id), b.reader(id)];
    return Array.from({ length: a.rows }).every((_, row) => first(row) === second(row));
  });
}

function checkData(file: string): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "tools/check-data.ts", "--survey", "ces-2023-24", "--data", file],
    { cwd: ROOT, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
}
