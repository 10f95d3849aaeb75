import { afterAll, describe, expect, it } from "vitest";
import {
  type CubePlan,
  cubesFromFile,
  planCubes,
} from "../../../../../data-loaders/interviews/cubes/index.js";
import type { Codebook } from "../../../../../src/model/codebook.js";
import {
  type Cube,
  estimateFromCube,
  mergeCubes,
  ratio,
  surveyDesign,
} from "../../../../../src/stats/index.js";
import { asArrow, asCsv, asParquet, folderOf } from "./files.js";
import { answersOf, cubesByRow, expectSame } from "./reference.js";
import { heavier, type Interview, randomInterviews, SURVEY, UNWEIGHTED } from "./survey.js";

const folder = folderOf();
afterAll(folder.remove);

const interviews = randomInterviews(1, 1200);
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
    expectSame(cubes, expected);
    expect([cubes.size, count, simulated]).toEqual([14, 1200, null]);
  });

  it.each<[string, Codebook, Parameters<typeof planCubes>[1]]>([
    ["without dimensions", SURVEY, { by: [], measures: ["satisfied"] }],
    ["by a scale and a count", SURVEY, { by: ["helpful", "children"], measures: ["odd", "minutes"] }],
    ["by all dimensions, without weights and with months as strata", UNWEIGHTED, {}],
    ["by months", UNWEIGHTED, { by: ["month", "parent"], singlePsu: "adjust" }],
    [
      "with as many threads as there is work for",
      SURVEY,
      { by: ["contact", "route", "condition"], measures: ["pooled"] },
    ],
  ])("%s", async (_, codebook, options) => {
    const own = planCubes(codebook, options);
    expectSame((await cubesFromFile(own, csv, { threads: 4 })).cubes, cubesByRow(own, interviews));
  });

  it.each(["first-weight", "equal"])("with weights adjusted by raking, from %s", async (initialWeight) => {
    const answered = interviews.filter(
      (row) =>
        row.parent !== null &&
        row.condition !== null &&
        (initialWeight !== "equal" || Number(row.weight) > 0),
    );
    const own = planCubes(SURVEY, { by: ["condition"], initialWeight });
    expect(own.dimensions.map(({ name }) => name)).toEqual(["condition", "parent", "stratum"]);
    const file = folder.write(`${initialWeight}.csv`, asCsv(answered));
    expectSame((await cubesFromFile(own, file)).cubes, cubesByRow(own, answered));
  });

  it("with weights up to a million, whose squares no 64 bits hold", async () => {
    const heavy = heavier(interviews);
    const own = planCubes(SURVEY, { by: ["parent"], measures: ["satisfied", "children"] });
    const { cubes } = await cubesFromFile(own, folder.write("heavy.csv", asCsv(heavy)));
    expectSame(cubes, cubesByRow(own, heavy));
    expect(cubes.get("satisfied")?.cells.sums.w2.low.some((low) => low !== 0)).toBe(true);
  });

  it("whose parts merge to the whole", async () => {
    const parts = await Promise.all(
      [interviews.slice(0, 400), interviews.slice(400)].map((part, i) =>
        cubesFromFile(plan, folder.write(`part${i}.csv`, asCsv(part))),
      ),
    );
    for (const [id, cube] of expected) {
      const [a, b] = parts.map(({ cubes }) => cubes.get(id) as Cube);
      expect(mergeCubes(a as Cube, b as Cube), id).toEqual(cube);
    }
  });
});

