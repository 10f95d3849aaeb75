import { describe, expect, it } from "vitest";
import {
  criticalDesignEffect,
  differenceOfProportions,
  wilsonInterval,
  Z_95,
} from "../../src/stats/index.js";
import { expectSame, itMatchesLiveR, readFixture } from "./compare.js";

interface Fixture {
  readonly r: string;
  readonly z95: number;
  readonly wilson: readonly Record<"p" | "n" | "deff" | "z" | "low" | "high", number>[];
  readonly difference: readonly (Record<
    "pa" | "na" | "pb" | "nb" | "deff" | "difference" | "se" | "low" | "high" | "cutLow" | "cutHigh",
    number
  > & { readonly critical?: number })[];
}

const fixture = readFixture<Fixture>("intervals");

describe(`intervals against ${fixture.r}`, () => {
  it("compares at least 200 cases of each kind of interval, with p at 0 and 1 and n down to 1", () => {
    const { wilson, difference } = fixture;
    expect(wilson.length).toBeGreaterThanOrEqual(200);
    expect(wilson.length + difference.length).toBeGreaterThanOrEqual(400);
    for (const p of [0, 1]) expect(wilson.filter((row) => row.p === p).length).toBeGreaterThan(20);
    expect(Math.min(...wilson.map((row) => row.n))).toBe(1);
    expect(new Set(wilson.map((row) => row.deff))).toEqual(new Set([1, 1.5, 2, 3]));
    expect(difference.some((row) => row.cutLow === -1) && difference.some((row) => row.cutHigh === 1)).toBe(
      true,
    );
  });

  it("has the normal quantile of qnorm(0.975)", () => {
    // R 4.2 is one unit in the last place below the nearest double.
    expectSame(Z_95, fixture.z95, {});
  });

  it("has Wilson intervals as prop.test without correction, at n / deff interviews", () => {
    for (const row of fixture.wilson) {
      const { low, high } = wilsonInterval(row.p, row.n, row);
      expectSame(low, row.low, row);
      expectSame(high, row.high, row);
    }
  });

  it("has differences with the unpooled normal interval", () => {
    for (const row of fixture.difference) {
      const found = differenceOfProportions({ p: row.pa, n: row.na }, { p: row.pb, n: row.nb }, row);
      expectSame(found.difference, row.difference, row);
      expectSame(found.standardError, row.se, row);
      expectSame(found.low, row.low, row);
      expectSame(found.high, row.high, row);
    }
  });

  it("has differences with the interval of prop.test without correction, which is cut to -1 and 1", () => {
    for (const row of fixture.difference) {
      const { low, high } = differenceOfProportions({ p: row.pa, n: row.na }, { p: row.pb, n: row.nb }, row);
      expectSame(Math.max(-1, low), row.cutLow, row);
      expectSame(Math.min(1, high), row.cutHigh, row);
    }
  });

  it("has critical design effects as (z / qnorm(0.975))²", () => {
    const rows = fixture.difference.filter((row) => row.critical !== undefined);
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) {
      const found = criticalDesignEffect({ p: row.pa, n: row.na }, { p: row.pb, n: row.nb });
      expectSame(found, row.critical ?? Number.NaN, row);
    }
  });
});

itMatchesLiveR("intervals");
