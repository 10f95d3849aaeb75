import { describe, expect, it } from "vitest";
import {
  type StatementRow,
  statementRows,
  type WorkedOut,
  type World,
  workOut,
} from "../../../src/analysis/by-statement/index.js";
import { addUp } from "../../../src/analysis/by-statement/proof-lines.js";
import { checkSheet } from "../../../src/analysis/by-statement/sheet.js";
import type { ValueCells } from "../../../src/analysis/value-cells.js";
import { checkSystem } from "../../../src/bounds/index.js";
import { ASKED, factsOf, groupWorld } from "../../../src/findings/age-and-ethnicity/index.js";
import {
  ASSUMED,
  type Assumed,
  type ValueCells as FeeCells,
  feeFactsOf,
  feeWorld,
} from "../../../src/findings/fee-impact/index.js";
import { AROUND, FALLING, type Falling } from "../../../src/findings/fee-impact/options.js";
import { rowsOf } from "../site/fixture.js";
import { Spreadsheet } from "./spreadsheet.js";

const FEE = feeFactsOf(rowsOf("fee-impact-numbers") as unknown as FeeCells[], rowsOf("events") as never);
const FACTS = factsOf(rowsOf("age-and-ethnicity-numbers") as unknown as ValueCells[]);

const fee = (assumed: Assumed, falling: Falling = FALLING.default) =>
  feeWorld(FEE, { assumed, falling, around: AROUND.default });
const ethnicity = (group: string, silence = "no", interview = "full" as "full" | "third") =>
  groupWorld("ethnicity", FACTS, { "ethnicity-asked": group, interview, silence });
const age = (group: string, silence = "no", older = "each" as "each" | "together") =>
  groupWorld("age", FACTS, { "age-asked": group, silence, older });

/** Worlds of both pages, with holes, with cases, with two share vectors and with sums. */
const WORLDS: Readonly<Record<string, World>> = {
  ...Object.fromEntries(ASSUMED.options.map(({ code }) => [`the fall, assuming ${code}`, fee(code)])),
  "the fall of November": fee("both", "november"),
  ...Object.fromEntries(ASKED.ethnicity.options.map(({ code }) => [code, ethnicity(code)])),
  "black, an interview worth a third": ethnicity("black", "no", "third"),
  ...Object.fromEntries(ASKED.age.options.map(({ code }) => [code, age(code)])),
  "35-44, silence read": age("35-44", "yes"),
  "45-54, silence read, 35-54 together": age("45-54", "yes", "together"),
};

const answers = new Map<string, WorkedOut>();
function answerOf(name: string): WorkedOut {
  const { problem, ask } = WORLDS[name] as World;
  let answer = answers.get(name);
  if (answer === undefined) {
    answer = workOut(problem, ask);
    answers.set(name, answer);
  }
  return answer;
}

const without = (rows: readonly StatementRow[], words: string) =>
  rows.filter(({ part, statement }) => part === "without" && statement.includes(words));
const tenths = (rows: readonly StatementRow[]) =>
  rows.map(({ low, high }) => [Math.round((low ?? 0) * 10) / 10, Math.round((high ?? 0) * 10) / 10]);

describe("the rows of an answer", () => {
  it("say of the fall that the pooled figure moves nothing by the words alone", () => {
    const rows = statementRows(answerOf("the fall, assuming nothing"));
    expect(tenths(rows.slice(0, 1))).toEqual([[0, 42.5]]);
    // May 2014 may have been 0 when it need not be above August; February 0 when it need not be around 60%.
    expect(tenths(without(rows, "fell in 3 quarters"))).toEqual([[-62.5, 42.5]]);
    expect(tenths(without(rows, "around 60%"))).toEqual([[0, 100]]);
    expect(without(rows, "all quarters together")).toMatchObject([{ low: 0, high: 42.5, moves: 0 }]);
    expect(rows.map(({ moves }) => moves)).toEqual([0, 62.5, 57.5, 0]);
  });

  it("list assumptions too, without a place, and the ends go back to the words' when one is left out", () => {
    const rows = statementRows(answerOf("the fall, assuming both"));
    expect(tenths(rows.slice(0, 1))).toEqual([[0, 19.3]]);
    for (const words of ["within 5 points", "weigh the same"]) {
      expect(tenths(without(rows, words))).toEqual([[0, 42.5]]);
      expect(without(rows, words)[0]?.locator).toBeNull();
    }
    expect(tenths(without(rows, "all quarters together"))).toEqual([[0, 42.5]]);
  });

  it("say what closes the gap between the two ranges of the Black group", () => {
    const rows = statementRows(answerOf("black"));
    expect(tenths(rows.slice(0, 2))).toEqual([
      [19.5, 33.1],
      [45.4, 60.5],
    ]);
    for (const words of ["White and the Black", "of everyone", "10% of the interviews"])
      expect(tenths(without(rows, words))).toEqual([[19.5, 60.5]]);
    expect(without(rows, "Asian and the White")).toMatchObject([{ moves: 0 }, { moves: 0 }]);
    const moves = rows.map((row) => row.moves);
    expect(moves.slice(2)).toEqual(moves.slice(2).toSorted((a, b) => b - a));
  });

  it("are a smallest conflict where nothing fits", () => {
    const { problem, ask } = ethnicity("black", "yes");
    expect(statementRows(workOut(problem, ask))).toMatchObject([
      { part: "conflict", statement: "Asian: “six out of ten” were satisfied", low: null, high: null },
      { part: "conflict", statement: "Prefer not to say: 20% were satisfied", low: null },
      {
        part: "conflict",
        statement: "Asian and Prefer not to say do not differ significantly",
        locator: null,
      },
    ]);
  });
});