describe("a file with other columns and codes ends in the same cube", () => {
  const plan = planCubes(UNWEIGHTED, { measures: ["satisfied", "odd", "children", "conditions"] });
  const expected = cubesByRow(plan, interviews);
  const parents: Record<string, string> = { receiving: "1", paying: "2" };
  const theirs = (row: Interview): Interview => {
    const { parent, month, satisfaction, children, helpful, route, ...others } = row;
    return {
      ...others,
      Q1: parent == null ? "9" : (parents[parent] as string),
      when: month == null ? null : `${Number(month.slice(5))}/${month.slice(0, 4)}`,
      satisfaction: satisfaction == null ? "  " : ` ${satisfaction}\t`,
      kids: children === "dont-know" ? "-8" : (children ?? "n/a"),
      helpful: helpful === null || !/\d/.test(helpful ?? "") ? (helpful ?? null) : `${helpful}.0`,
    };
  };
  const mapping = {
    columns: { parent: "Q1", month: "when", children: "kids" },
    codes: { parent: { 1: "receiving", 2: "paying", 9: null }, children: { "-8": "dont-know" } },
    missing: ["n/a"],
    constants: { route: "b" },
    dates: { month: "m/yyyy" },
  };
  const known = interviews.map((row): Interview => ({ ...row, route: row.contact === "new" ? "b" : null }));
  const file = folder.write("theirs.mapping.json", JSON.stringify(mapping));

  it.each(["csv", "parquet", "arrow"] as const)("as %s", async (kind) => {
    const write = { csv: asCsv, parquet: asParquet, arrow: asArrow }[kind];
    const data = folder.write(`theirs.${kind}`, write(interviews.map(theirs)));
    const { cubes } = await cubesFromFile(plan, data, { mapping: file });
    expectSame(cubes, cubesByRow(plan, known));
    expect(cubes.get("odd")).not.toEqual(expected.get("odd"));
  });
});

it("estimates a pooled measure from its three cubes as from the interviews", async () => {
  const plan = planCubes(SURVEY, { by: [], measures: ["pooled"] });
  const { cubes } = await cubesFromFile(plan, csv);
  const [given, counted, both] = ["given", "counted", "both"].map((name) => {
    const cube = cubes.get(`pooled.${name}`) as Cube;
    const [estimate] = estimateFromCube(cube, { statistic: "mean", level: 0.95 }).estimates;
    return { mean: estimate?.estimate as number, variance: (estimate?.standardError as number) ** 2 };
  });
  const r = (counted?.mean as number) / (given?.mean as number);
  const [va = 0, vc = 0, vb = 0] = [given?.variance, counted?.variance, both?.variance];
  const variance = (vc + r * r * va - r * (vb - va - vc)) / (given?.mean as number) ** 2;

  const answers = new Map(answersOf(SURVEY, interviews));
  const column = (name: string) => Float64Array.from(answers.get(`pooled.${name}`) ?? []);
  const quantised = interviews.map(({ weight }) => Math.round(Number(weight) * 1e6) / 1e6);
  const strata = interviews.map(({ contact, route }) => `${contact} ${route}`);
  const { factor } = await import("../../../../../src/stats/index.js");
  const design = surveyDesign({ weights: quantised, strata: factor(strata) });
  const [byRow] = ratio(design, column("counted"), column("given"), { level: 0.95 }).estimates;
  expect(r).toBeCloseTo(byRow?.estimate as number, 12);
  expect(Math.sqrt(variance) / (byRow?.standardError as number)).toBeCloseTo(1, 9);
});

