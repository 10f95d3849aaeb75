import { boundsOf } from "../../analysis/bounds-of.js";
import { proportionInterval } from "../../analysis/proportion.js";
import type { BoundProblem } from "../../bounds/index.js";
import { findRoot } from "../../stats/numeric/root.js";
import {
  criticalDesignEffect,
  impliedShare,
  worstCriticalDesignEffect,
} from "../../stats/published/index.js";
import type { Facts, HeldFigure } from "./facts.js";
import { problemOf } from "./problem.js";
import { type AgeReading, type Chart, readingOf, SHARE_READINGS } from "./readings.js";
import type { DesignEffectRow } from "./schema.js";

const MAX_DEFF = 64;
const STEP = 1e-3;

/**
 * The largest design effect at which some figures agree with every statement, rounded down to 0.001; at most 64; 0 if
 * nothing agrees even at 0.01. Bisection assumes that fewer figures agree as the design effect grows, which a
 * statement of no significant difference would break.
 */
export function largestDesignEffect(problem: (deff: number) => BoundProblem): number {
  const fits = (deff: number) =>
    boundsOf({ ...problem(deff), ask: [] }, { holes: false, leaveOneOut: false, conflict: false }).feasible;
  if (fits(MAX_DEFF)) return MAX_DEFF;
  let [low, high] = [0.01, MAX_DEFF];
  if (!fits(low)) return 0;
  while (high - low > STEP) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** `largestDesignEffect` for a chart; in the default reading unless told otherwise. */
export function largestFor(chart: Chart, facts: Facts, reading: Partial<AgeReading> = {}): number {
  return largestDesignEffect((deff) => problemOf(chart, facts, { ...readingOf(chart), ...reading, deff }));
}

/**
 * The smallest design effect at which a third figure can differ significantly from neither of two known ones. Below
 * it, the report's silence about both pairs cannot mean that neither differs significantly.
 */
export function leastForSilence(a: HeldFigure, between: { interviews: number }, b: HeldFigure): number {
  const pair = (other: HeldFigure, id: string, deff: number) => ({
    ...{ a: id, b: "between", deff },
    bases: [other.interviews, between.interviews] as const,
  });
  const fits = (deff: number) =>
    boundsOf(
      {
        unknowns: [
          { id: "a", low: a.low, high: a.high },
          { id: "between" },
          { id: "b", low: b.low, high: b.high },
        ],
        notSignificant: [pair(a, "a", deff), pair(b, "b", deff)],
        ask: [],
      },
      { holes: false, leaveOneOut: false, conflict: false },
    ).feasible;
  let [low, high] = [0.01, MAX_DEFF];
  while (high - low > STEP) {
    const middle = (low + high) / 2;
    if (fits(middle)) high = middle;
    else low = middle;
  }
  return low;
}

/**
 * The highest percentage of another group that a group's percentage is significantly above at 95%; 0 if none.
 *
 * @example highestSignificantlyBelow({ percent: 60, interviews: 88 }, 132, 1) // 46.69
 */
export function highestSignificantlyBelow(
  { percent, interviews }: { readonly percent: number; readonly interviews: number },
  others: number,
  deff: number,
): number {
  const excess = (other: number) =>
    criticalDesignEffect({ p: percent / 100, n: interviews }, { p: other / 100, n: others }) - deff;
  return excess(0) <= 0 ? 0 : findRoot(excess, 0, percent, 1e-9);
}

/**
 * The largest design effects at which the gap in internet access is significant: at the printed numbers, best and
 * worst roundings.
 */
export function internetAccess({ online }: Facts) {
  const { everyone, receiving, paying } = online;
  const rounded = (figure: HeldFigure) => ({ ...proportionInterval(figure), n: figure.interviews });
  const share = receiving.interviews / everyone.interviews;
  const worst = (low: number, high: number) =>
    worstCriticalDesignEffect(rounded(receiving), rounded(paying), {
      total: proportionInterval(everyone),
      share: { low, high },
    })?.deff ?? 0;
  const implied = impliedShare(
    proportionInterval(everyone),
    proportionInterval(receiving),
    proportionInterval(paying),
  );
  return {
    printed: criticalDesignEffect(
      { p: receiving.value / 100, n: receiving.interviews },
      { p: paying.value / 100, n: paying.interviews },
    ),
    best: bestOnline({ everyone, receiving, paying }),
    asInterviewed: worst(share, share),
    worst: worst(implied.low, implied.high),
    /** The largest share of Receiving Parents at which the worst roundings agree with the total. */
    shareOfWorst: (everyone.high - paying.high) / (receiving.low - paying.high),
  };
}

/** The gap is largest at the opposite ends of rounding, which agree with the total for some share of parents. */
function bestOnline({ everyone, receiving, paying }: Facts["online"]): number {
  if (receiving.high < everyone.low || paying.low > everyone.high) return 0;
  return criticalDesignEffect(
    { p: receiving.high / 100, n: receiving.interviews },
    { p: paying.low / 100, n: paying.interviews },
  );
}

/** Design effects for the age chart under each set of weights, and for internet access. */
export function designEffectRows(facts: Facts): DesignEffectRow[] {
  const online = internetAccess(facts);
  const row = (code: string, label: string, detail: string, value: number): DesignEffectRow => ({
    ...{ code, label, detail, kind: "calculated", value },
  });
  const ages = {
    interviews: "Ages, weights as interviews",
    tenth: "Ages, weights within 10%",
    double: "Ages, weights half to double",
  };
  return [
    ...SHARE_READINGS.map(({ code: shares }) =>
      row(`age-${shares}`, ages[shares], "some chart fits up to", largestFor("age", facts, { shares })),
    ),
    row("online-best", "Internet, best rounding", "significant up to", online.best),
    row("online-printed", "Internet, as printed", "significant up to", online.printed),
    row(
      "online-interviews",
      "Internet, worst rounding",
      "if parents weigh as interviewed",
      online.asInterviewed,
    ),
    row("online-worst", "Internet, at worst", "if Receiving weigh at most half", online.worst),
  ];
}
