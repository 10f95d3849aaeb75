import { INTERVIEW } from "../../analysis/interview-worth.js";
import { underOptions } from "../../analysis/worlds.js";
import {
  countResult,
  DESIGN_EFFECT,
  estimateResult,
  exactResult,
  numberResult,
  type Result,
  rangeOf,
  rangeResult,
  TENTHS_OF_PERCENT,
  TENTHS_OF_POINTS,
} from "../../model/result.js";
import { cells as cellsOf } from "./cells.js";
import { driverSets } from "./drivers.js";
import type { Facts } from "./facts.js";
import { type Gap, gapInterval, gaps } from "./gaps.js";
import { explainedByMix, leastLead, mixes } from "./mix.js";
import { AHEAD, type Ahead } from "./options.js";
import { shares } from "./shares.js";

/** All results of the page on parents and contact type. */
export function parentsAndContactResults(facts: Facts): Result[] {
  return [
    ...gaps(facts).flatMap((gap) => gapResults(facts, gap)),
    ...mixResults(facts),
    ...shareResults(facts),
    ...cellResults(facts),
    ...driverResults(facts),
  ];
}

/** A gap, its interval at each design effect, and the largest design effects at which it is significant. */
function gapResults({ satisfied }: Facts, gap: Gap): Result[] {
  const { label, critical_deff: critical, critical_deff_worst: worst } = gap;
  const [name, higher, lower] =
    gap.gap === "parent"
      ? (["parents", satisfied.receiving, satisfied.paying] as const)
      : (["contact", satisfied.new, satisfied.change] as const);
  const inputs = [higher.id, lower.id];
  const atPrinted = {
    unit: "design effect",
    inputs,
    madeBy: "stats.criticalDesignEffect",
    because: "(z / 1.96)² with the unpooled variance, the same effect in both groups, independent groups",
  };
  return [
    estimateResult({
      id: `${name}.gap`,
      label: `${label}: gap in satisfaction`,
      estimate: gap,
      unit: "points",
      inputs,
      madeBy: "analysis.gapRows",
      because: "difference of two printed percentages, with the ends that their rounding allows",
    }),
    ...underOptions(INTERVIEW, ({ deff }) =>
      rangeResult({
        id: `${name}.gap.interval`,
        label: `${label}: 95% interval`,
        kind: "calculated",
        range: gapInterval(gap, deff),
        unit: "points",
        inputs,
        madeBy: "stats.differenceOfProportions",
        because: `normal interval of a difference, design effect ${deff}, unpooled variance`,
      }),
    ),
    estimateResult({
      ...atPrinted,
      id: `${name}.stands-up-to`,
      label: `${label}: the gap stands up to a design effect of`,
      estimate: worst === null ? null : { value: critical, low: worst, high: null },
    }),
    numberResult({
      ...atPrinted,
      id: `${name}.critical-design-effect`,
      label: `${label}: critical design effect at the printed numbers`,
      value: critical,
      format: DESIGN_EFFECT,
    }),
    numberResult({
      id: `${name}.critical-design-effect.worst`,
      label: `${label}: critical design effect at the worst rounding`,
      value: worst,
      unit: "design effect",
      inputs: [...inputs, satisfied.all.id],
      madeBy: "stats.worstCriticalDesignEffect",
      because: "the least over all roundings that agree jointly with the total",
      format: DESIGN_EFFECT,
    }),
  ];
}

/** How much of the parent gap the mix of contact types explains. */
function mixResults(facts: Facts): Result[] {
  const { satisfied, cellBases, answeredBases } = facts;
  const percentages = [satisfied.receiving.id, satisfied.paying.id, satisfied.new.id, satisfied.change.id];
  const lead = leastLead(facts);
  return [
    ...mixes(facts).flatMap(({ group, label, needed, among_interviews, interviews }) => {
      const name = group.replace("parent=", "");
      return [
        exactResult({
          id: `mix.${name}.new`,
          label: `${label}: New customers among the interviews`,
          value: among_interviews,
          unit: "percent",
          base: interviews,
          inputs: cellBases,
          madeBy: "analysis.mixRows",
          because: "interviews with New customers of all interviews with the group",
        }),
        estimateResult({
          id: `mix.${name}.needed`,
          label: `${label}: New customers needed for contact type alone to make the gap`,
          estimate: needed && { value: needed.needed, low: needed.needed_low, high: needed.needed_high },
          unit: "percent",
          inputs: percentages,
          madeBy: "stats.impliedShare",
          because: "share at which the group's percentage follows from those of New and Change customers",
        }),
      ];
    }),
    rangeResult({
      id: "mix.explained",
      label: "Points of the parent gap that the mix of contact types explains",
      range: facts.answered.length === 0 ? null : explainedByMix(facts),
      unit: "points",
      inputs: [...percentages, ...answeredBases, ...cellBases],
      madeBy: "stats.mixExplains",
      because:
        "difference in mix times the gap between contact types, over every table of answers and every rounding, if each interview counts the same",
      format: TENTHS_OF_POINTS,
    }),
    estimateResult({
      id: "mix.least-lead",
      label: "Least lead of Receiving Parents in at least one contact type",
      kind: "bounded",
      estimate: lead === null ? null : { value: lead, low: lead, high: 100 },
      unit: "points",
      inputs: [...percentages, satisfied.all.id, ...answeredBases, ...cellBases],
      madeBy: "bounds.leastLargestLead",
      because:
        "linear programme over the four cells and every table of answers, if each interview counts the same; less with other weights",
      format: { ...TENTHS_OF_POINTS, rounding: "down" },
    }),
  ];
}

