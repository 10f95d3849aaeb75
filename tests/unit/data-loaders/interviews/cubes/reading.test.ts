import { afterAll, describe, expect, it } from "vitest";
import {
  type CubePlan,
  cubesFromFile,
  planCubes,
} from "../../../../../data-loaders/interviews/cubes/index.js";
import type { Codebook } from "../../../../../src/model/codebook.js";
import { type Cube, estimateFromCube } from "../../../../../src/stats/index.js";
import { asCsv, folderOf } from "./files.js";
import { cubesByRow, expectSame } from "./reference.js";
import { type Interview, randomInterviews, SURVEY, UNWEIGHTED } from "./survey.js";

const folder = folderOf();
afterAll(folder.remove);

const interviews = randomInterviews(3, 300);

/** What is said of a file of these lines, with its name for its path. */
async function faults(plan: CubePlan, ...lines: readonly string[]): Promise<string[]> {
  const file = folder.write("faults.csv", `${lines.join("\n")}\n`);
  const said = await cubesFromFile(plan, file).then(
    () => "no fault",
    (error: Error) => error.message.replaceAll(file, "FILE"),
  );
  return said.split("\n");
}

describe("a cell is", () => {
  it("a number of a scale only where it is a whole one, however it is written", async () => {
    const plan = planCubes(UNWEIGHTED, { by: ["helpful"], measures: ["nobody"] });
    const expected = "expected a whole number from 1 to 10, or dont-know, or refused";
    expect(await faults(plan, "month,helpful", "2023-04,7.5", "2023-04, 7.0", "2023-04,07")).toEqual([
      `FILE:2:9: helpful is "7.5"; ${expected}`,
    ]);
  });

  it("a month only where the year has such a one", async () => {
    const plan = planCubes(UNWEIGHTED, { by: [], measures: ["nobody"] });
    expect(await faults(plan, "month", "2023-13", "2023-00", "2023-12", "2024-04")).toEqual([
      'FILE:2:1: month is "2023-13"; expected a month from 2023-04 to 2024-03',
      'FILE:3:1: month is "2023-00"; expected a month from 2023-04 to 2024-03',
      'FILE:5:1: month is "2024-04"; expected a month from 2023-04 to 2024-03',
    ]);
  });

  it("what the mapping says of its column, before it is empty by a mark", async () => {
    const mapping = folder.write(
      "marks.json",
      '{"codes": {"clear": {"-9": "refused"}}, "missing": [-9, "n/a"]}',
    );
    const theirs = interviews.map(
      (row): Interview => ({
        ...row,
        clear: row.clear === "refused" ? "-9" : (row.clear ?? "n/a"),
        helpful: row.helpful ?? "-9",
        hours: row.hours ?? "n/a",
      }),
    );
    const plan = planCubes(SURVEY, { measures: ["odd", "minutes"] });
    const { cubes } = await cubesFromFile(plan, folder.write("marks.csv", asCsv(theirs)), { mapping });
    expectSame(cubes, cubesByRow(plan, interviews));
  });

  it("in a column whatever letters its name has", async () => {
    const names = { parent: `Q"1`, satisfaction: "it's; --", month: "a, b" };
    const mapping = folder.write("names.json", JSON.stringify({ columns: names }));
    const theirs = interviews.map(
      ({ parent, satisfaction, month }): Interview => ({
        [names.parent]: parent ?? null,
        [names.satisfaction]: satisfaction ?? null,
        [names.month]: month ?? null,
      }),
    );
    const plan = planCubes(UNWEIGHTED, { by: ["parent"], measures: ["satisfied"] });
    const { cubes } = await cubesFromFile(plan, folder.write("names.csv", asCsv(theirs)), { mapping });
    expectSame(cubes, cubesByRow(plan, interviews));
  });
});

it("a constant is of those alone who were asked, though nothing else speaks of who was", async () => {
  const { contact, ...asked } = Object.fromEntries(UNWEIGHTED.variables.map((v) => [v.id, v]));
  expect([contact?.id, asked.route?.askedOf]).toEqual(["contact", "new"]);
  const plan = planCubes(UNWEIGHTED, { by: ["parent"], measures: ["odd"] });
  const mapping = folder.write("constant.json", '{"constants": {"route": "a"}}');
  const theirs = interviews.map(({ route: _, ...row }): Interview => row);
  const known = interviews.map((row): Interview => ({ ...row, route: row.contact === "new" ? "a" : null }));
  const { cubes } = await cubesFromFile(plan, folder.write("constant.csv", asCsv(theirs)), { mapping });
  expectSame(cubes, cubesByRow(plan, known));
});

it("a pooled measure of answers in words leaves out special ones, and who gave none", async () => {
  const pooled: Codebook = {
    ...UNWEIGHTED,
    measures: [
      {
        ...{ kind: "pooled", id: "p", label: "p", basis: { assumed: "made up" } },
        ...{ items: ["satisfaction", "contact"], counts: { is: ["very", "new"] } },
      },
    ],
  };
  const plan = planCubes(pooled, { by: [] });
  const lines = ["very,new", "not,", "dont-know,change", ",", "very,change"];
  const file = folder.write(
    "pooled.csv",
    `month,satisfaction,contact\n2023-04,${lines.join("\n2023-04,")}\n`,
  );
  const { cubes } = await cubesFromFile(plan, file);
  const mean = (id: string) =>
    estimateFromCube(cubes.get(id) as Cube, { statistic: "mean", level: 0.95 }).estimates[0];
  // Of four with an answer: two, one, one and two; of these two, none, none and one count.
  expect([mean("p.given")?.n, mean("p.given")?.estimate, mean("p.counted")?.estimate]).toEqual([
    4, 1.5, 0.75,
  ]);
});

it("an adjustment leaves nobody out who had a weight of 0 before it", async () => {
  const plan = planCubes(SURVEY, { by: [], measures: ["nobody"], initialWeight: "first-weight" });
  const head = "contact,route,parent,condition,weight,first-weight";
  expect(await faults(plan, head, "new,a,paying,none,1,0", "new,a,paying,none,0,0")).toEqual([
    'FILE:2:21: first-weight is "0", so that the adjustment of weights leaves out the interview; expected an answer in each interview, and weights of 0 both before and after or not at all',
  ]);
});
