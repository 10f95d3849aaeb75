import { describe, expect, it } from "vitest";
import { readMicrodata } from "../../../../../data-loaders/interviews/mapping/index.js";
import {
  type CodedInterviews,
  conditionMask,
  dimensionFactor,
} from "../../../../../src/analysis/interviews/index.js";
import { atLeast } from "../../../../../src/model/condition.js";
import { cubeBytes, factor, makeCube } from "../../../../../src/stats/index.js";
import { faults, parquetBytes, useFolder, written } from "../../read/interviews/files.js";
import { COLUMNS, csvOf, GOOD, type Row, SMALL } from "./small-survey.js";

useFolder();

const read = (data: string | Uint8Array, mapping: string | null = null, name = "a.csv") =>
  readMicrodata(SMALL, written(name, data), mapping === null ? null : written("a.mapping.json", mapping));

/** All that interviews hold. */
const columnsOf = (interviews: CodedInterviews) => COLUMNS.map((id) => interviews.column(id));

/** The cube of satisfaction by parent and health, in strata, as bytes. */
function cubeOf(interviews: CodedInterviews): Uint8Array {
  const weight = interviews.column("weight");
  if (weight.form !== "numbers") throw new Error("weights are numbers");
  const rated = conditionMask(interviews, atLeast("rating", 1));
  const satisfied = conditionMask(interviews, atLeast("rating", 7));
  const dimensions = [
    dimensionFactor(interviews, "parent", ["receiving", "paying"]),
    dimensionFactor(interviews, "health", ["physical", "mental", "both", "none"]),
  ].flatMap((one) => (one === null ? [] : [one]));
  const quarter = interviews.reader("quarter");
  const strata = factor(
    Array.from({ length: interviews.rows }, (_, row) => quarter(row)),
    { name: "quarter" },
  );
  const y = Float64Array.from(satisfied, (one, row) => (rated[row] ? one : Number.NaN));
  return cubeBytes(makeCube({ weights: weight.numbers, y, dimensions, strata }));
}

const THEIRS = `// How their file says it
{
  "survey": "small-2020",
  "columns": {
    "interview": "RESPID", "held": "INTDATE", "weight": "WT", "parent": "Q1", "health": "Q2",
    "collect": "Q3", "on-time": "Q4", "children": "KIDS", "rating": "Q5", "item-a": "Q6_1",
    "item-b": "Q6_2", "since": "STARTED", "quarter": "WAVE",
  },
  "codes": {
    "quarter": { "1": "2020-01/2020-03", "2": "2020-04/2020-06" },
    "parent": { "1": "receiving", "2": "paying" },
    "health": { "1": "physical", "2": "mental", "3": "both", "4": "none", "-8": "prefer-not-to-say" },
    "collect": { "1": "yes", "2": "no", "8": "dont-know" },
    "on-time": { "1": "yes", "2": "no", "8": "dont-know" },
    "children": { "99": "prefer-not-to-say" },
    /* Nobody was asked this without an answer, so that -9 can mean something here. */
    "rating": { "-9": "dont-know" },
    "item-a": { "11": "dont-know" }, "item-b": { "11": "dont-know", "12": null }
  },
  "missing": [-9, "NA"],
  "dates": { "held": "dd/mm/yyyy", "since": "m/yyyy" },
}
`;

const theirs = (row: Row) => {
  const code = (variable: string, codes: Row) =>
    row[variable] === undefined ? -9 : (codes[String(row[variable])] ?? row[variable]);
  const health = { physical: 1, mental: 2, both: 3, none: 4, "prefer-not-to-say": -8 };
  const yesNo = { yes: 1, no: 2, "dont-know": 8 };
  return {
    REGION: "north",
    RESPID: row.interview,
    INTDATE: String(row.held).split("-").reverse().join("/"),
    STARTED: String(row.since).replace(/^(\d{4})-0?(\d+)$/, "$2/$1"),
    WAVE: row.quarter === "2020-01/2020-03" ? 1 : 2,
    Q1: row.parent === "receiving" ? 1 : 2,
    Q2: code("health", health),
    Q3: code("collect", yesNo),
    Q4: code("on-time", yesNo),
    KIDS: code("children", { "prefer-not-to-say": 99 }),
    Q5: code("rating", { "dont-know": -9 }),
    Q6_1: code("item-a", { "dont-know": 11 }),
    Q6_2: code("item-b", { "dont-know": 11 }),
    WT: row.weight,
    parent: "their own column of this name",
  };
};
const THEIR_ROWS = GOOD.map(theirs) as unknown as readonly Row[];
const THEIR_COLUMNS = Object.keys(THEIR_ROWS[0] ?? {});