/** Each group's share of the interviews and of the weights. */
function shareResults(facts: Facts): Result[] {
  const { satisfied } = facts;
  return shares(facts).flatMap(({ part, rest, label, among_interviews, all_interviews, weight }) => [
    exactResult({
      id: `shares.${part}.interviews`,
      label: `${label}: share of the interviews with an answer`,
      value: among_interviews,
      unit: "percent",
      base: all_interviews,
      inputs: [satisfied.all.base, satisfied[part].base],
      madeBy: "analysis.shareRows",
      because: "interviews with the group of all interviews with an answer",
      format: TENTHS_OF_PERCENT,
    }),
    rangeResult({
      id: `shares.${part}.weight`,
      label: `${label}: share of the survey's weights`,
      range: weight,
      unit: "percent",
      inputs: [satisfied.all.id, satisfied[part].id, satisfied[rest].id],
      madeBy: "stats.impliedShare",
      because: "the shares at which the three printed percentages agree, over every rounding",
      format: TENTHS_OF_PERCENT,
    }),
  ]);
}

/** The four cells of parent by contact type: interviews, and possible satisfaction. */
function cellResults(facts: Facts): Result[] {
  const { satisfied, cellBases, answeredBases, answered, cells } = facts;
  const interviewed = cells.a1 + cells.a2 + cells.b1 + cells.b2;
  const percentages = Object.values(satisfied).map(({ id }) => id);
  return [
    ...cellsOf(facts).flatMap(({ group, label, interviews, free, ahead }) => {
      const name = group.replace(/\w+=/g, "").replace(";", "-");
      const range = {
        id: `cells.${name}.satisfied`,
        label: `${label}: satisfied`,
        unit: "percent",
        base: interviews,
        inputs: [...percentages, ...answeredBases, ...cellBases],
        madeBy: "bounds.cellRanges",
      };
      return [
        exactResult({
          id: `cells.${name}.interviews`,
          label: `${label}: interviews`,
          value: interviews,
          unit: "interviews",
          inputs: cellBases,
          madeBy: "analysis.facts",
          because: "printed, or all parents of a type less its New customers",
        }),
        rangeResult({
          ...range,
          range: free,
          because: "every value that agrees with the printed percentages, each interview counting the same",
        }),
        rangeResult({
          ...range,
          id: `${range.id}.ahead`,
          range: ahead,
          because: "the same, with Receiving Parents at least as satisfied in both contact types",
          variant: { of: range.id, when: { [AHEAD.name]: "yes" satisfies Ahead } },
        }),
      ];
    }),
    countResult({
      id: "cells.change.interviews",
      label: "Interviews with customers who reported a change of circumstances",
      value: cells.a2 + cells.b2,
      inputs: cellBases,
      madeBy: "analysis.facts",
      because: "those with Receiving and with Paying Parents together",
    }),
    countResult({
      id: "cells.tables",
      label: "Ways in which the answers can fall into the four cells",
      value: answered.length,
      inputs: [...answeredBases, ...cellBases],
      madeBy: "bounds.twoByTwoTables",
      because:
        "whole-number tables with the printed totals of those who answered, no cell above its interviews",
    }),
    countResult({
      id: "cells.no-answer",
      label: "Interviews without an answer on overall satisfaction",
      value: interviewed - satisfied.all.interviews,
      inputs: [satisfied.all.base, ...cellBases],
      madeBy: "analysis.facts",
      because: "all interviews less those with an answer",
    }),
  ];
}

/** The number of driver questions, and the range over questions of their smallest possible gap. */
function driverResults({ questions }: Facts): Result[] {
  return [
    countResult({
      id: "drivers.questions",
      label: "Driver questions with a bar for each parent",
      value: questions.length,
      inputs: questions.map(({ total }) => total.id),
      madeBy: "analysis.driverQuestions",
      because: "questions on the four drivers that both Receiving and Paying Parents were asked",
    }),
    ...underOptions(INTERVIEW, ({ deff }) => {
      const least = questions.flatMap((question) => driverSets(question, deff, true).gap[0]?.[0] ?? []);
      return rangeResult({
        id: "drivers.least-gap",
        label: "Smallest gap between the parents that fits, over the driver questions",
        range: rangeOf(least) ?? { low: 0, high: 100 },
        unit: "points",
        inputs: questions.flatMap(({ total, receiving, paying }) => [total.id, receiving.base, paying.base]),
        madeBy: "analysis.driverSets",
        because: `the least gap that agrees with the total and with significance at a design effect of ${deff}, from the question where it is smallest to the one where it is largest`,
        format: TENTHS_OF_POINTS,
      });
    }),
  ];
}