describe("files that no cube can be made of", () => {
  const plan = planCubes(SURVEY, { by: ["parent"], measures: ["satisfied"] });
  const header = "parent,contact,route,satisfaction,weight\n";
  const fault = async (name: string, text: string | Uint8Array, of: CubePlan = plan): Promise<string> => {
    const file = folder.write(name, text);
    try {
      await cubesFromFile(of, file);
    } catch (error) {
      return (error as Error).message.replaceAll(file, "FILE");
    }
    return "no fault";
  };

  it("are refused with the place of each cell that is wrong", async () => {
    const text = `${header}receiving,new,a,very,1\n\npaying,new,"a",perhaps,1\nmother,change,,"it's not",x\npaying,,,very,\npaying,change,,very,-1\npaying,change,,very,1e-7\npaying,change,,very,1000001\n`;
    expect(await fault("wrong.csv", text)).toBe(
      [
        'FILE:4:16: satisfaction is "perhaps"; expected one of very, fairly, not, it\'s not, dont-know',
        'FILE:5:1: parent is "mother"; expected one of receiving, paying',
        'FILE:5:27: weight is "x"; expected a weight from 0 to 1,000,000 that six decimals hold',
        "FILE:6:8: contact is empty, so that the interview is in no stratum; expected an answer in each interview",
        "FILE:6:15: weight is empty; expected a weight from 0 to 1,000,000 that six decimals hold",
        'FILE:7:21: weight is "-1"; expected a weight from 0 to 1,000,000 that six decimals hold',
        'FILE:8:21: weight is "1e-7"; expected a weight from 0 to 1,000,000 that six decimals hold',
        'FILE:9:21: weight is "1000001"; expected a weight from 0 to 1,000,000 that six decimals hold',
      ].join("\n"),
    );
  });

  it("are refused with the line of a cell after cells of several lines", async () => {
    const text = `note,${header}"a\r\n""b"",\r\nc",paying,new,a,very,1\r\n"d\r\ne",mother,new,a,very,1\r\n`;
    expect(await fault("lines.csv", text.replaceAll(/(?<!\r)\n/g, "\r\n"))).toBe(
      'FILE:6:4: parent is "mother"; expected one of receiving, paying',
    );
  });

  it("are refused in Parquet with row and column, and the rest counted after 20", async () => {
    const rows = Array.from({ length: 30 }, (_, i): Interview => {
      const parent = i < 5 ? "paying" : "neither";
      return { parent, contact: "change", route: null, satisfaction: "very", weight: "1" };
    });
    const lines = (await fault("wrong.parquet", asParquet(rows))).split("\n");
    expect(lines[0]).toBe('FILE:6:1: parent is "neither"; expected one of receiving, paying');
    expect(lines[20]).toBe("FILE:26:1: and 5 more like it; expected one of receiving, paying");
    expect(lines).toHaveLength(21);
  });

  it.each([
    [
      "a row with fewer cells",
      `${header}paying,new,a,very,1\npaying,new\n`,
      "FILE:3:1: the row has 2 cells; expected 5",
    ],
    [
      "a quote that is not closed",
      `${header}paying,new,a,"very,1\n`,
      "FILE:2:14: the quote that opens this cell",
    ],
    ["no row", header, "FILE:1:1: the file has no row; expected at least one row"],
    [
      "no column of a variable",
      "parent,contact\npaying,new\n",
      'column "route" is absent; expected it, or its name',
    ],
    [
      "line endings of two kinds",
      `${header}paying,new,a,very,1\r\npaying,new,a,very,1\n`,
      "one kind of line endings",
    ],
    ["another kind of file", "PK\x03\x04", "FILE:1:1: the file is a zip archive"],
  ])("are refused: %s", async (_, text, message) => {
    expect(await fault("bad.csv", text)).toContain(message);
  });

  it("are refused where a cell is not UTF-8", async () => {
    const text = `parent,name,contact,route,satisfaction,weight\nA,a,new,a,very,1\n`;
    const bytes = new TextEncoder().encode(text).map((byte) => (byte === 65 ? 0xe9 : byte));
    expect(await fault("latin.csv", bytes)).toContain(
      "FILE:2:1: the cell holds a character that cannot be read",
    );
  });

  it("are refused where the columns have a type that no cell has", async () => {
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const file = folder.path("list.parquet");
    await connection.run(
      `COPY (SELECT ['paying'] AS parent, 'new' AS contact, 'a' AS route, 'very' AS satisfaction, 1.0 AS weight) TO '${file}'`,
    );
    await expect(cubesFromFile(plan, file)).rejects.toThrow(
      `${file}:1:1: column "parent" is VARCHAR[]; expected text, numbers, true or false, or dates`,
    );
  });

  it("are refused where a constant of the mapping is no answer, a number or not", async () => {
    const file = folder.write("constant.csv", `${header}paying,new,a,very,1\n`);
    const text = `{"constants": {\n  "weight": "1); DROP TABLE a",\n  "satisfaction": "content"}}`;
    const mapping = folder.write("constant.json", text);
    await expect(cubesFromFile(plan, file, { mapping })).rejects.toThrow(
      /:3:19: satisfaction has no code "content"/,
    );
    const other = folder.write("other.json", text.replace("content", "very"));
    await expect(cubesFromFile(plan, file, { mapping: other })).rejects.toThrow(
      `${other}:2:13: weight is "1); DROP TABLE a"; expected a weight above 0`,
    );
  });

  it("are refused where the adjustment leaves interviews out", async () => {
    const own = planCubes(SURVEY, { by: [], measures: ["satisfied"], initialWeight: "equal" });
    const text = `${header.replace("weight", "weight,condition")}paying,new,a,very,1,both\n,new,a,very,1,none\npaying,new,a,very,0,none\n`;
    expect(await fault("adjusted.csv", text, own)).toMatch(
      /FILE:3:1: parent is empty, so that the adjustment of weights leaves out the interview.*\nFILE:4:19: weight is "0", so that/,
    );
  });
});

