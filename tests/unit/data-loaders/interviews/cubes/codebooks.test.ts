import { afterAll, expect, it } from "vitest";
import { CODEBOOKS } from "../../../../../data-loaders/codebooks/index.js";
import { cubesFromFile, planCubes } from "../../../../../data-loaders/interviews/cubes/index.js";
import { readInterviews } from "../../../../../data-loaders/read/index.js";
import { writeInterviews } from "../../../../../tools/bench/engine.js";
import { folderOf } from "./files.js";
import { cubesByRow, expectSame } from "./reference.js";
import type { Interview } from "./survey.js";

const folder = folderOf();
afterAll(folder.remove);

it.each([...CODEBOOKS])("cubes every measure of %s as makeCube does", async (id, codebook) => {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const file = folder.path(`${id}.parquet`);
  await writeInterviews(connection, codebook, 400, file);
  const read = await readInterviews(file);
  const columns = codebook.variables.map((variable) => [variable.id, read.text(variable.id)] as const);
  const interviews = Array.from(
    { length: read.rows },
    (_, row): Interview => Object.fromEntries(columns.map(([name, texts]) => [name, texts[row] ?? null])),
  );
  const plan = planCubes(codebook);
  const { cubes, simulated } = await cubesFromFile(plan, file);
  expectSame(cubes, cubesByRow(plan, interviews));
  expect([cubes.size >= codebook.measures.length, simulated]).toEqual([true, "bench"]);
});
