import { tableFromArrays, tableToIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { type Microdata, readMicrodata } from "../../../../../data-loaders/interviews/mapping/index.js";
import { faults, parquetBytes, useFolder, written } from "../../read/interviews/files.js";
import { COLUMNS, csvOf, GOOD, type Row, SMALL } from "./small-survey.js";

useFolder();

type Cell = readonly [line: number, variable: string, value: string | number];

/** The good interviews with other values in some cells; a line is that of the CSV file. */
const planted = (cells: readonly Cell[]): Row[] =>
  GOOD.map((row, i) => ({
    ...row,
    ...Object.fromEntries(
      cells.flatMap(([line, variable, value]) => (line === i + 2 ? [[variable, value]] : [])),
    ),
  }));

const read = (name: string, content: string | Uint8Array): Promise<Microdata> =>
  readMicrodata(SMALL, written(name, content), null);

/** Three faults of each rule, and what is said of them. */
const RULES: readonly (readonly [rule: string, cells: readonly Cell[], said: readonly string[]])[] = [
  [
    "an answer that the codebook does not list",
    [
      [3, "parent", "mother"],
      [4, "rating", "good"],
      [7, "held", "15/07/2020"],
    ],
    [
      'a.csv:3:35: parent is "mother"; expected one of receiving, paying',
      'a.csv:4:62: rating is "good"; expected a whole number from 1 to 10, or dont-know',
      'a.csv:7:4: held is "15/07/2020"; expected a day such as 2023-07-14',
    ],
  ],
  [
    "a number or date out of its range",
    [
      [2, "rating", 11],
      [3, "children", 2.5],
      [7, "since", "2020-07"],
    ],
    [
      'a.csv:2:59: rating is "11"; expected a whole number from 1 to 10, or dont-know',
      'a.csv:3:54: children is "2.5"; expected a whole number from 0 to 20, or prefer-not-to-say',
      'a.csv:7:92: since is "2020-07"; expected March 2003 to June 2020',
    ],
  ],
  [
    "an answer from someone who was not asked",
    [
      [3, "on-time", "yes"],
      [4, "collect", "no"],
      [7, "on-time", "dont-know"],
    ],
    [
      'a.csv:3:53: on-time is "yes"; expected an empty cell: asked of those for whom the service collects',
      'a.csv:4:58: collect is "no"; expected an empty cell: asked of Receiving Parents',
      'a.csv:7:59: on-time is "dont-know"; expected an empty cell: asked of those for whom the service collects',
    ],
  ],
  [
    "no answer from someone who was asked",
    [
      [2, "on-time", ""],
      [3, "collect", ""],
      [7, "rating", ""],
    ],
    [
      "a.csv:2:54: on-time is empty; expected an answer: asked of those for whom the service collects",
      "a.csv:3:50: collect is empty; expected an answer: asked of Receiving Parents",
      "a.csv:7:62: rating is empty; expected an answer: asked of everyone",
    ],
  ],
  [
    "a weight that is missing, zero, negative or no number",
    [
      [2, "weight", ""],
      [3, "weight", 0],
      [4, "weight", -0.5],
      [7, "weight", 0.00000123],
      [8, "weight", "heavy"],
    ],
    [
      "a.csv:2:31: weight is empty; expected a weight above 0",
      'a.csv:3:31: weight is "0"; expected a weight above 0',
      'a.csv:4:31: weight is "-0.5"; expected a weight above 0',
      'a.csv:7:31: weight is "0.00000123", which six decimals do not hold; expected a weight near 1 (multiply all with the same number)',
      'a.csv:8:31: weight is "heavy"; expected a weight above 0',
    ],
  ],
  [
    "an interview that stands twice",
    [
      [3, "interview", "a1"],
      [8, "interview", "a3"],
      [10, "interview", "a1"],
    ],
    [
      'a.csv:3:1: interview is "a1", as at 2:1; expected another one for each interview',
      'a.csv:8:1: interview is "a3", as at 4:1; expected another one for each interview',
      'a.csv:10:1: interview is "a1", as at 2:1; expected another one for each interview',
    ],
  ],
  [
    "a combination of answers that nobody can give",
    [
      [4, "children", 0],
      [7, "children", 0],
      [10, "children", 0],
    ],
    [
      'a.csv:4:33: parent is "paying", children is "0"; expected what can be: a Paying Parent has a child',
      'a.csv:7:33: parent is "paying", children is "0"; expected what can be: a Paying Parent has a child',
      'a.csv:10:33: parent is "paying", children is "0"; expected what can be: a Paying Parent has a child',
    ],
  ],
  [
    "an interview held out of the fieldwork",
    [
      [2, "held", "2020-03-09"],
      [3, "held", "2020-10-01"],
      [7, "held", "2019-07-15"],
    ],
    [
      'a.csv:2:4: held is "2020-03-09", out of the fieldwork; expected 10 March 2020 to 30 September 2020',
      'a.csv:3:4: held is "2020-10-01", out of the fieldwork; expected 10 March 2020 to 30 September 2020',
      'a.csv:7:4: held is "2019-07-15", out of the fieldwork; expected 10 March 2020 to 30 September 2020',
    ],
  ],
  [
    "a contact out of the survey's months",
    [
      [2, "quarter", "2019-10/2019-12"],
      [3, "quarter", "2020-07/2020-09"],
      [7, "quarter", "2020-07"],
    ],
    [
      'a.csv:2:15: quarter is "2019-10/2019-12", out of the survey\'s contacts; expected a contact in January to June 2020',
      'a.csv:3:15: quarter is "2020-07/2020-09", out of the survey\'s contacts; expected a contact in January to June 2020',
      'a.csv:7:15: quarter is "2020-07", out of the survey\'s contacts; expected a contact in January to June 2020',
    ],
  ],
  [
    "an interview held before the period of its contact",
    [
      [3, "held", "2020-03-31"],
      [4, "held", "2020-03-10"],
      [7, "held", "2020-03-11"],
    ],
    [
      'a.csv:3:4: held is "2020-03-31", before the contact in April to June 2020; expected an interview after the contact that it is about',
      'a.csv:4:4: held is "2020-03-10", before the contact in April to June 2020; expected an interview after the contact that it is about',
      'a.csv:7:4: held is "2020-03-11", before the contact in April to June 2020; expected an interview after the contact that it is about',
    ],
  ],
];

/** What is said of a file without lines: the same, with rows and columns for lines and characters. */
const inRows = (said: readonly string[], name: string) =>
  said.map((line) =>
    line
      .replace(
        /^a\.csv:(\d+):\d+: (\S+)/,
        (_, at, variable) => `${name}:${at - 1}:${COLUMNS.indexOf(variable) + 1}: ${variable}`,
      )
      .replace(/as at (\d+):1;/, (_, before) => `as at ${before - 1}:1;`),
  );

/** Texts, with null for an empty cell. */
const textColumns = (rows: readonly Row[]) =>
  COLUMNS.map((name) => ({
    name,
    data: rows.map((row) => (row[name] === undefined || row[name] === "" ? null : String(row[name]))),
  }));

describe("three planted faults of a rule are all said, at their cells", () => {
  it.each(RULES)("%s: CSV", async (_, cells, said) => {
    expect(await faults(read("a.csv", csvOf(planted(cells))))).toEqual(said);
  });

  it.each(RULES)("%s: Parquet", async (_, cells, said) => {
    const columns = textColumns(planted(cells)).map((column) => ({ ...column, type: "STRING" as const }));
    expect(await faults(read("a.parquet", parquetBytes(columns)))).toEqual(inRows(said, "a.parquet"));
  });

  it.each(RULES)("%s: Arrow", async (_, cells, said) => {
    const columns = textColumns(planted(cells)).map(({ name, data }) => [name, data] as const);
    const bytes = tableToIPC(tableFromArrays(Object.fromEntries(columns)), "file");
    expect(await faults(read("a.arrow", bytes))).toEqual(inRows(said, "a.arrow"));
  });

  it("faults of all rules at once", async () => {
    // Each rule in three lines of its own, so that none hides another.
    const all = RULES.flatMap(([, cells], i) =>
      cells.slice(0, 3).map(([line, variable, value]): Cell => [line + 9 * i, variable, value]),
    );
    const rows = RULES.flatMap((_, i) =>
      GOOD.map((row) => ({ ...row, interview: `${row.interview}.${i}` })),
    ).map((row, i) => ({
      ...row,
      ...Object.fromEntries(
        all.flatMap(([line, variable, value]) => (line === i + 2 ? [[variable, value]] : [])),
      ),
    }));
    const said = await faults(read("a.csv", csvOf(rows)));
    // Of the numbers of interviews, only the two that were planted are the same here.
    const lines = said.map((line) => Number(line.split(":")[1]));
    const others = all.filter(([, variable]) => variable !== "interview").map(([line]) => line);
    expect(lines).toEqual([...others, 55].toSorted((a, b) => a - b));
  });
});

describe("absent columns", () => {
  it("are all said, beside what is wrong in the others", async () => {
    const columns = COLUMNS.filter((name) => !["parent", "weight", "item-b"].includes(name));
    const said = await faults(read("a.csv", csvOf(planted([[2, "rating", 0]]), columns)));
    const listed = columns.join(", ");
    expect(said).toEqual([
      `a.csv:1:1: column "item-b" is absent; expected it, or its name in the mapping file: one of ${listed}`,
      `a.csv:1:1: column "parent" is absent; expected it, or its name in the mapping file: one of ${listed}`,
      `a.csv:1:1: column "weight" is absent; expected it, or its name in the mapping file: one of ${listed}`,
      'a.csv:2:45: rating is "0"; expected a whole number from 1 to 10, or dont-know',
    ]);
  });
});

describe("many faults of a rule in a column", () => {
  it("are said up to twenty, and then counted", async () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({ ...GOOD[0], interview: i, rating: 11, weight: 0 }));
    const said = await faults(read("a.csv", csvOf(rows as Row[])));
    expect(said).toHaveLength(42);
    expect(said.slice(40)).toEqual([
      "a.csv:22:31: and 10 more like it; expected a weight above 0",
      "a.csv:22:57: and 10 more like it; expected a whole number from 1 to 10, or dont-know",
    ]);
  });
});