describe("a file of other columns and codes with a mapping file", () => {
  it("is the same interviews and the same cube to the last byte", async () => {
    const ours = await read(csvOf(GOOD));
    const mapped = await read(csvOf(THEIR_ROWS, THEIR_COLUMNS), THEIRS);
    expect(columnsOf(mapped.interviews)).toEqual(columnsOf(ours.interviews));
    expect(cubeOf(mapped.interviews)).toEqual(cubeOf(ours.interviews));
    // Which tells interviews apart: one other answer is another cube.
    const other = await read(csvOf(GOOD.map((row, i) => (i === 0 ? { ...row, rating: 6 } : row))));
    expect(cubeOf(other.interviews)).not.toEqual(cubeOf(ours.interviews));
  });

  it("is so as Parquet with numbers, too", async () => {
    const columns = THEIR_COLUMNS.map((name) => {
      const data = THEIR_ROWS.map((row) => row[name]);
      if (data.every(Number.isInteger)) return { name, data, type: "INT32" as const };
      return typeof data[0] === "number"
        ? { name, data, type: "DOUBLE" as const }
        : { name, data, type: "STRING" as const };
    });
    expect(columns.filter(({ type }) => type === "INT32").map(({ name }) => name)).toContain("Q5");
    const mapped = await read(parquetBytes(columns), THEIRS, "a.parquet");
    const ours = await read(csvOf(GOOD));
    expect(columnsOf(mapped.interviews)).toEqual(columnsOf(ours.interviews));
  });

  it("has columns and codes that nothing needed, which are named", async () => {
    const { unusedColumns, unusedCodes } = await read(csvOf(THEIR_ROWS, THEIR_COLUMNS), THEIRS);
    expect(unusedColumns).toEqual(["REGION", "parent"]);
    expect(unusedCodes).toEqual([
      { variable: "health", code: "1" },
      { variable: "health", code: "2" },
      { variable: "collect", code: "8" },
      { variable: "on-time", code: "1" },
      { variable: "on-time", code: "8" },
      { variable: "item-b", code: "12" },
    ]);
  });

  it("finds a code and a mark of empty cells that the mapping writes with spaces around it", async () => {
    const rows = GOOD.map((row) => ({
      ...row,
      parent: row.parent === "paying" ? 2 : 1,
      collect: row.collect ?? "NA",
    }));
    const mapping = '{"codes": {"parent": {" 1": "receiving", "2 ": "paying"}}, "missing": ["NA "]}';
    const { interviews } = await read(csvOf(rows), mapping);
    expect(columnsOf(interviews)).toEqual(columnsOf((await read(csvOf(GOOD))).interviews));
  });

  it("has its faults said in its own names and codes", async () => {
    const rows = THEIR_ROWS.map((row, i) =>
      i === 1 ? { ...row, Q2: 7, INTDATE: "31/06/2020", WT: 0 } : row,
    );
    expect(await faults(read(csvOf(rows, THEIR_COLUMNS), THEIRS))).toEqual([
      'a.csv:3:10: INTDATE (held) is "31/06/2020"; expected a date written as the mapping says',
      'a.csv:3:33: Q2 (health) is "7"; expected one of physical, mental, both, none, prefer-not-to-say',
      'a.csv:3:50: WT (weight) is "0"; expected a weight above 0',
    ]);
  });
});

