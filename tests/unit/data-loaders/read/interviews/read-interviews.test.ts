import { chmodSync, mkdirSync, truncateSync } from "node:fs";
import { columnFromArray, decimal, tableFromColumns, tableToIPC } from "@uwdata/flechette";
import * as apache from "apache-arrow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError, readInterviews } from "../../../../../data-loaders/read/index.js";
import {
  arrow,
  arrowOf,
  csv,
  faults,
  lines,
  numbersOf,
  parquet,
  parquetBytes,
  pathOf,
  useFolder,
  written,
} from "./files.js";

useFolder();

const CSV = 'id,region,age,weight,agrees\n1,"North, far",34,0.8,true\n2,,,1.25,false\n3,Süd,70,-2,\n';
const REGION = ["North, far", null, "Süd"];
const AGE = [34, null, 70];
const WEIGHT = [0.8, 1.25, -2];
const AGREES = [true, false, null];

const parquetColumns = () => [
  { name: "id", data: [1n, 2n, 3n], type: "INT64" as const },
  { name: "region", data: REGION, type: "STRING" as const },
  { name: "age", data: AGE, type: "INT32" as const },
  { name: "weight", data: WEIGHT, type: "DOUBLE" as const },
  { name: "agrees", data: AGREES, type: "BOOLEAN" as const },
];

const dictionary = (values: (string | null)[]) =>
  apache.vectorFromArray(values, new apache.Dictionary(new apache.Utf8(), new apache.Int32()));

const arrowTable = () =>
  new apache.Table({
    id: apache.vectorFromArray([1n, 2n, 3n], new apache.Int64()),
    region: dictionary(REGION),
    age: apache.vectorFromArray(AGE, new apache.Int16()),
    weight: apache.vectorFromArray(WEIGHT, new apache.Float64()),
    agrees: apache.vectorFromArray(AGREES, new apache.Bool()),
  });

