import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  criticalDesignEffect,
  differenceOfProportions,
  type RoundedGroup,
  worstCriticalDesignEffect,
  Z_95,
} from "../../../../src/stats/index.js";
import { inner, PAYING, RECEIVING } from "./groups.js";

type Ends = { readonly low: number; readonly high: number };

const FREE: Ends = Object.freeze({ low: 0, high: 1 });
/** 47% and 31% as printed, with 39% of everyone. */
const A: RoundedGroup = Object.freeze({ low: 0.465, high: 0.475, n: 1152 });
const B: RoundedGroup = Object.freeze({ low: 0.305, high: 0.315, n: 1079 });
const TOTAL: Ends = Object.freeze({ low: 0.385, high: 0.395 });
/** Internet access: 95% and 92% as printed, with 93% of everyone. */
const ONLINE_A: RoundedGroup = Object.freeze({ low: 0.945, high: 0.955, n: 1179 });
const ONLINE_B: RoundedGroup = Object.freeze({ low: 0.915, high: 0.925, n: 1101 });
const ONLINE_TOTAL: Ends = Object.freeze({ low: 0.925, high: 0.935 });

describe("critical design effect", () => {
  it("is worked by hand", () => {
    // Variances 0.01 each, so z² = 0.3² / 0.02 = 4.5, of which 1.959963984540054² = 3.841458820694124 is a part.
    expect(criticalDesignEffect({ p: 0.5, n: 25 }, { p: 0.2, n: 16 })).toBeCloseTo(
      4.5 / 3.841458820694124,
      12,
    );
  });

  it("is 16.08 for 47% of 1,152 against 31% of 1,079", () => {
    // z² = 0.0256 / 0.000414472 = 61.7653; / 3.841459 = 16.0786
    expect(criticalDesignEffect(RECEIVING, PAYING)).toBeCloseTo(16.0786, 4);
  });

  it("is 2.187 for internet access, 95% of 1,179 against 92% of 1,101", () => {
    // z² = 0.0009 / (0.0475 / 1179 + 0.0736 / 1101) = 0.0009 / 0.000107137 = 8.40048; / 3.841459 = 2.18679
    expect(criticalDesignEffect({ p: 0.95, n: 1179 }, { p: 0.92, n: 1101 })).toBeCloseTo(2.18679, 4);
  });

  it("is where the interval of the difference touches zero", () => {
    fc.assert(
      fc.property(inner, inner, (a, b) => {
        fc.pre(a.p !== b.p);
        const deff = criticalDesignEffect(a, b);
        const { low, high } = differenceOfProportions(a, b, { deff });
        expect(a.p > b.p ? low : high).toBeCloseTo(0, 12);
      }),
    );
  });

  it("is the same whichever group comes first", () => {
    expect(criticalDesignEffect(PAYING, RECEIVING)).toBe(criticalDesignEffect(RECEIVING, PAYING));
  });

  it("is 0 for equal groups, certain ones included, and infinite for certain ones that differ", () => {
    expect(criticalDesignEffect({ p: 0.4, n: 10 }, { p: 0.4, n: 90 })).toBe(0);
    expect(criticalDesignEffect({ p: 1, n: 10 }, { p: 1, n: 90 })).toBe(0);
    expect(criticalDesignEffect({ p: 1, n: 10 }, { p: 0, n: 90 })).toBe(Infinity);
  });

  it("throws as the difference does", () => {
    expect(() => criticalDesignEffect({ p: 47, n: 1 }, PAYING)).toThrow(RangeError);
    expect(() => criticalDesignEffect(RECEIVING, { p: 0.3, n: 0 })).toThrow(RangeError);
  });
});