describe("constants", () => {
  const without = (...names: string[]) => COLUMNS.filter((name) => !names.includes(name));

  it("stand wherever a variable was asked", async () => {
    const rows = GOOD.filter(({ parent, collect }) => parent === "paying" || collect === "no");
    const mapping = '{"constants": {"collect": "no", "weight": 1}}';
    const { interviews } = await read(csvOf(rows, without("collect", "weight")), mapping);
    const collect = interviews.reader("collect");
    expect([0, 1, 2].map(collect)).toEqual(["no", null, "no"]);
    expect(interviews.value("weight", 5)).toBe(1);
  });

  it("are checked like cells", async () => {
    const mapping = `{"constants": {
  "weight": 0, "held": "2020-13-01",
  "simulated": "seed 1"}}`;
    expect(await faults(read(csvOf(GOOD, without("weight", "held")), mapping))).toEqual([
      'a.mapping.json:2:13: weight is "0"; expected a weight above 0',
      'a.mapping.json:2:24: held is "2020-13-01"; expected a day such as 2023-07-14',
    ]);
  });

  it("say of interviews that they are made up", async () => {
    const { interviews } = await read(csvOf(GOOD), '{"constants": {"simulated": "seed 1"}}');
    expect(interviews.simulated).toBe("seed 1");
  });
});

describe("the faults of a mapping file", () => {
  const said = (mapping: string) => faults(read(csvOf(GOOD), mapping));

  it("are all said, at their places", async () => {
    const mapping = `{
  "survey": "other-2020",
  "columns": { "parnt": "parent", "held": "Q9", "rating": "rating", "rating": "item-a" },
  "codes": {
    "weight": { "1": "2" },
    "parent": { "1": "mother", "2": "paying" },
    "rating": { "5": 5, "12": 12, "x": null },
    "gender": {}
  },
  "constants": { "interview": "1", "held": "2020-04-01", "health": "fine" },
  "dates": { "since": "dd.mm", "parent": "yyyy" }
}`;
    const variables = COLUMNS.join(", ");
    expect(await said(mapping)).toEqual([
      'a.mapping.json:2:13: the file is for "other-2020"; expected small-2020',
      `a.mapping.json:3:16: small-2020 has no variable "parnt"; expected one of ${variables}`,
      expect.stringMatching(
        /^a\.mapping\.json:3:43: column "Q9" is absent from .*; expected one of interview, /,
      ),
      'a.mapping.json:3:69: the key "rating" stands twice; expected each key once',
      "a.mapping.json:5:5: weight has no codes; expected a variable with listed answers",
      'a.mapping.json:6:22: parent has no code "mother"; expected one of receiving, paying, or null',
      'a.mapping.json:7:31: rating has no code "12"; expected a whole number from 1 to 10, or dont-know, or null',
      `a.mapping.json:8:5: small-2020 has no variable "gender"; expected one of ${variables}`,
      "a.mapping.json:10:18: interview cannot be a constant; expected another one for each interview",
      "a.mapping.json:10:36: held has a column already; expected a column or a constant",
      'a.mapping.json:10:68: health has no code "fine"; expected one of physical, mental, both, none, prefer-not-to-say',
      'a.mapping.json:11:23: "dd.mm" is no way to write a month; expected yyyy and mm in some order',
      "a.mapping.json:11:32: parent is no date; expected a variable that is a date",
    ]);
  });

  it.each([
    ["", ["a.mapping.json:1:1: the file is empty; expected JSON"]],
    [
      '{"columns": ',
      [
        "a.mapping.json:1:13: value expected; expected JSON",
        "a.mapping.json:1:13: close brace expected; expected JSON",
      ],
    ],
    [
      '{"column": {}, "missing": "NA", "codes": {"parent": ["receiving"]}}',
      [
        'a.mapping.json:1:12: "column" is unknown here; expected only known keys',
        'a.mapping.json:1:27: "NA" is wrong here; expected a list in square brackets',
        'a.mapping.json:1:53: this list is wrong here; expected {"their code": "our code"}',
      ],
    ],
  ])("%s", async (mapping, lines) => {
    expect((await said(mapping)).toSorted()).toEqual(lines.toSorted());
  });
});