describe("one table in every kind of file", () => {
  it.each([
    ["CSV", () => csv(CSV)],
    ["CSV with CRLF and a byte order mark", () => csv(`\uFEFF${CSV.replaceAll("\n", "\r\n")}`)],
    ["Parquet, snappy", () => parquet(parquetColumns(), { codec: "SNAPPY" })],
    ["Parquet, uncompressed", () => parquet(parquetColumns(), { codec: "UNCOMPRESSED" })],
    ["Parquet in groups of two rows", () => parquet(parquetColumns(), { rowGroupSize: 2 })],
    ["an Arrow file", () => arrow(arrowTable())],
    ["an Arrow stream", () => arrow(arrowTable(), "stream")],
  ])("%s gives the same columns", async (_kind, read) => {
    const survey = await read();
    expect(survey.rows).toBe(3);
    expect(survey.columns).toEqual(["id", "region", "age", "weight", "agrees"]);
    expect(Object.fromEntries(survey.columns.map((name) => [name, survey.text(name)]))).toEqual({
      id: ["1", "2", "3"],
      region: REGION,
      age: ["34", null, "70"],
      weight: ["0.8", "1.25", "-2"],
      agrees: ["true", "false", null],
    });
    expect(survey.columns.map((name) => survey.isNumeric(name))).toEqual([true, false, true, true, false]);
    expect(numbersOf(survey, "id")).toEqual({ numbers: [1, 2, 3], problems: [] });
    expect(numbersOf(survey, "age")).toEqual({ numbers: [34, Number.NaN, 70], problems: [] });
    expect(numbersOf(survey, "weight")).toEqual({ numbers: [0.8, 1.25, -2], problems: [] });
  });

  it("is known by what it holds, not by its name", async () => {
    const named = written("table.csv", parquetBytes(parquetColumns()));
    expect((await readInterviews(named)).text("region")).toEqual(REGION);
    expect((await readInterviews(written("b.parquet", CSV))).text("region")).toEqual(REGION);
  });

  it("keeps the type of a value in Parquet and Arrow, where a CSV file has only text", async () => {
    for (const survey of [await parquet(parquetColumns()), await arrow(arrowTable())]) {
      expect(survey.column("age")).toEqual({ name: "age", values: AGE });
      expect(survey.column("id").values).toEqual([1, 2, 3]);
      expect(survey.column("agrees").values).toEqual(AGREES);
    }
    expect((await csv(CSV)).column("age")).toEqual({ name: "age", values: ["34", null, "70"] });
  });

  it("keeps any text that is not only spaces", async () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 12 }).map((t) => t.replaceAll(/\r/g, ""));
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        fc.pre(!rows.flat().some((t) => t.includes("\uFFFD")));
        const survey = await csv(`a,b\n${rows.map((row) => `${row.map(quoted).join(",")}\n`).join("")}`);
        const typed = await parquet(
          ["a", "b"].map((name, i) => ({
            name,
            data: rows.map((row) => row[i] ?? ""),
            type: "STRING" as const,
          })),
        );
        const expected = (i: 0 | 1) => rows.map((row) => (row[i].trim() === "" ? null : row[i]));
        expect([survey.text("a"), survey.text("b")]).toEqual([expected(0), expected(1)]);
        expect([typed.text("a"), typed.text("b")]).toEqual([expected(0), expected(1)]);
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe("missing", () => {
  it("is an empty cell, quoted or not, and one of spaces; text is else as it stands", async () => {
    const survey = await csv('a,b\n,x\n"", y \n  ,NA\nnull,.\n');
    expect(survey.text("a")).toEqual([null, null, null, "null"]);
    expect(survey.text("b")).toEqual(["x", " y ", "NA", "."]);
  });

  it("is null in Parquet and Arrow, and text of nothing but spaces", async () => {
    const data = ["x", null, "", " "];
    const expected = ["x", null, null, null];
    expect((await parquet([{ name: "a", data, type: "STRING" }])).text("a")).toEqual(expected);
    const table = new apache.Table({ a: apache.vectorFromArray(data, new apache.Utf8()) });
    expect((await arrow(table)).text("a")).toEqual(expected);
  });

  it("may be all of a column, which is then numeric", async () => {
    const survey = await csv("a,b\n1,\n2,\n");
    expect(survey.isNumeric("b")).toBe(true);
    expect(numbersOf(survey, "b")).toEqual({ numbers: [Number.NaN, Number.NaN], problems: [] });
  });

  it("is every value of a column of nulls", async () => {
    const nulls = new apache.Table({ a: apache.vectorFromArray([null, null], new apache.Null()) });
    expect((await arrow(nulls)).text("a")).toEqual([null, null]);
  });
});

describe("numbers", () => {
  it.each([
    ["1", 1],
    ["-1.5", -1.5],
    ["1e3", 1000],
    ["2.5E-1", 0.25],
    ["+2", 2],
    [".5", 0.5],
    ["5.", 5],
    ["007", 7],
    ["1 ", 1],
    [" 1", 1],
    ["9007199254740991", 9007199254740991],
  ])("reads %j", async (text, number) => {
    const survey = await csv(`a,b\n"${text}",x\n`);
    expect(numbersOf(survey, "a")).toEqual({ numbers: [number], problems: [] });
    expect(survey.isNumeric("a")).toBe(true);
  });

  it.each([
    "1,000",
    "0x10",
    "Infinity",
    "-Infinity",
    "NaN",
    "NA",
    "null",
    ".",
    "-",
    "1e",
    "1 2",
    "1e999",
    "−1",
    "true",
  ])("takes %j for text", async (text) => {
    const survey = await csv(`b,a\nx,"${text}"\n`);
    expect(survey.isNumeric("a")).toBe(false);
    expect(numbersOf(survey, "a")).toEqual({
      numbers: [Number.NaN],
      problems: [
        `a.csv:2:3: a is "${text}"; expected a number such as 57.5, or an empty cell where it is missing`,
      ],
    });
  });

  it("places each text by line and character, past quotes, line endings and blank lines", async () => {
    const survey = await csv('note,w\n"a\nb, c",x\n\nd,1\r\ne,"y"\nf,z');
    expect(numbersOf(survey, "w")).toEqual({
      numbers: [Number.NaN, 1, Number.NaN, Number.NaN],
      problems: [
        'a.csv:3:7: w is "x"; expected a number such as 57.5, or an empty cell where it is missing',
        'a.csv:6:3: w is "y"; expected a number such as 57.5, or an empty cell where it is missing',
        'a.csv:7:3: w is "z"; expected a number such as 57.5, or an empty cell where it is missing',
      ],
    });
  });

  it("places a value of Parquet and Arrow by the number of its row and column", async () => {
    const problems = [
      'w is "x"; expected a number such as 57.5, or null where it is missing',
      'w is "y"; expected a number such as 57.5, or null where it is missing',
    ];
    const columns = { id: [1, 2, 3, 4], w: ["1", "x", "2", "y"] };
    const inParquet = await parquet([
      { name: "id", data: columns.id, type: "INT32" },
      { name: "w", data: columns.w, type: "STRING" },
    ]);
    expect(numbersOf(inParquet, "w").problems).toEqual(
      problems.map((p, i) => `a.parquet:${2 + 2 * i}:2: ${p}`),
    );
    const inArrow = await arrowOf(columns);
    expect(numbersOf(inArrow, "w").problems).toEqual(problems.map((p, i) => `a.arrow:${2 + 2 * i}:2: ${p}`));
  });

  it("shows what is neither text nor a number as it is", async () => {
    const survey = await arrow(
      new apache.Table({
        w: apache.vectorFromArray([Number.NaN, Number.POSITIVE_INFINITY, 1], new apache.Float64()),
        b: apache.vectorFromArray([true, null, false], new apache.Bool()),
      }),
    );
    const expected = "expected a number such as 57.5, or null where it is missing";
    expect(numbersOf(survey, "w")).toEqual({
      numbers: [Number.NaN, Number.NaN, 1],
      problems: [`a.arrow:1:1: w is NaN; ${expected}`, `a.arrow:2:1: w is Infinity; ${expected}`],
    });
    expect(numbersOf(survey, "b").problems).toEqual([
      `a.arrow:1:2: b is true; ${expected}`,
      `a.arrow:3:2: b is false; ${expected}`,
    ]);
    expect(survey.isNumeric("w")).toBe(false);
  });

  it("refuses a whole number beyond 2^53 - 1, which stays whole as text", async () => {
    const data = [9007199254740991n, 9007199254740993n, -9007199254740993n];
    const table = new apache.Table({ n: apache.vectorFromArray(data, new apache.Int64()) });
    const readings: [string, string, Promise<Awaited<ReturnType<typeof csv>>>][] = [
      ["a.csv:3:1", "a.csv:4:1", csv(`n\n${data.join("\n")}\n`)],
      ["a.parquet:2:1", "a.parquet:3:1", parquet([{ name: "n", data, type: "INT64" }])],
      ["a.arrow:2:1", "a.arrow:3:1", arrow(table)],
    ];
    for (const [first, second, reading] of readings) {
      const survey = await reading;
      expect(survey.text("n")).toEqual(data.map(String));
      expect(survey.isNumeric("n")).toBe(false);
      const is = (text: string) =>
        `n is "${text}", which is not held exactly; expected a whole number from -9007199254740991 to 9007199254740991`;
      expect(numbersOf(survey, "n")).toEqual({
        numbers: [9007199254740991, Number.NaN, Number.NaN],
        problems: [`${first}: ${is("9007199254740993")}`, `${second}: ${is("-9007199254740993")}`],
      });
    }
  });

  it("has a problem for each of the first 20 faults, and one that counts the rest", async () => {
    const text = (n: number) => `w\n${"x\n".repeat(n)}`;
    const expected = "expected a number such as 57.5, or an empty cell where it is missing";
    const some = numbersOf(await csv(text(20)), "w").problems;
    expect(some).toHaveLength(20);
    expect(some[19]).toBe(`a.csv:21:1: w is "x"; ${expected}`);
    const many = numbersOf(await csv(text(1023)), "w").problems;
    expect(many).toHaveLength(21);
    expect(many[19]).toBe(`a.csv:21:1: w is "x"; ${expected}`);
    expect(many[20]).toBe(`a.csv:22:1: and 1003 more like it; ${expected}`);
  });
});

it("reads an Arrow stream with a batch of no rows, and batches whose words are in lists of their own", async () => {
  const words = (...values: string[]) =>
    new apache.Table({
      word: apache.vectorFromArray(values, new apache.Dictionary(new apache.Utf8(), new apache.Int32(), 1)),
    }).batches;
  const batches = [words("yes", "no"), words(), words("perhaps", "yes")].flat();
  const bytes = apache.RecordBatchStreamWriter.writeAll(batches).toUint8Array(true);
  const read = await readInterviews(written("batches.arrow", bytes));
  expect(read.column("word").values).toEqual(["yes", "no", "perhaps", "yes"]);
});

describe("types of Parquet and Arrow", () => {
  const DAYS = [new Date("2024-03-01"), new Date("1969-12-31")];
  const TIMES = [new Date("2024-03-01T10:20:30.400Z"), null, new Date("2024-03-01")];

  it("reads a decimal as the number nearest to it", async () => {
    const schema = [
      { name: "root", num_children: 1 },
      {
        name: "d",
        type: "INT32",
        repetition_type: "OPTIONAL",
        converted_type: "DECIMAL",
        scale: 1,
        precision: 5,
      },
    ] as const;
    const data = [0.3, null, 57.5, -0.7];
    const inParquet = await parquet([{ name: "d", data }], { schema: schema.map((e) => ({ ...e })) });
    expect(inParquet.column("d").values).toEqual(data);
    const table = tableFromColumns({ d: columnFromArray([3n, null, 575n, -7n], decimal(5, 1)) });
    const inArrow = await readInterviews(written("d.arrow", tableToIPC(table, { format: "file" }) ?? ""));
    expect(inArrow.column("d").values).toEqual(data);
  });

  it("reads a decimal and a date that are marked only by a logical type", async () => {
    const schema = [
      { name: "root", num_children: 2 },
      {
        name: "d",
        type: "INT32" as const,
        repetition_type: "REQUIRED" as const,
        logical_type: { type: "DECIMAL" as const, precision: 5, scale: 1 },
      },
      {
        name: "day",
        type: "INT32" as const,
        repetition_type: "REQUIRED" as const,
        logical_type: { type: "DATE" as const },
      },
    ];
    const columns = [
      { name: "d", data: [3, 575] },
      { name: "day", data: [0, 19783] },
    ];
    const survey = await parquet(columns, { schema });
    expect(survey.column("d").values).toEqual([0.3, 57.5]);
    expect(survey.text("day")).toEqual(["1970-01-01", "2024-03-01"]);
  });

  it("reads dates and times as ISO 8601, without the time at midnight", async () => {
    const expected = ["2024-03-01T10:20:30.400Z", null, "2024-03-01"];
    const inParquet = await parquet([{ name: "t", data: TIMES, type: "TIMESTAMP" }]);
    expect(inParquet.column("t").values).toEqual(expected);
    const times = new apache.Table({ t: apache.vectorFromArray(TIMES, new apache.TimestampMicrosecond()) });
    expect((await arrow(times)).column("t").values).toEqual(expected);
    const days = new apache.Table({ t: apache.vectorFromArray(DAYS, new apache.DateDay()) });
    expect((await arrow(days)).column("t").values).toEqual(["2024-03-01", "1969-12-31"]);
  });

  it("reads text however it is held", async () => {
    const table = new apache.Table({
      large: apache.vectorFromArray(["a", null], new apache.LargeUtf8()),
      coded: dictionary(["b", null]),
    });
    const survey = await arrow(table);
    expect([survey.text("large"), survey.text("coded")]).toEqual([
      ["a", null],
      ["b", null],
    ]);
  });

  it("refuses lists, records and bytes, each column at its first", async () => {
    const message = (name: string) =>
      `column "${name}" holds lists, records or bytes; expected text, numbers, true or false, or dates`;
    const list = new apache.List(new apache.Field("item", new apache.Int32()));
    const table = new apache.Table({
      a: apache.vectorFromArray([1, 2], new apache.Int32()),
      b: apache.vectorFromArray([null, [1, 2]], list),
      c: apache.vectorFromArray([new Uint8Array([1]), new Uint8Array([2])], new apache.Binary()),
    });
    expect(await faults(arrow(table))).toEqual([
      `a.arrow:1:3: ${message("c")}`,
      `a.arrow:2:2: ${message("b")}`,
    ]);
    const inParquet = parquet([{ name: "j", data: [{ a: 1 }], type: "JSON" }]);
    expect(await faults(inParquet)).toEqual([`a.parquet:1:1: ${message("j")}`]);
  });
});

describe("columns", () => {
  it("that are absent are listed with those there are", async () => {
    const survey = await csv("id,age\n1,2\n");
    const message = 'a.csv:1:1: column "Age" is absent; expected one of id, age';
    expect(survey.has("age")).toBe(true);
    expect(survey.has("Age")).toBe(false);
    expect(numbersOf(survey, "Age")).toEqual({ numbers: [Number.NaN], problems: [message] });
    for (const ask of [
      () => survey.text("Age"),
      () => survey.column("Age"),
      () => survey.isNumeric("Age"),
      () => survey.place("Age", 0),
    ]) {
      expect(said(ask)).toEqual([message]);
    }
  });

  it("with the names of properties of objects are columns like any other", async () => {
    const survey = await csv("constructor,__proto__\n1,2\n");
    expect([survey.text("constructor"), survey.text("__proto__")]).toEqual([["1"], ["2"]]);
    expect(survey.has("toString")).toBe(false);
  });

  it("each have a name of their own", async () => {
    const twice = "expected each column once";
    const none = "expected a name for each column";
    expect(await faults(csv("a,,b,a, \n1,2,3,4,5\n"))).toEqual([
      `a.csv:1:3: column 2 has no name; ${none}`,
      `a.csv:1:6: column "a" is given twice; ${twice}`,
      `a.csv:1:8: column 5 has no name; ${none}`,
    ]);
    const column = (name: string) => ({ name, data: [1], type: "INT32" as const });
    expect(await faults(parquet(["a", "", "a"].map(column)))).toEqual([
      `a.parquet:1:2: column 2 has no name; ${none}`,
      `a.parquet:1:3: column "a" is given twice; ${twice}`,
    ]);
  });

  it("have a place for each row, and for no other", async () => {
    const survey = await csv('id,note\n1,"a\n"\n2,b\n');
    expect([0, 1].map((row) => survey.place("note", row))).toEqual([
      { line: 2, column: 3 },
      { line: 4, column: 3 },
    ]);
    for (const row of [-1, 2, 0.5]) {
      expect(() => survey.place("note", row)).toThrow(
        new RangeError(`row is ${row}; expected a whole number from 0 to 1`),
      );
    }
    expect((await arrow(arrowTable())).place("age", 1)).toEqual({ line: 2, column: 3 });
  });
});

describe("a file that cannot be read", () => {
  it("is absent, or a folder", async () => {
    const expected = "expected a CSV, Parquet or Arrow file";
    expect(await faults(readInterviews(pathOf("none.csv")))).toEqual([
      `none.csv:1:1: the file is absent; ${expected}`,
    ]);
    written("plain", "a\n1\n");
    expect(await faults(readInterviews(`${pathOf("plain")}/b.csv`))).toEqual([
      `b.csv:1:1: the file is absent; ${expected}`,
    ]);
    mkdirSync(pathOf("folder"));
    expect(await faults(readInterviews(pathOf("folder")))).toEqual([
      `folder:1:1: this is a folder; ${expected}`,
    ]);
  });

  it.skipIf(process.getuid?.() === 0)("is closed to the reader", async () => {
    chmodSync(written("closed.csv", "a\n1\n"), 0);
    expect(await faults(readInterviews(pathOf("closed.csv")))).toEqual([
      "closed.csv:1:1: the file may not be read; expected permission to read it",
    ]);
  });

  it("is larger than a file that is read at once", async () => {
    const path = written("large.csv", "a\n1\n");
    truncateSync(path, 2 ** 31);
    expect(await faults(readInterviews(path))).toEqual([
      "large.csv:1:1: the file is too large; expected at most 2 GB",
    ]);
  });

  it.each([
    ["nothing", ""],
    ["blank lines", "\n\n"],
    ["a byte order mark", "\uFEFF"],
  ])("is empty: %s", async (_what, text) => {
    expect(await faults(csv(text))).toEqual([
      "a.csv:1:1: the file is empty; expected the names of the columns, and a row for each interview",
    ]);
  });

  it("has no row", async () => {
    const expected = "expected at least one row after the names of the columns";
    expect(await faults(csv("a,b\n"))).toEqual([`a.csv:1:1: the file has no row; ${expected}`]);
    expect(await faults(parquet([{ name: "a", data: [], type: "INT32" }]))).toEqual([
      `a.parquet:1:1: the file has no row; ${expected}`,
    ]);
    const empty = new apache.Table({ a: apache.vectorFromArray([], new apache.Int32()) });
    expect(await faults(arrow(empty))).toEqual([`a.arrow:1:1: the file has no row; ${expected}`]);
  });

  it("has a row with more or fewer cells than names", async () => {
    expect(await faults(csv("id,note\na\nb,c\nb,c,d\n"))).toEqual([
      "a.csv:2:1: the row has 1 cell; expected 2, one for each column of the first row",
      "a.csv:4:5: the row has 3 cells; expected 2, one for each column of the first row",
    ]);
    const many = await faults(csv(`id,note\n${"a\n".repeat(30)}`));
    expect(many).toHaveLength(21);
    expect(many[20]).toBe(
      "a.csv:22:1: and 10 more like it; expected 2, one for each column of the first row",
    );
  });

  it.each([
    [
      'id,note\n\n"x\ny",b\nc,"d\ne,f\n',
      "a.csv:5:3: the quote that opens this cell is never closed; expected a closing quote",
    ],
    [
      'id,note\n"x\ny",b\na,b "c"\nd,e\n',
      "a.csv:4:3: a quote is out of place in this cell, so the rest of the file was not read; " +
        "expected quotes around the whole cell, and two for a quote inside it",
    ],
    [
      'id,"no"te\n1,2\n',
      "a.csv:1:4: a quote is out of place in this cell, so the rest of the file was not read; " +
        "expected quotes around the whole cell, and two for a quote inside it",
    ],
  ])("has a quote out of place: %j", async (text, fault) => {
    expect(await faults(csv(text))).toEqual([fault]);
  });

  it("has characters that are not UTF-8", async () => {
    const expected = "the cell holds a character that cannot be read; expected a file saved as UTF-8";
    expect(await faults(csv(Buffer.from("größe,b\n1,\n2,é\n3,ü\n", "latin1")))).toEqual([
      `a.csv:1:1: ${expected}`,
      `a.csv:3:3: ${expected}`,
      `a.csv:4:3: ${expected}`,
    ]);
  });

  it.each<[string, Uint8Array | string, string]>([
    ["a.xlsx", "PK\x03\x04....", "a zip archive or an Excel workbook"],
    ["a.sav", "$FL2@(#) SPSS DATA FILE", "an SPSS file"],
    ["a.dta", "<stata_dta><header>", "a Stata file"],
    ["a.csv.gz", new Uint8Array([0x1f, 0x8b, 8, 0]), "compressed by gzip"],
    ["a.feather", "FEA1\0\0\0\0", "a Feather file of version 1"],
    ["b.parquet", "PARE\0\0\0\0", "an encrypted Parquet file"],
    ["a.txt", Buffer.from("\uFEFFa,b\n1,2\n", "utf16le"), "text saved as UTF-16"],
    ["a.bin", "ab\0cd", "of an unknown kind"],
  ])("is of another kind: %s", async (name, content, is) => {
    expect(await faults(readInterviews(written(name, content)))).toEqual([
      `${name}:1:1: the file is ${is}; expected CSV saved as UTF-8, Parquet or Arrow`,
    ]);
  });

  it.each(["PAR1", "PAR1,b", "PAR1_a,b", "ARROW1,b"])(
    "is none with a column of the name %s",
    async (names) => {
      const survey = await csv(`${names}\n${names}\n`);
      expect(survey.columns).toEqual(names.split(","));
    },
  );

  it("is a cut Parquet file", async () => {
    const bytes = parquetBytes(parquetColumns());
    for (const length of [5, 11, 100, bytes.length - 1]) {
      expect(await faults(readInterviews(written("cut.parquet", bytes.subarray(0, length))))).toEqual([
        "cut.parquet:1:1: the file is cut: its end is missing; expected a whole Parquet file",
      ]);
    }
  });

  it("is a damaged Parquet file", async () => {
    const bytes = parquetBytes(parquetColumns());
    const long = bytes.slice();
    new DataView(long.buffer).setUint32(long.length - 8, 1e6, true);
    expect(await faults(readInterviews(written("long.parquet", long)))).toEqual([
      `long.parquet:1:1: the file cannot be read: parquet metadata length 1000000 exceeds available buffer ${
        bytes.length - 8
      }; expected a whole Parquet file`,
    ]);
  });

  it.each(["file", "stream"] as const)("is a cut Arrow %s", async (kind) => {
    const bytes = apache.tableToIPC(arrowTable(), kind);
    for (const length of [8, 200, bytes.length - 8, bytes.length - 1]) {
      expect(await faults(readInterviews(written("cut.arrow", bytes.subarray(0, length))))).toEqual([
        "cut.arrow:1:1: the file is cut: its end is missing; expected a whole Arrow file",
      ]);
    }
  });

  it("is a damaged Arrow stream", async () => {
    const bytes = apache.tableToIPC(arrowTable(), "stream");
    const cut = Buffer.concat([bytes.subarray(0, bytes.length - 72), bytes.subarray(-8)]);
    const [fault] = await faults(readInterviews(written("hole.arrow", cut)));
    expect(fault).toMatch(
      /^hole\.arrow:1:1: the file cannot be read: Expected to read \d+ bytes for message body, but only read \d+\.; expected a whole Arrow file$/,
    );
  });
});

/** The problems of an InputError that is thrown. */
function said(ask: () => unknown): string[] {
  try {
    ask();
  } catch (error) {
    if (error instanceof InputError) return lines(error.problems);
    throw error;
  }
  throw new Error("no error");
}