describe.each(Object.keys(WORLDS))("the check by hand of %s", (name) => {
  const world = WORLDS[name] as World;

  it("attains each end with numbers that break no statement", () => {
    const { ends, set } = answerOf(name);
    expect(ends.map(({ value }) => Math.round(value * 1e3))).toEqual(
      set.flat().map((v) => Math.round(v * 1e3)),
    );
    for (const { system } of ends) expect(checkSystem(world.problem, system)).toEqual([]);
  });

  it("proves each end by lines that add up to it, each limit with its reason", () => {
    for (const { end, value, proof } of answerOf(name).ends) {
      expect(proof).not.toBeNull();
      const sums: number[] = [];
      for (const one of proof?.cases ?? []) {
        const { sum, left } = addUp(one, world.ask, end);
        if (one.proves === null) expect(sum).toBeGreaterThanOrEqual(0);
        else {
          expect(sum).toBeCloseTo(one.proves, 6);
          sums.push(sum);
        }
        for (const { limit, from } of left)
          if (from.paths.length === 0) expect([0, 100], JSON.stringify(from)).toContain(limit);
      }
      const proven = end === "low" ? Math.min(...sums) : Math.max(...sums);
      expect(Math.abs(proven - value)).toBeLessThan(0.0015);
    }
  });

  it("has a spreadsheet that works out each end again", () => {
    const answer = answerOf(name);
    const sheet = new Spreadsheet(checkSheet(world, answer));
    const rows = Array.from({ length: sheet.rows }, (_, row) => row);
    const asked = rows.find((row) => sheet.text(row, 0) === "What is asked") ?? -1;
    answer.ends.forEach(({ value }, k) => {
      expect(Math.abs(sheet.value(asked, k + 1) - value)).toBeLessThan(0.0015);
    });
    // Means lie within what is printed of them, and weights sum to one.
    const n = answer.ends.length;
    for (const row of rows.filter((r) => sheet.text(r, 0).startsWith("Printed as "))) {
      const printed = Number(/\d+/.exec(sheet.text(row, 0))?.[0]);
      for (let k = 0; k < n; k++) {
        expect(Math.abs(sheet.value(row, k + 1) - printed)).toBeLessThan(0.5 + 1e-5);
        expect(sheet.value(row, k + 1 + n)).toBeCloseTo(1, 6);
      }
    }
    const bounds = new Map<string, number[]>();
    let title = "";
    for (const row of rows) {
      const first = sheet.text(row, 0);
      if (/nothing lies/.test(first)) title = first.replace(/: .*/, "");
      if (first === "Bound") bounds.set(title, [...(bounds.get(title) ?? []), sheet.value(row, 4)]);
      if (first.startsWith("0 would have to be")) expect(sheet.value(row, 4)).toBeGreaterThanOrEqual(0);
    }
    const proven = [...bounds].map(([of, all]) =>
      of.startsWith("Lowest") ? Math.min(...all) : Math.max(...all),
    );
    expect(proven).toHaveLength(n);
    answer.ends.forEach(({ value }, k) => {
      expect(Math.abs((proven[k] ?? Number.NaN) - value), `${value}`).toBeLessThan(0.0015);
    });
  });
});

it("a limit names the statements that give it: Black is above those who prefer not to say", () => {
  const [lowest] = answerOf("black").ends;
  const [line] = addUp(lowest?.proof?.cases[0] as never, WORLDS.black?.ask as never, "low").left;
  const paths = new Map(answerOf("black").statements.map(({ path, name }) => [path, name]));
  expect(line).toMatchObject({ name: "black", times: 1, limit: 19.5, sense: "at least" });
  expect(line?.from.curve).toBe(false);
  expect(line?.from.paths.map((path) => paths.get(path))).toEqual([
    "Prefer not to say: 20% were satisfied",
    "those who prefer not to say are the least satisfied",
  ]);
});