describe("worst critical design effect", () => {
  it("is 14.08 for 47% and 31% with 39% of everyone, where the worst corner agrees with the total", () => {
    // The corner (46.5%, 31.5%) makes 39% at a share of a half.
    const worst = worstCriticalDesignEffect(A, B, { total: TOTAL });
    expect(worst).toMatchObject({ a: 0.465, b: 0.315 });
    // 0.15² / (0.248775 / 1152 + 0.215775 / 1079) = 0.0225 / 0.000415927 = 54.0960; / 3.841459 = 14.0821
    expect(worst?.deff).toBeCloseTo(14.0821, 3);
  });

  it.each([
    ["free", FREE],
    ["at most a half", { low: 0, high: 0.5 }],
    ["at least a half", { low: 0.5, high: 1 }],
  ])("is 0.972 for internet access when the share is %s", (_, share) => {
    // The corner (94.5%, 92.5%) makes 93.5%, the highest rounding of 93%, at a share of a half.
    const worst = worstCriticalDesignEffect(ONLINE_A, ONLINE_B, { total: ONLINE_TOTAL, share });
    expect(worst?.deff).toBeCloseTo(0.97229, 4);
    expect(worst).toMatchObject({ a: 0.945, b: 0.925 });
  });

  it("is 1.037 for internet access at the interviews' share, where the total cuts the corner off", () => {
    const share = 1179 / 2280;
    const worst = worstCriticalDesignEffect(ONLINE_A, ONLINE_B, {
      total: ONLINE_TOTAL,
      share: { low: share, high: share },
    });
    expect(worst?.deff).toBeCloseTo(1.0371, 4);
    // 0.5171053 * 0.945 + 0.4828947 * b = 0.935 gives b = 0.9242916.
    expect(worst?.a).toBe(0.945);
    expect(worst?.b).toBeCloseTo(0.9242916, 7);
  });

  it("raises the higher group where the total lies above the worst corner", () => {
    // share 1/4: 0.25 * a + 0.75 * 0.315 >= 0.3575 gives a >= 0.485.
    const quarter = { low: 0.25, high: 0.25 };
    const worst = worstCriticalDesignEffect({ low: 0.465, high: 0.495, n: 1152 }, B, {
      total: { low: 0.3575, high: 0.3675 },
      share: quarter,
    });
    expect(worst?.a).toBeCloseTo(0.485, 12);
    expect(worst?.b).toBe(0.315);
  });

  it("is the critical design effect itself where nothing is rounded", () => {
    const a = { low: 0.47, high: 0.47, n: 1152 };
    const b = { low: 0.31, high: 0.31, n: 1079 };
    expect(worstCriticalDesignEffect(a, b, { total: TOTAL })?.deff).toBe(
      criticalDesignEffect(RECEIVING, PAYING),
    );
  });

  it("is null when no roundings agree with the total", () => {
    const worst = (total: Ends, share: Ends = FREE) => worstCriticalDesignEffect(A, B, { total, share });
    expect(worst({ low: 0.6, high: 0.61 })).toBeNull();
    expect(worst({ low: 0.1, high: 0.11 })).toBeNull();
    expect(worst({ low: 0.385, high: 0.395 }, { low: 0.9, high: 1 })).toBeNull();
    expect(worst({ low: 0.385, high: 0.395 }, { low: 0, high: 0 })).toBeNull();
    expect(worst({ low: 0.385, high: 0.395 }, { low: 1, high: 1 })).toBeNull();
  });

  it("equals the least over a grid of all roundings, and is never above that of the printed numbers", () => {
    const percent = fc.integer({ min: 2, max: 98 });
    const sizes = fc.integer({ min: 20, max: 3000 });
    const cases = fc.record({ pa: percent, pb: percent, na: sizes, nb: sizes, s: percent, width: percent });
    fc.assert(
      fc.property(cases, ({ pa, pb, na, nb, s, width }) => {
        fc.pre(pa > pb);
        const share = { low: s / 100, high: Math.min(1, (s + width) / 100) };
        // A total that the printed numbers make at the least of the shares, rounded.
        const printed = Math.round(share.low * pa + (1 - share.low) * pb);
        const total = around(printed);
        const a = { ...around(pa), n: na };
        const b = { ...around(pb), n: nb };
        const worst = worstCriticalDesignEffect(a, b, { total, share });
        const least = gridLeast(a, b, total, share);
        expect(worst).not.toBeNull();
        if (worst === null) return;
        const atPrinted = criticalDesignEffect({ p: pa / 100, n: na }, { p: pb / 100, n: nb });
        expect(worst.deff).toBeLessThanOrEqual(atPrinted * (1 + 1e-12));
        expect(worst.deff).toBeLessThanOrEqual(least * (1 + 1e-12));
        expect(least - worst.deff).toBeLessThanOrEqual(1e-3 * Math.max(1, worst.deff));
        expect(worst.deff).toBe(criticalDesignEffect({ p: worst.a, n: na }, { p: worst.b, n: nb }));
      }),
      { numRuns: 60 },
    );
  });

  it("throws when a may be the lower group", () => {
    expect(() => worstCriticalDesignEffect(B, A, { total: TOTAL })).toThrow(
      new RangeError("a must be the higher group at every rounding"),
    );
    expect(() => worstCriticalDesignEffect({ ...A, low: 0.314 }, B, { total: TOTAL })).toThrow(RangeError);
  });

  it("throws by name on an interval outside 0 to 1 and on an n not above 0", () => {
    const percent = { low: 38.5, high: 39.5 };
    expect(() => worstCriticalDesignEffect({ ...A, high: 47.5 }, B, { total: TOTAL })).toThrow(
      /^a\.high must/,
    );
    expect(() => worstCriticalDesignEffect(A, { ...B, low: -1 }, { total: TOTAL })).toThrow(/^b\.low must/);
    expect(() => worstCriticalDesignEffect(A, B, { total: percent })).toThrow(/^total\.low must/);
    expect(() => worstCriticalDesignEffect(A, B, { total: TOTAL, share: percent })).toThrow(
      /^share\.low must/,
    );
    expect(() => worstCriticalDesignEffect({ ...A, n: 0 }, B, { total: TOTAL })).toThrow(/^a\.n must/);
    expect(() => worstCriticalDesignEffect(A, { ...B, n: -1 }, { total: TOTAL })).toThrow(/^b\.n must/);
  });
});