describe("different faults in a column", () => {
  it("are counted apart, so that many of one kind do not hide another", async () => {
    const rows = Array.from({ length: 32 }, (_, i) => ({
      ...GOOD[0],
      ...{ interview: i, rating: i < 30 ? 11 : "good" },
    }));
    const said = await faults(read("a.csv", csvOf(rows as Row[])));
    expect(said).toHaveLength(23);
    expect(said.filter((line) => line.includes("good"))).toHaveLength(2);
  });
});

describe("nothing is wrong with", () => {
  it.each([
    ["an interview in the month in which its period begins", [[3, "held", "2020-04-01"]]],
    [
      "the first and the last day of the fieldwork",
      [
        [2, "held", "2020-03-10"],
        [3, "held", "2020-09-30"],
      ],
    ],
    [
      "the ends of a scale",
      [
        [2, "rating", 1],
        [3, "rating", 10],
      ],
    ],
    [
      "spaces around a cell, and a number with a point",
      [
        [2, "parent", " receiving "],
        [3, "rating", "4.0"],
      ],
    ],
    ["a day and a time", [[3, "held", "2020-07-15T23:59:00.000Z"]]],
  ] as readonly (readonly [string, readonly Cell[]])[])("%s", async (_, cells) => {
    const { interviews } = await read("a.csv", csvOf(planted(cells)));
    expect(interviews.rows).toBe(9);
  });
});

