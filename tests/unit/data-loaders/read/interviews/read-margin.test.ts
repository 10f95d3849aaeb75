import { describe, expect, it } from "vitest";
import { readMargin } from "../../../../../data-loaders/read/index.js";
import { faults, parquetBytes, pathOf, useFolder, written } from "./files.js";

useFolder();

const margin = (text: string) => readMargin(written("m.csv", text));

describe("readMargin", () => {
  it("gives the variable, its levels and their totals in the order of the file", async () => {
    const sex = await margin('sex,people\n\n"male, all",490\nfemale, 510.5\nother,0\n');
    expect(sex.variable).toBe("sex");
    expect(sex.levels).toEqual(["male, all", "female", "other"]);
    expect(sex.totals).toEqual([490, 510.5, 0]);
  });

  it("places a level, and throws for one that is not there", async () => {
    const sex = await margin("sex,people\n\nmale,490\nfemale,510\n");
    expect(sex.place("female")).toEqual({ line: 4, column: 1 });
    expect(() => sex.place("Female")).toThrow(
      new RangeError('level is "Female"; expected one of male, female'),
    );
  });

  it("reads the other kinds of file too, with numbers as levels", async () => {
    const columns = [
      { name: "band", data: [1, 2], type: "INT32" as const },
      { name: "people", data: [10n, 20n], type: "INT64" as const },
    ];
    const band = await readMargin(written("m.parquet", parquetBytes(columns)));
    expect([band.levels, band.totals]).toEqual([
      ["1", "2"],
      [10, 20],
    ]);
  });

  it("reports every level that is missing or given twice, and every count that is no number of 0 or more", async () => {
    const text = 'sex,people\nmale,490\n,1\nmale,2\na,-5\nb,many\nc,\nd,"1,000"\nd,NaN\n';
    const twice = "is given twice; expected each level once";
    const count = "expected a number of 0 or more";
    expect(await faults(margin(text))).toEqual([
      "m.csv:3:1: sex is empty; expected a level in each row",
      `m.csv:4:1: sex "male" ${twice}`,
      `m.csv:5:3: people is "-5"; ${count}`,
      `m.csv:6:3: people is "many"; ${count}`,
      `m.csv:7:3: people is empty; ${count}`,
      `m.csv:8:3: people is "1,000"; ${count}`,
      `m.csv:9:1: sex "d" ${twice}`,
      `m.csv:9:3: people is "NaN"; ${count}`,
    ]);
  });

  it("counts the rest after 20 faults of a kind", async () => {
    const many = await faults(margin(`sex,people\n${"a,1\n".repeat(30)}`));
    expect(many).toHaveLength(21);
    expect(many[20]).toBe("m.csv:23:1: and 9 more like it; expected each level once");
  });

  it.each([
    ["sex\nmale\n", "1 column"],
    ["sex,people,share\nmale,1,0.5\n", "3 columns"],
  ])("needs two columns: %j", async (text, has) => {
    expect(await faults(margin(text))).toEqual([
      `m.csv:1:1: the file has ${has}; expected two: a variable, and the count of the population at each of its levels`,
    ]);
  });

  it("reports a file that cannot be read as readInterviews does", async () => {
    expect(await faults(readMargin(pathOf("none.csv")))).toEqual([
      "none.csv:1:1: the file is absent; expected a CSV, Parquet or Arrow file",
    ]);
  });
});
