import { describe, expect, it } from "vitest";
import type { LostNumber } from "../../../../src/analysis/own-table/numbers.js";
import { tableProblemText } from "../../../../src/analysis/own-table/read-cells.js";
import { nameOf, readTable } from "../../../../src/analysis/own-table/read-table.js";
import { tableTemplate } from "../../../../src/components/own-table/own-table-form.js";
import { missingCommand } from "../../../../tools/missing.js";
import { runHere } from "../../data-loaders/audit/raw-copy.js";
import { AGES, ETHNICITIES, LINES, QUARTERS } from "./asked.js";

/** What is found, by the end of the id. */
const found = (text: string, asked: readonly LostNumber[] = AGES) => {
  const reading = readTable(text, asked);
  expect(reading.problems.map(tableProblemText)).toEqual([]);
  return Object.fromEntries(
    reading.found.map(({ id, printed }) => [id.replace(/^.*satisfied\.(?:age-|ethnicity-)?/, ""), printed]),
  );
};
const problems = (text: string, asked: readonly LostNumber[] = AGES) =>
  readTable(text, asked).problems.map(tableProblemText);
const left = (text: string, asked: readonly LostNumber[] = AGES) =>
  readTable(text, asked).left.map(tableProblemText);

const FOUR = { "25-34": "48.2", "35-44": "40", "45-54": "36", "55-plus": "35" };
const PERCENTAGE = "a percentage from 0 to 100, such as 39, 39.4 or 39%";

describe("our own form", () => {
  it("is the template with its last column filled in", () => {
    const [header, ...rows] = tableTemplate(AGES).trim().split("\n");
    expect(header).toBe("id,label,printed");
    expect(rows[0]).toBe(
      "ces-2023-24.satisfied.age-25-34,Satisfied with the service overall: Aged 25 to 34,",
    );
    const filled = [header, ...rows.map((row, i) => `${row}${Object.values(FOUR)[i]}`)].join("\n");
    expect(found(filled)).toEqual(FOUR);
  });

  it("is also what the command prints, with rows of other figures passed over", async () => {
    const all = (await runHere(missingCommand, "--csv")).stdout.replace(
      /^(ces-2023-24\.satisfied\.(?:age-25-34|health-none),.*,)$/gm,
      "$148.2",
    );
    expect(found(all)).toEqual({ "25-34": "48.2" });
    expect(left(all)).toEqual([
      expect.stringMatching(
        /^\d+:1: "ces-2023-24\.satisfied\.health-none" is no number of this figure; expected one of its 4 ids$/,
      ),
    ]);
  });

  it("lists every bad cell with line and column, and takes nothing then", () => {
    const id = (group: string) => `ces-2023-24.satisfied.age-${group}`;
    const text = `id,what,printed\n${id("25-34")},a,thirty\n${id("35-44")},"b, c",140\n${id("45-54")}\n`;
    expect(problems(text)).toEqual([
      `2:35: "thirty" is no percentage; expected ${PERCENTAGE}`,
      `3:40: "140" is above 100; expected ${PERCENTAGE}`,
      "4:1: the row has 1 cell; expected 3, one for each column of the first row",
    ]);
    expect(problems("id,number\na,1\n")).toEqual([
      "1:4: the table has a column id and none named printed; expected a column printed",
    ]);
  });
});

