import { describe, expect, it } from "vitest";
import { checkStatements } from "../../../../src/analysis/own-table/broken-statements.js";
import { rowTable } from "../../../../src/analysis/row-table.js";
import { checkChart } from "../../../../src/findings/age-and-ethnicity/check-own.js";
import { after, before } from "../../../../src/findings/fee-impact/facts.js";
import { fallAsk, feeFacts } from "../../../../src/findings/fee-impact/index.js";
import { COMPARED } from "../../../../src/findings/fee-impact/options.js";
import { checkQuarters, fromQuarters } from "../../../../src/findings/fee-impact/own-quarters.js";
import { periodEnd } from "../../../../src/model/period.js";
import { built } from "../../site/fixture.js";
import { AGES, ETHNICITIES, ownOf, QUARTERS } from "./asked.js";

const table = (name: string) => rowTable(built().tables.get(name)?.rows ?? []);
const [values, events] = [table("values"), table("events")];
const FEE_READING = { falling: "august", around: "recorded" } as const;
const SERIES = ["66.1", "66.4", "67.2", "63", "62.5", "60", "59.6", "60.2", "61", "60", "59", "60.7"];

describe("numbers put to statements", () => {
  const problem = {
    unknowns: [{ id: "a" }, { id: "b" }],
    shares: { s: { bases: [1, 1], within: 0.1 } },
    identities: [
      {
        total: { printed: "40" },
        parts: [{ id: "a" }, { id: "b" }],
        shares: "s",
        name: "the whole",
        locator: "x: Table",
      },
    ],
    order: [["a", ">", "b", 0, { name: "a above b", locator: "x: Text" }] as const],
  };
  const put = (a: number, b: number) =>
    checkStatements(
      problem,
      [
        { id: "a", low: a - 0.5, high: a + 0.5, shown: `a ${a}` },
        { id: "b", low: b - 0.5, high: b + 0.5, shown: `b ${b}` },
      ],
      (id) => id,
    );

  it("agree where some figures within the rounding and some weights do", () => {
    // a is 40.5 to 41.5 and b 38.5 to 39.5.
    expect(put(41, 39)).toEqual({ statements: 2, broken: [], together: [] });
  });

  it("break each statement alone that nothing within the rounding agrees with, and what the mean would be is said", () => {
    // Shares lie from 0.45 to 0.55: the mean of 49.5 to 50.5 and 59.5 to 60.5 goes from 54.0 to 56.0.
    expect(put(50, 60).broken).toEqual([
      {
        name: "the whole",
        locator: "x: Table",
        kind: "mean",
        numbers: ["with the weights that we allow they make 54 to 56%, and 40% is printed"],
      },
      { name: "a above b", locator: "x: Text", kind: "order", numbers: ["a 50 and b 60"] },
    ]);
  });

  it("can agree with each statement alone and not with all together", () => {
    // A mean of 40.95 to 41.05 needs b near 41, since a is 41 at most; then a is not 1.5 above it.
    const tight = checkStatements(
      {
        ...problem,
        identities: [{ ...problem.identities[0], total: { printed: "41.0" } }] as never,
        order: [["a", ">", "b", 1.5, { name: "a well above b" }]],
      },
      [
        { id: "a", low: 40.2, high: 41, shown: "a" },
        { id: "b", low: 39.4, high: 41, shown: "b" },
      ],
      (id) => id,
    );
    expect(tight.broken).toEqual([]);
    expect(tight.together.map(({ name }) => name)).toContain("a well above b");
  });
});

describe("a table of ages", () => {
  it("that fits agrees with all statements", () => {
    const check = checkChart("age", values, ownOf(AGES, ["47.6", "38.2", "34", "33.1"]), {});
    expect(check).toEqual({ statements: 10, broken: [], together: [] });
  });

  it("in which ages 45 to 54 stand above the youngest breaks four statements, each named with its place", () => {
    const { broken } = checkChart("age", values, ownOf(AGES, ["47.6", "38.2", "60", "33.1"]), {});
    expect(broken.map(({ name, kind }) => [name, kind])).toEqual([
      ["39% of everyone were satisfied, the weighted mean of the groups", "mean"],
      ["the youngest are the most satisfied", "order"],
      ["the youngest differ significantly from each group of 35 and over", "significant"],
      ["ages 25 to 34 are significantly more satisfied than 35 to 54", "significant"],
    ]);
    expect(broken[1]?.numbers).toEqual(["Aged 16 to 24 56% and Aged 45 to 54 60%"]);
    expect(broken.every(({ locator }) => locator.startsWith("ces-2023-24: Figure"))).toBe(true);
  });

  it("that breaks only the difference of 25 to 34 from each older group agrees where both are one group", () => {
    const numbers = ownOf(AGES, ["47.6", "36", "44", "33.1"]);
    const names = (older: "each" | "together") =>
      checkChart("age", values, numbers, { older }).broken.map(({ name }) => name);
    expect(names("each")).toEqual(["ages 25 to 34 are significantly more satisfied than 35 to 54"]);
    expect(names("together")).toEqual([]);
  });
});

