import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { StatementRow } from "../../../src/analysis/by-statement/columns.js";
import {
  drawn,
  placeText,
  rangesOf,
  statementAlt,
  statementReadout,
  statementRows,
} from "../../../src/figures/statement-rows.js";

const { document } = new JSDOM("").window;
const row = (given: Partial<StatementRow>): StatementRow => ({
  ...{
    part: "without",
    statement: "a leads",
    locator: "x: Figure 1",
    kind: "bounded",
    low: 0,
    high: 100,
    moves: 0,
  },
  ...given,
});
const ROWS = [
  row({ part: "all", statement: "All statements together", locator: null, low: 10.04, high: 20 }),
  row({ part: "all", statement: "All statements together", locator: null, low: 40, high: 50.01 }),
  row({ low: 10, high: 50, moves: 20 }),
  row({ statement: "weights", locator: null, low: 10, high: 20 }),
  row({ statement: "weights", locator: null, low: 40, high: 50 }),
];
const CONFLICT = [
  row({ part: "conflict", low: null, high: null }),
  row({ part: "conflict", statement: "b leads", locator: null, low: null, high: null }),
];
const OPTIONS = {
  ...{ domain: [0, 100] as const, ticks: [0, 100], tickLabel: String, decimals: 1, unit: "%", colour: "red" },
  document,
};

describe("a chart of statements", () => {
  it("has one row for each statement that moves the range, and names the others in one line", () => {
    const rows = rangesOf(ROWS);
    expect(rows.map(({ ranges }) => ranges.length)).toEqual([2, 1, 2]);
    expect(drawn(rows).map(({ statement }) => statement)).toEqual(["All statements together", "a leads"]);
    expect(statementReadout(rows, "%")).toBe(
      "Given all statements: 10.0 to 20 or 40 to 50.1%. Leaving out one of these alone moves nothing: weights.",
    );
    expect(statementReadout(rows.slice(0, 2), "%")).toMatch(/Leaving out any one of them moves it\.$/);
    expect(statementAlt(rows, "%")).toContain("without “a leads”: 10 to 50");
  });

  it("says where a statement stands, and that an assumption stands nowhere", () => {
    expect(rangesOf(ROWS).map(placeText)).toEqual(["", "Figure 1", "an assumption, not in the report"]);
  });

  it("draws a band for each interval, and behind each row that of all statements", () => {
    for (const width of [332, 680]) {
      const svg = statementRows(rangesOf(ROWS), { ...OPTIONS, width });
      expect(svg.querySelectorAll("rect").length).toBe(3 + 2);
      expect(svg.textContent).toContain("without it 10 to 50%");
    }
  });

  it("shows statements that cannot all be true without a band or an axis", () => {
    const rows = rangesOf(CONFLICT);
    const svg = statementRows(rows, { ...OPTIONS, width: 680 });
    expect(svg.querySelectorAll("rect").length).toBe(0);
    expect(svg.textContent).toContain("cannot all be true");
    expect(svg.textContent).toContain("B leads");
    expect(statementReadout(rows, "%")).toMatch(/^No figures fit/);
    expect(statementAlt(rows, "%")).toBe("No figures fit. These cannot all be true: a leads; b leads.");
  });
});
