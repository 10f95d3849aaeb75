import { afterAll, describe, expect, it } from "vitest";
import { cubesFromFile, planCubes } from "../../../../data-loaders/engine/index.js";
import { cubeBytes } from "../../../../src/stats/index.js";
import { asArrow, asCsv, asParquet, folderOf } from "./files.js";
import { cubesByRow } from "./reference.js";
import { randomInterviews, SURVEY, UNWEIGHTED } from "./survey.js";

const folder = folderOf();
afterAll(folder.remove);

const interviews = randomInterviews(1, 3000);
const csv = folder.write("a.csv", asCsv(interviews));

describe("cubes of random interviews are those of makeCube, to the last bit", () => {
  const plan = planCubes(SURVEY);
  const expected = cubesByRow(plan, interviews);

  it.each([
    ["CSV", csv],
    ["Parquet", folder.write("a.parquet", asParquet(interviews))],
    ["Arrow", folder.write("a.arrow", asArrow(interviews))],
  ])("from %s, for every kind of measure", async (_, file) => {
    const { cubes, interviews: count, simulated } = await cubesFromFile(plan, file);
    expect([...cubes.keys()]).toEqual([...expected.keys()]);
    expect(cubes.size).toBe(14);
    for (const [id, cube] of cubes) {
      expect(cube, id).toEqual(expected.get(id));
      expect(cubeBytes(cube)).toEqual(cubeBytes(expected.get(id) as typeof cube));
    }
    expect([count, simulated]).toEqual([3000, null]);
  });
});