describe("a table of ethnic groups", () => {
  const put = (black: string, white = "38.4") =>
    checkChart("ethnicity", values, ownOf(ETHNICITIES, [black, white, "44"]), {});

  it("agrees with Black customers on either side of White ones", () => {
    expect(ETHNICITIES.map(({ group }) => group.ethnicity)).toEqual(["black", "white", "other-mixed"]);
    expect([put("50"), put("25", "39.5")].map(({ broken, together }) => [broken, together])).toEqual([
      [[], []],
      [[], []],
    ]);
  });

  it("breaks the significant difference where Black customers lie in the gap", () => {
    expect(put("40").broken.map(({ name }) => name)).toEqual([
      "the White and the Black group differ significantly",
    ]);
  });
});

describe("a table of quarters", () => {
  const given = feeFacts(values, events);

  it("compares the quarters that the facts have", () => {
    const ends = given.quarters.map(({ end }) => end);
    expect({ ...COMPARED }).toEqual({
      from: ends[given.feeQuarter - 1],
      to: ends[given.aroundFrom],
      before: before(given).length,
      after: after(given).length,
    });
    expect(fallAsk(given)).toEqual({
      difference: [COMPARED.from, COMPARED.to].map(
        (month) => QUARTERS.find(({ period }) => periodEnd(period ?? "") === month)?.id,
      ),
    });
  });

  it("that fits agrees with all sentences, and gives the fall, before less after, and the regression", () => {
    const numbers = ownOf(QUARTERS, SERIES);
    expect(checkQuarters(values, events, numbers, FEE_READING)).toEqual({
      statements: 11,
      broken: [],
      together: [],
    });
    const { scored, segmented } = fromQuarters(values, events, numbers, FEE_READING);
    // 67.2 − 60; (66.1 + 66.4 + 67.2) / 3 = 66.567 less 420.5 / 7 = 60.071.
    expect(scored.map(({ shown, outcome }) => [shown, outcome])).toEqual([
      ["7.2 points", "inside"],
      ["6.5 points", "inside"],
    ]);
    expect(segmented.map(({ estimate }) => estimate.toFixed(2))).toHaveLength(4);
    // Three points before: least squares 66.1, 66.4, 67.2 have slope 0.55 and start at 66.567 − 0.55.
    expect(segmented[0]?.estimate).toBeCloseTo(66.0167, 3);
    expect(segmented[1]?.estimate).toBeCloseTo(0.55, 6);
  });

  it("in which the autumn rose breaks that it fell, under the reading in which autumn is one of the three", () => {
    const numbers = ownOf(QUARTERS, SERIES.with(4, "70"));
    const broken = (falling: "august" | "november") =>
      checkQuarters(values, events, numbers, { ...FEE_READING, falling }).broken;
    expect(broken("august")).toEqual([
      {
        name: "satisfaction fell in 3 quarters in a row",
        locator: given.falls.locator,
        kind: "order",
        numbers: ["November 2014 70% and August 2014 63%"],
      },
    ]);
    expect(broken("november").map(({ numbers: n }) => n)).toEqual([
      ["November 2014 70% and August 2014 63%"],
    ]);
  });

  it("outside “around” breaks it until “around” is wider", () => {
    const numbers = ownOf(QUARTERS, SERIES.with(9, "63.9"));
    const names = (around: "recorded" | "five") =>
      checkQuarters(values, events, numbers, { ...FEE_READING, around }).broken.map(({ name }) => name);
    expect([names("recorded"), names("five")]).toEqual([
      ["satisfaction was around 60% from February 2015 on"],
      [],
    ]);
  });

  it("of some quarters is put to what they touch, and gives no regression", () => {
    const numbers = ownOf(QUARTERS, SERIES.slice(0, 3));
    expect(checkQuarters(values, events, numbers, FEE_READING).broken).toEqual([]);
    expect(fromQuarters(values, events, numbers, FEE_READING)).toEqual({ scored: [], segmented: [] });
  });
});
