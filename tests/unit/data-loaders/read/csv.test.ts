import { describe, expect, it } from "vitest";
import { parseCsv } from "../../../../data-loaders/read/csv.js";
import { formatProblem } from "../../../../data-loaders/read/problem.js";
import { cellStarts } from "../../../../src/model/cell-starts.js";

/** Each cell as `line:column text`. */
const cells = (text: string) =>
  parseCsv(text, "x.csv").rows.map((row) => row.map((c) => `${c.line}:${c.column} ${c.text}`));

const problems = (text: string) => parseCsv(text, "x.csv").problems.map(formatProblem);

describe("parseCsv", () => {
  it("gives the line and column where each cell begins", () => {
    expect(cells("id,note\na,bc\n")).toEqual([
      ["1:1 id", "1:4 note"],
      ["2:1 a", "2:3 bc"],
    ]);
  });

  it("counts lines inside a quoted cell, for the cells and rows after it", () => {
    expect(cells('id,note,end\na,"one\ntwo, three",b\nc,d,e\n')).toEqual([
      ["1:1 id", "1:4 note", "1:9 end"],
      ["2:1 a", "2:3 one\ntwo, three", "3:13 b"],
      ["4:1 c", "4:3 d", "4:5 e"],
    ]);
  });

  it("reads two quotes inside a quoted cell as one", () => {
    expect(cells('id,note\n"say ""so, ""","x"\n')[1]).toEqual(['2:1 say "so, "', "2:16 x"]);
  });

  it("reads CRLF as LF, inside a cell too, and counts it as one line", () => {
    expect(cells('id,note\r\na,"b\r\nc"\r\nd,e\r\n')).toEqual([
      ["1:1 id", "1:4 note"],
      ["2:1 a", "2:3 b\nc"],
      ["4:1 d", "4:3 e"],
    ]);
  });

  it("passes over a byte order mark, which takes no column", () => {
    expect(cells("\uFEFFid,note\na,b\n")[0]).toEqual(["1:1 id", "1:4 note"]);
  });

  it("counts a character outside ASCII as one column, also one of two code units", () => {
    expect(cells("id,note\n£é,b\n𝛼,c\n")).toEqual([
      ["1:1 id", "1:4 note"],
      ["2:1 £é", "2:4 b"],
      ["3:1 𝛼", "3:3 c"],
    ]);
  });

  it("passes over blank lines, and needs no line ending at the end", () => {
    expect(cells("id\n\na\n\nb")).toEqual([["1:1 id"], ["3:1 a"], ["5:1 b"]]);
  });

  it("places a row with too few cells at its first cell, one with too many at the first too many", () => {
    expect(problems("id,note\na\nb,c,d\n")).toEqual([
      "x.csv:2:1: the row has 1 cell; expected 2, one for each column of the first row",
      "x.csv:3:5: the row has 3 cells; expected 2, one for each column of the first row",
    ]);
  });

  it("places a quote that is never closed at its cell, and keeps the rows before it", () => {
    const text = 'id,note\na,b\nc,"d\ne,f\n';
    expect(problems(text)).toEqual([
      "x.csv:3:3: the quote that opens this cell is never closed; expected a closing quote",
    ]);
    expect(cells(text)).toHaveLength(2);
    expect(parseCsv(text, "x.csv").whole).toBe(false);
  });

  it.each(['id,note\na,b "c"\nd,e\n', 'id,note\na,"b" c\nd,e\n'])(
    "places a stray quote at its cell: %j",
    (text) => {
      expect(problems(text)).toEqual([
        "x.csv:2:3: a quote is out of place in this cell, so the rest of the file was not read; " +
          "expected quotes around the whole cell, and two for a quote inside it",
      ]);
    },
  );

  it("places a character that is not UTF-8 at its cell", () => {
    expect(problems("id,note\na,20\uFFFD\n")).toEqual([
      "x.csv:2:3: the cell holds a character that cannot be read; expected a file saved as UTF-8",
    ]);
  });

  it("reads an empty text as no rows", () => {
    expect(parseCsv("", "x.csv")).toEqual({ rows: [], problems: [], whole: true });
  });
});

describe("cellStarts", () => {
  it("gives one place for each cell, from the line given", () => {
    expect(cellStarts('a,"b\n,c",,d\n', 7)).toEqual([
      { line: 7, column: 1 },
      { line: 7, column: 3 },
      { line: 8, column: 5 },
      { line: 8, column: 6 },
    ]);
  });
});
