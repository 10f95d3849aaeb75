import { describe, expect, it } from "vitest";
import { readMicrodata } from "../../../../../data-loaders/interviews/mapping/index.js";
import type { Codebook, Variable } from "../../../../../src/model/codebook.js";
import { all, is } from "../../../../../src/model/condition.js";
import { faults, useFolder, written } from "../../read/interviews/files.js";
import { csvOf, GOOD, type Row, SMALL } from "./small-survey.js";

useFolder();

const basis = { assumed: "made up for tests" };
const read = (codebook: Codebook, rows: readonly Row[]) => {
  const columns = codebook.variables.map(({ id }) => id);
  return readMicrodata(codebook, written("a.csv", csvOf(rows, columns)), null);
};
const said = (codebook: Codebook, rows: readonly Row[]) => faults(read(codebook, rows));
/** The survey with a variable more. */
const withOne = (variable: Variable): Codebook => ({ ...SMALL, variables: [variable, ...SMALL.variables] });
/** The good interviews with one cell of another value in the first. */
const first = (variable: string, value: string | number, others: string | number) =>
  GOOD.map((row, i): Row => ({ ...row, [variable]: i === 0 ? value : others }));

describe("a number with decimals", () => {
  const paid = (above: boolean) =>
    withOne({ kind: "number", id: "amount", label: "Amount", basis, lowest: 0, above });

  it("is at its lowest end only where that belongs to it", async () => {
    expect(await said(paid(true), first("amount", 0, 57.5))).toEqual([
      'a.csv:2:1: amount is "0"; expected a number above 0',
    ]);
    const { interviews } = await read(paid(false), first("amount", 0, 57.5));
    expect([0, 1].map(interviews.reader("amount"))).toEqual([0, 57.5]);
    expect(await said(paid(false), first("amount", -0.01, 57.5))).toEqual([
      'a.csv:2:1: amount is "-0.01"; expected a number of 0 or more',
    ]);
  });

  it("is no word", async () => {
    expect(await said(paid(true), first("amount", "much", 57.5))).toEqual([
      'a.csv:2:1: amount is "much"; expected a number such as 57.5',
    ]);
  });
});

describe("a period of contact", () => {
  it("that is a month is one of the survey's, even where the column may hold others", async () => {
    const month = withOne({
      ...{ kind: "date", id: "month", label: "Month", basis },
      ...{ precision: "month", from: "2019-01", to: "2021-12" },
    });
    const monthly = { ...month, roles: { ...SMALL.roles, period: "month" } };
    expect(await said(monthly, first("month", "2019-12", "2020-02"))).toEqual([
      'a.csv:2:1: month is "2019-12", out of the survey\'s contacts; expected a contact in January to June 2020',
    ]);
  });

  it("that is none of its answers is out of the survey's months only where it is", async () => {
    expect(await said(SMALL, first("quarter", "2020-02", "2020-01/2020-03"))).toEqual([
      'a.csv:2:15: quarter is "2020-02"; expected one of 2020-01/2020-03, 2020-04/2020-06',
    ]);
  });
});

it("many interviews of one impossible combination do not hide those of another", async () => {
  const [childless] = SMALL.impossible;
  const when = all(is("parent", "paying"), is("health", "none"));
  const healthy = { id: "paying-healthy", statement: "no Paying Parent is healthy", when, basis };
  const two = { ...SMALL, impossible: childless === undefined ? [] : [childless, healthy] };
  const paying = GOOD.find(({ parent }) => parent === "paying") as Row;
  const rows = Array.from(
    { length: 27 },
    (_, i): Row => ({ ...paying, interview: `p${i}`, ...(i < 25 ? { children: 0 } : { health: "none" }) }),
  );
  const lines = await said(two, rows);
  expect(lines.filter((line) => line.includes("no Paying Parent is healthy"))).toHaveLength(2);
  expect(lines.filter((line) => line.includes("a Paying Parent has a child"))).toHaveLength(21);
});