describe("one fault makes no others", () => {
  it.each([
    ["of the parent, whose routing rests on it", [[2, "parent", "x"]]],
    ["of an answer that was not to be given, on which routing rests", [[4, "collect", "yes"]]],
    ["of a missing answer, on which routing rests", [[2, "collect", ""]]],
    ["of a count in an impossible combination", [[4, "children", -1]]],
    ["of a day before the fieldwork and before the contact", [[3, "held", "2020-01-01"]]],
  ] as readonly (readonly [string, readonly Cell[]])[])("%s", async (_, cells) => {
    expect(await faults(read("a.csv", csvOf(planted(cells))))).toHaveLength(1);
  });
});

describe("made-up interviews", () => {
  const marked = (texts: readonly string[]) =>
    csvOf(
      GOOD.map((row, i) => ({ ...row, simulated: texts[i] ?? "compatible world, seed 7" })),
      [...COLUMNS, "simulated"],
    );

  it("say what made them up", async () => {
    const { interviews, unusedColumns } = await read("a.csv", marked([]));
    expect(interviews.simulated).toBe("compatible world, seed 7");
    expect(unusedColumns).toEqual([]);
    expect((await read("a.csv", csvOf(GOOD))).interviews.simulated).toBeNull();
  });

  it("stand in no file with others", async () => {
    expect(await faults(read("a.csv", marked(["compatible world, seed 7", "", "seed 8"])))).toEqual([
      'a.csv:3:94: simulated is empty; expected "compatible world, seed 7" as elsewhere: made-up interviews stand by themselves',
      'a.csv:4:100: simulated is "seed 8"; expected "compatible world, seed 7" as elsewhere: made-up interviews stand by themselves',
    ]);
    const said = await faults(read("a.csv", marked(Array.from({ length: 9 }, () => ""))));
    expect(said).toHaveLength(9);
    expect(said[0]).toBe(
      "a.csv:2:73: simulated is empty; expected what made the interviews up, or no such column",
    );
  });
});