describe("a plain table", () => {
  it.each([
    ["in rows", "Age,Satisfied\n25 to 34,48.2\n35 to 44,40\n45 to 54,36\n55 and over,35"],
    ["in columns", ",Aged 25-34,35–44,45 - 54,55+\nSatisfied,48.2,40,36,35"],
    ["with percent signs", "25-34 years,48.2%\n35-44 years,40 %\n45-54 years,36 per cent\n55 plus,35%"],
    [
      "of tabs",
      "Age group\tSatisfied (%)\tBase\n25-34\t48.2\t506\n35-44\t40\t970\n45-54\t36\t575\n55+\t35\t115",
    ],
    ["of semicolons", "Age;Satisfied\n25-34;48.2\n35-44;40\n45-54;36\n55 or over;35"],
    ["with quotes", '"Age","Satisfied"\n"Aged 25 to 34","48.2"\n"35-44","40"\n"45-54","36"\n"55+","35"'],
    ["with a byte order mark and CRLF", "\uFEFFAge,%\r\n25-34,48.2\r\n35-44,40\r\n45-54,36\r\n55+,35\r\n"],
    [
      "below a title, above a note",
      "Table 10: by age\n\nAge,%\n25-34 [1],48.2\n35-44,40\n45-54,36\n55+,35\n[1] small",
    ],
    [
      "with other measures beside",
      ",25-34,35-44,45-54,55+\nSatisfied,48.2,40,36,35\nDissatisfied,30,41,42,43\nBase,506,970,575,115",
    ],
  ])("is read %s", (_, text) => {
    expect(found(text)).toEqual(FOUR);
  });

  it("keeps decimals as printed, and may have some of the numbers only", () => {
    expect(found("25-34,48.0\n55+,35.00%")).toEqual({ "25-34": "48.0", "55-plus": "35.00" });
  });

  it("knows ethnic groups by their usual names", () => {
    expect(
      found("Black/African/Caribbean/Black British,50\nWhite,38.4\nMixed/Other,44\nAsian,60", ETHNICITIES),
    ).toEqual({ black: "50", white: "38.4", "other-mixed": "44" });
  });

  it.each([
    "Nov 2013",
    "November 2013",
    "Nov-13",
    "2013-11",
    "Sep-Nov 2013",
    "September to November 2013",
    "Sept 2013 to Nov 2013",
    "Quarter ending November 2013",
    "2013-09/2013-11",
  ])("knows the quarter by %s", (label) => {
    // biome-ignore format: names
    expect(found(`Quarter,Satisfied\n${label},61.5`, QUARTERS)).toEqual({ "2013-11": "61.5" });
  });

  it("does not take the first month of a quarter for the quarter", () => {
    expect(problems("Quarter,Satisfied\nSep 2013,61.5", QUARTERS)[0]).toMatch(
      /^1:1: no number of this figure/,
    );
  });

  it("crosses groups with periods, and tells the quarters of one survey from the months of another", () => {
    const cms = ",Nov 2014,Feb 2015\nWith CSA history,55,54\nNo CSA history,60,61";
    expect(found(cms, LINES)).toEqual({
      "csa-past.2014-11": "55",
      "csa-past.2015-02": "54",
      "csa-none.2014-11": "60",
      "csa-none.2015-02": "61",
    });
    expect(found("Month,Received letter,No letter\nNov 2014,70,81", LINES)).toEqual({
      "letter-received.2014-11": "70",
      "letter-not-received.2014-11": "81",
    });
  });

  it("reaches over merged cells of a header, so that another group's column is not everyone's", () => {
    const text = ",All,,Receiving Parents,\n,Nov 2013,Feb 2014,Nov 2013,Feb 2014\nSatisfied,61,62,55,56";
    expect(found(text, QUARTERS)).toEqual({ "2013-11": "61", "2014-02": "62" });
    expect(left(text, QUARTERS)).toEqual([
      '3:17: "55" is about Receiving Parents, not in this figure; expected a label of this figure in its row or column',
      '3:20: "56" is about Receiving Parents, not in this figure; expected a label of this figure in its row or column',
    ]);
  });

  it("reads a title for the group that it is about", () => {
    const text = "Table 2: satisfaction of Receiving Parents\nQuarter,Satisfied\nNov 2013,55";
    expect(readTable(text, QUARTERS).found).toEqual([]);
    expect(left(text, QUARTERS)[0]).toMatch(/^3:10: "55" is about Receiving Parents/);
  });
});