it("reads typed columns of Parquet as their text would be read", async () => {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const file = folder.path("typed [1].parquet");
  await connection.run(`COPY (
    SELECT 1::TINYINT AS parent, 'new' AS contact, 'a' AS route, 7.0::DOUBLE AS helpful, DATE '2023-05-17' AS month,
      true AS satisfaction, 1.5::DECIMAL(9, 3) AS weight
    UNION ALL SELECT 2, 'change', NULL, NULL, DATE '2023-04-01', false, 2
  ) TO '${file}'`);
  const mapping = folder.write(
    "typed.json",
    `{"codes": {"parent": {"1": "paying", "2": "receiving"}, "satisfaction": {"true": "very", "false": "not"}}}`,
  );
  const rows: Interview[] = [
    {
      parent: "paying",
      contact: "new",
      route: "a",
      helpful: "7",
      month: "2023-05",
      satisfaction: "very",
      weight: "1.5",
    },
    {
      parent: "receiving",
      contact: "change",
      route: null,
      helpful: null,
      month: "2023-04",
      satisfaction: "not",
      weight: "2",
    },
  ];
  const plan = planCubes(SURVEY, { by: ["parent", "month", "helpful"], measures: ["satisfied"] });
  expectSame((await cubesFromFile(plan, file, { mapping })).cubes, cubesByRow(plan, rows));
});

it("reads one file, whatever letters are in its name", async () => {
  const plan = planCubes(SURVEY, { by: [], measures: ["satisfied"] });
  folder.write("x1.csv", asCsv(interviews.slice(0, 5)));
  for (const name of ["x?.csv", "x*.csv", "x[1].csv", "x'.csv"]) {
    const file = folder.write(name, asCsv(interviews.slice(0, 3)));
    expect((await cubesFromFile(plan, file)).interviews, name).toBe(3);
  }
});

it("says what made up the interviews, as their file says", async () => {
  const plan = planCubes(SURVEY, { by: [], measures: ["satisfied"] });
  const file = folder.write("made-up.csv", asCsv(interviews.map((row) => ({ ...row, simulated: "seed 7" }))));
  expect((await cubesFromFile(plan, file)).simulated).toBe("seed 7");
});

it("tells how far it is, and refuses too little memory", async () => {
  const plan = planCubes(SURVEY);
  const parts: number[] = [];
  await cubesFromFile(plan, csv, { onProgress: (part) => parts.push(part) });
  expect(parts.at(-1)).toBe(1);
  await expect(cubesFromFile(plan, csv, { memory: "1MB" })).rejects.toThrow(RangeError);
  await expect(cubesFromFile(plan, csv, { memory: "plenty" })).rejects.toThrow("DuckDB does not start");
});
