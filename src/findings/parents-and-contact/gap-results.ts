import { INTERVIEW } from "../../analysis/interview-worth.js";
import { DESIGN_EFFECT, infeasible, type Result, STANDS_UP_TO } from "../../model/result.js";
import type { Facts } from "./facts.js";
import { POINTS } from "./formats.js";
import { gapInterval, gaps } from "./gaps.js";

/** The gaps, their intervals under each worth of an interview, and the design effects they stand up to. */
export function gapResults(facts: Facts): Result[] {
  const { satisfied } = facts;
  const inputs = {
    parent: [satisfied.receiving.id, satisfied.paying.id],
    contact: [satisfied.new.id, satisfied.change.id],
  };
  return gaps(facts).flatMap((row): Result[] => {
    const name = row.gap === "parent" ? "parents" : "contact";
    const common = { kind: "calculated", base: null, inputs: inputs[row.gap] } as const;
    const interval = (deff: number) => ({
      ...common,
      label: `${row.label}: 95% interval`,
      value: null,
      ...gapInterval(row, deff),
      unit: "points",
      madeBy: "stats.differenceOfProportions",
      because: `normal interval of a difference, design effect ${deff}, unpooled variance`,
      format: POINTS,
    });
    return [
      {
        ...common,
        id: `${name}.gap`,
        label: `${row.label}: gap in satisfaction`,
        value: row.value,
        low: row.low,
        high: row.high,
        unit: "points",
        madeBy: "analysis.gapRows",
        because: "difference of two printed percentages, with the ends that their rounding allows",
        format: POINTS,
      },
      { ...interval(1), id: `${name}.gap.interval` },
      ...INTERVIEW.options
        .filter(({ deff }) => deff !== 1)
        .map(
          ({ code, deff }): Result => ({
            ...interval(deff),
            id: `${name}.gap.interval.${code}`,
            variant: { of: `${name}.gap.interval`, when: { interview: code } },
          }),
        ),
      ...designEffects(name, row, common.inputs, satisfied.all.id),
    ];
  });
}

/** The design effects that a gap stands up to, at the printed numbers and at the worst rounding. */
function designEffects(
  name: string,
  row: ReturnType<typeof gaps>[number],
  inputs: readonly string[],
  total: string,
): Result[] {
  const common = { kind: "calculated", base: null, inputs } as const;
  const whereAny = (result: Result): Result =>
    row.critical_deff_worst === null ? infeasible(result) : result;
  return [
    whereAny({
      ...common,
      id: `${name}.stands-up-to`,
      label: `${row.label}: the gap stands up to a design effect of`,
      value: row.critical_deff,
      low: row.critical_deff_worst,
      high: null,
      unit: "design effect",
      madeBy: "stats.criticalDesignEffect",
      because: "(z / 1.96)² with the unpooled variance, the same effect in both groups, independent groups",
      format: STANDS_UP_TO,
    }),
    {
      ...common,
      id: `${name}.critical-design-effect`,
      label: `${row.label}: critical design effect at the printed numbers`,
      value: row.critical_deff,
      low: null,
      high: null,
      unit: "design effect",
      madeBy: "stats.criticalDesignEffect",
      because: "(z / 1.96)² with the unpooled variance, the same effect in both groups, independent groups",
      format: DESIGN_EFFECT,
    },
    whereAny({
      ...common,
      inputs: [...inputs, total],
      id: `${name}.critical-design-effect.worst`,
      label: `${row.label}: critical design effect at the worst rounding`,
      value: row.critical_deff_worst,
      low: null,
      high: null,
      unit: "design effect",
      madeBy: "stats.worstCriticalDesignEffect",
      because: "the least over all roundings that agree jointly with the total",
      format: DESIGN_EFFECT,
    }),
  ];
}