describe("what is not sure is a problem, and never a guess", () => {
  it("a share that can be a percentage", () => {
    expect(problems("25-34,0.48\n35-44,0.4\n45-54,36%")).toEqual([
      '1:7: "0.48" can be a share or a percentage; expected a percent sign, as in 48% or 0.48%',
      '2:7: "0.4" can be a share or a percentage; expected a percent sign, as in 40% or 0.4%',
    ]);
    expect(found("25-34,0.48%")).toEqual({ "25-34": "0.48" });
  });

  it.each([
    ["25-34;39,5\n35-44;40", '1:7: "39,5" has a comma; expected a decimal point, as in 39.4'],
    ["25-34,101", `1:7: "101" is above 100; expected ${PERCENTAGE}`],
    ["25-34,-4", `1:7: "-4" is no percentage; expected ${PERCENTAGE}`],
    ["25-34,4O.2", `1:7: "4O.2" is no percentage; expected ${PERCENTAGE}`],
    ['25-34,"48', "1:7: the quote that opens this cell is never closed; expected a closing quote"],
    [
      '25-34,4"8',
      "1:7: a quote is out of place; expected quotes around the whole cell, and two for a quote inside it",
    ],
    ["", "1:1: the table is empty; expected a row a number"],
    [
      "Age,Pleased\n25-34,48",
      '2:7: "48" stands under "Pleased", a label that we do not know; expected "satisfied", or no such label',
    ],
    [
      "25-34,35-44,48",
      "1:13: the labels say both Aged 25 to 34 and Aged 35 to 44; expected labels with one meaning",
    ],
  ])("%j", (text, problem) => {
    // biome-ignore format: one line a case
    expect(problems(text)).toEqual([problem]);
    expect(readTable(text, AGES).found.length === 0 || problems(text).length > 0).toBe(true);
  });

  it("words among numbers, and not words beside them", () => {
    const forty = (column: number, line: number) =>
      `${line}:${column}: "forty" is no percentage; expected ${PERCENTAGE}`;
    expect(problems("25-34,48\n35-44,forty")).toEqual([forty(7, 2)]);
    expect(problems("Age group,25-34,35-44\nSatisfied,48,forty")).toEqual([forty(14, 2)]);
    expect(found("Age group,Satisfied,Note\n25-34,48,few asked\n35-44,40,")).toEqual({
      "25-34": "48",
      "35-44": "40",
    });
  });

  it("two numbers for one group, unless one stands under the measure's name", () => {
    expect(problems("25-34,48,50")).toEqual([
      '1:7: "48" is one of 2 numbers for Aged 25 to 34; expected one number, or a column named satisfied',
      '1:10: "50" is one of 2 numbers for Aged 25 to 34; expected one number, or a column named satisfied',
    ]);
    expect(problems("Age,Satisfied,Satisfied\n25-34,48,50")).toHaveLength(2);
    expect(found(",Satisfied,\n25-34,48,\n")).toEqual({ "25-34": "48" });
  });

  it("a table without any number of the figure: says which rows it needs, and what it passed over", () => {
    expect(problems("Women,47\nMen,32")).toEqual([
      "1:1: no number of this figure was found; 2 other cells were passed over; expected rows or columns for Aged 25 to 34; Aged 35 to 44; Aged 45 to 54; Aged 55 and over",
    ]);
    expect(left("Women,47\nMen,32")).toEqual([
      '1:7: "47" is about Women, not in this figure; expected a label of this figure in its row or column',
      '2:5: "32" is about Men, not in this figure; expected a label of this figure in its row or column',
    ]);
  });

  it("a withheld number is left, and said", () => {
    expect(found("25-34,48\n55+,[c]")).toEqual({ "25-34": "48" });
    expect(left("25-34,48\n55+,[c]")).toEqual([
      '2:5: "[c]" stands for a number that is not given; expected a percentage',
    ]);
  });
});

it("every number that a figure asks for has a name of its own, under which it is found", () => {
  for (const asked of [AGES, ETHNICITIES, QUARTERS]) {
    expect(new Set(asked.map(nameOf)).size).toBe(asked.length);
    const table = asked.map((number, i) => `${nameOf(number).replaceAll(",", "")},${i + 1}`).join("\n");
    expect(readTable(table, asked).found.map(({ id }) => id)).toEqual(asked.map(({ id }) => id));
  }
  expect([AGES.length, ETHNICITIES.length, QUARTERS.length, LINES.length]).toEqual([4, 3, 12, 84]);
});
