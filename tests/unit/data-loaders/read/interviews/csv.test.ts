import { expect, it } from "vitest";
import { parseCsv } from "../../../../../data-loaders/read/csv.js";
import { readCsv } from "../../../../../data-loaders/read/interviews/csv.js";
import { faults } from "./files.js";

const read = (text: string, longest?: number) => readCsv("x.csv", Buffer.from(text), longest);

it("places each cell where parseCsv does", () => {
  const text = '\uFEFFid,"no\r\nte",c\r\n\r\n𝛼,"say ""so, ""\n\n",x\n"",é,\n\n1,2,"3"';
  const csv = read(text);
  const { rows } = parseCsv(text, "x.csv");
  expect(csv.rows).toBe(3);
  const places = rows.map((cells, row) => cells.map((_, column) => csv.place(row - 1, column)));
  expect(places).toEqual(rows.map((cells) => cells.map(({ line, column }) => ({ line, column }))));
});

it("keeps a row whose only cell is quoted and empty, and passes over a blank line", () => {
  expect(read('a\n""\n\nb\n').columns[0]?.values).toEqual([null, "b"]);
});

it("keeps every text of a column with more than a thousand different ones", () => {
  const texts = Array.from({ length: 3000 }, (_, i) => `t${i % 1500}`);
  expect(read(`a\n${texts.join("\n")}`).columns[0]?.values).toEqual(texts);
});

it("reports a file larger than a text can be", async () => {
  const reading = Promise.resolve().then(() => read(`a\n${"1\n".repeat(1e6)}`, 2_000_001));
  expect(await faults(reading)).toEqual([
    "x.csv:1:1: the file is too large for CSV; expected at most 2 MB, or the same table as Parquet or Arrow",
  ]);
  expect(read("a\n1\n", 4).rows).toBe(1);
});
