import { describe, expect, it } from "vitest";
import type { FromInterviews } from "../../../../../data-loaders/interviews/beside-printed/from-interviews.js";
import type { Draft } from "../../../../../data-loaders/made-up/compatible/draft.js";
import { dayBetween, daysOf, dealt, drawn } from "../../../../../data-loaders/made-up/compatible/draws.js";
import { disagreements } from "../../../../../data-loaders/made-up/compatible/find-world.js";
import { inOrder } from "../../../../../data-loaders/made-up/compatible/in-order.js";
import { printedOf } from "../../../../../data-loaders/made-up/compatible/printed.js";
import { randomOf } from "../../../../../data-loaders/made-up/index.js";
import { above, significantlyAbove } from "../../../../../src/claims/condition.js";
import { value } from "../../../../../src/claims/term.js";
import { claim, made, percent } from "../../../claims/ledger.js";
import { LIBRARY } from "../../codebooks/made-up-survey.js";
import { RAW } from "../../codebooks/raw.js";

describe("what is printed", () => {
  const printed = printedOf(RAW, "ces-2023-24");

  it("are numbers of interviews, and the percentages that a printed one is rounded from, a little inside", () => {
    expect([printed.base("all"), printed.base("answered.age-16-24")]).toEqual([2280, 65]);
    for (const { id, printed: digits, low, high } of RAW.values) {
      const isRounded = low !== null && high !== null && low < high;
      if (!id.startsWith("ces-2023-24.") || !isRounded || digits === null) continue;
      const [from, to] = printed.span(id.replace("ces-2023-24.", ""));
      expect(from, id).toBeGreaterThan(low);
      expect(to, id).toBeLessThan(high);
      expect(to - from, id).toBeGreaterThan(0.9 * (high - low));
    }
    const [from, to] = printed.span("satisfied");
    expect([Math.round(from + 0.05), Math.round(to - 0.05)]).toEqual([39, 39]);
  });
});

describe("what interviews do not agree with", () => {
  const ledger = made({
    numbers: [percent("a", "50"), percent("b", "50"), percent("c", null), percent("d", null)],
    claims: [
      [claim("printed-false"), above(value("b"), value("a"))],
      [claim("lost"), above(value("d"), value("c"))],
      [claim("true"), above(value("a"), value("b"))],
    ],
  });
  const numbers = { a: 50.4, b: 49.6, c: 31, d: 30 };
  const beside = {
    values: Object.entries(numbers).map(([id, number]) => ({
      ...{ value: { id }, number, asked: {}, verdict: id === "a" ? "differs" : "agrees" },
    })),
    bases: ["base-1", "base-2"].map((id) => ({
      base: { id },
      number: 10,
      verdict: id === "base-2" ? "differs" : "agrees",
    })),
    estimates: { tables: [], find: () => null },
  } as unknown as FromInterviews;

  it("are values, numbers of interviews, and sentences but for those that the printed numbers contradict", () => {
    // As printed, neither of a and b is above the other: that b is above is false of the publication itself.
    expect(disagreements(ledger, beside)).toEqual(["a", "base-2", "lost"]);
  });

  it("are no sentences on significance that their numbers cannot decide", () => {
    const pairs = made({
      numbers: [percent("x", "50"), percent("y", "40")],
      claims: [[claim("pair"), significantlyAbove("x", "y")]],
    });
    expect(disagreements(pairs, { ...beside, values: [], bases: [] })).toEqual([]);
  });
});

describe("a day", () => {
  it("is any from the first to the last, and no other", () => {
    const random = randomOf(3);
    const days = new Set(Array.from({ length: 400 }, () => dayBetween(random, "2024-02-27", "2024-03-02")));
    expect([...days].toSorted()).toEqual([
      ...["2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"],
    ]);
  });

  it("of months is from the first of the one to the last of the other", () => {
    expect(daysOf("2023-11", "2024-02")).toEqual(["2023-11-01", "2024-02-29"]);
    expect(daysOf("2023-12", "2023-12")).toEqual(["2023-12-01", "2023-12-31"]);
  });
});

describe("codes", () => {
  it("stand as often as their counts say, which are whole", () => {
    expect(dealt({ a: 2, b: 0, c: 1 })).toEqual(["a", "a", "c"]);
    expect(() => dealt({ a: 1.5 })).toThrow("a cannot stand 1.5 times");
  });

  it("are drawn with chances in proportion to their shares", () => {
    const random = randomOf(5);
    const codes = Array.from({ length: 8000 }, () => drawn(random, { a: 6, b: 3, c: 1, d: 0 }));
    const share = (code: string) => codes.filter((one) => one === code).length / codes.length;
    // Four standard errors of 8,000 draws are 2.2 points.
    for (const [code, expected] of Object.entries({ a: 0.6, b: 0.3, c: 0.1 }))
      expect(Math.abs(share(code) - expected), code).toBeLessThan(0.022);
    expect(share("d")).toBe(0);
  });
});

it("interviews are numbered in the order of their days, with as many digits each", () => {
  const days = ["2025-03-02", "2025-02-01", "2025-03-01", "2025-02-01"];
  const columns = new Map(
    LIBRARY.variables.map(({ id }) => [id, days.map((day, row) => (id === "day" ? day : `${id} ${row}`))]),
  );
  const columnsOf = inOrder({ n: 4, columns } as Draft, LIBRARY);
  expect(columnsOf.get("day")).toEqual(days.toSorted());
  expect(columnsOf.get("visitor")).toEqual(["1", "2", "3", "4"]);
  expect(columnsOf.get("sex")).toEqual(["sex 1", "sex 3", "sex 2", "sex 0"]);
});
