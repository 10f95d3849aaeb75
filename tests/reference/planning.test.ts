import { describe, expect, it } from "vitest";
import {
  powerOfDifference,
  samplesPerGroup,
  smallestDetectableDifference,
} from "../../src/stats/planning/two-proportions.js";
import { benjaminiHochberg, holm } from "../../src/stats/testing/multiple-comparisons.js";
import { expectSame, itMatchesLiveR, readFixture } from "./compare.js";

type Equal = Record<"p1" | "p2" | "alpha" | "n" | "power" | "goal" | "needed", number> & {
  readonly above: number | null;
};
type Unequal = Record<
  "p1" | "p2" | "n1" | "n2" | "ratio" | "deff" | "pooled" | "alpha" | "power" | "needed",
  number
> & { readonly below: number | null };

const fixture = readFixture<{
  readonly r: string;
  readonly equal: readonly Equal[];
  readonly unequal: readonly Unequal[];
  readonly adjusted: readonly Record<"p" | "holm" | "bh", readonly (number | null)[]>[];
}>("planning");

/** R's numerical searches stop at their tolerance. */
const SEARCH = 1e-6;

describe(`planning against ${fixture.r}`, () => {
  it("has the power of power.prop.test with both tails, for equal groups and the pooled variance", () => {
    for (const row of fixture.equal) {
      const found = powerOfDifference({ ...row, n1: row.n, n2: row.n, deff: 1, nullVariance: "pooled" });
      expectSame(found, row.power, row);
    }
  });

  it("needs the interviews that power.prop.test needs", () => {
    for (const row of fixture.equal) {
      const found = samplesPerGroup({ ...row, power: row.goal, deff: 1, ratio: 1, nullVariance: "pooled" });
      expectSame(found.n1, row.needed, row, SEARCH);
      expect(found.n2).toBe(found.n1);
    }
  });

  it("detects the differences that power.prop.test detects", () => {
    for (const row of fixture.equal) {
      const found = smallestDetectableDifference({
        ...row,
        n1: row.n,
        n2: row.n,
        power: row.goal,
        deff: 1,
        nullVariance: "pooled",
        direction: "above",
      });
      if (row.above === null) expect(found).toBeNull();
      else expectSame(found ?? Number.NaN, row.above, row, SEARCH);
    }
    expect(fixture.equal.filter((row) => row.above === null).length).toBeLessThan(10);
  });

  it("has power, interviews and detectable differences of unequal groups with design effects, by either variance", () => {
    for (const row of fixture.unequal) {
      const nullVariance = row.pooled === 1 ? "pooled" : "unpooled";
      expectSame(powerOfDifference({ ...row, nullVariance }), row.power, row);
      const needed = samplesPerGroup({ ...row, power: 0.8, nullVariance });
      expectSame(needed.n1, row.needed, row);
      expectSame(needed.n2, row.needed * row.ratio, row);
      const below = smallestDetectableDifference({ ...row, power: 0.8, nullVariance, direction: "below" });
      if (row.below === null) expect(below).toBeNull();
      else expectSame(below ?? Number.NaN, row.below, row);
    }
  });

  it("adjusts p-values as p.adjust does, with those that are missing left out", () => {
    for (const { p, holm: byHolm, bh } of fixture.adjusted) {
      const given = p.map((value) => value ?? Number.NaN);
      holm(given).forEach((found, i) => {
        expectSame(found, byHolm[i] ?? Number.NaN, p, 1e-14);
      });
      benjaminiHochberg(given).forEach((found, i) => {
        expectSame(found, bh[i] ?? Number.NaN, p, 1e-14);
      });
    }
  });
});

itMatchesLiveR("planning", { tolerance: SEARCH });