function around(percent: number): Ends {
  return { low: Math.max(0, percent - 0.5) / 100, high: Math.min(100, percent + 0.5) / 100 };
}

/** The least over a grid of the box that agrees with the total; the grid is drawn again around the best, six times finer. */
function gridLeast(a: RoundedGroup, b: RoundedGroup, total: Ends, share: Ends): number {
  const steps = 48;
  let best = { deff: Infinity, pa: 0, pb: 0 };
  let [fromA, toA, fromB, toB] = [a.low, a.high, b.low, b.high];
  for (let round = 0; round < 5; round++) {
    for (let i = 0; i <= steps; i++) {
      for (let j = 0; j <= steps; j++) {
        const pa = fromA + ((toA - fromA) * i) / steps;
        const pb = fromB + ((toB - fromB) * j) / steps;
        const [lowest, highest] = [share.low, share.high].map((w) => w * pa + (1 - w) * pb) as [
          number,
          number,
        ];
        if (highest < total.low || lowest > total.high) continue;
        const deff = (pa - pb) ** 2 / ((pa * (1 - pa)) / a.n + (pb * (1 - pb)) / b.n) / Z_95 ** 2;
        if (deff < best.deff) best = { deff, pa, pb };
      }
    }
    const [spanA, spanB] = [(toA - fromA) / 12, (toB - fromB) / 12];
    [fromA, toA] = [Math.max(a.low, best.pa - spanA), Math.min(a.high, best.pa + spanA)];
    [fromB, toB] = [Math.max(b.low, best.pb - spanB), Math.min(b.high, best.pb + spanB)];
  }
  return best.deff;
}
