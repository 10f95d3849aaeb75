import { countResult, type Format, type Result } from "../../model/result.js";
import { INTERVIEW_WORTH } from "../interview-worth.js";
import { cellRows } from "./cells.js";
import type { Facts } from "./facts.js";
import { gapInterval, gapRows } from "./gaps.js";
import { explainedByMix, leastLead, mixRows } from "./mix.js";
import { shareRows } from "./shares.js";

const PERCENT: Format = { style: "percent", decimals: 0 };
const TENTHS: Format = { style: "percent", decimals: 1 };
const POINTS: Format = { style: "points", decimals: 0 };
const COUNT: Format = { style: "plain", decimals: 0 };

/** The statement of the last figure's tick box: Receiving Parents at least as satisfied in both contact types. */
export const AHEAD = { off: "no", on: "yes" } as const;

/** Every number that the page on parents and contact type works out, by name. */
export function parentsAndContactResults(facts: Facts): Result[] {
  return [...gapResults(facts), ...mixResults(facts), ...shareResults(facts), ...cellResults(facts)];
}

function gapResults(facts: Facts): Result[] {
  const { satisfied } = facts;
  const inputs = {
    parent: [satisfied.receiving.id, satisfied.paying.id],
    contact: [satisfied.new.id, satisfied.change.id],
  };
  return gapRows(facts).flatMap((row): Result[] => {
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
      ...INTERVIEW_WORTH.filter(({ deff }) => deff !== 1).map(
        ({ code, deff }): Result => ({
          ...interval(deff),
          id: `${name}.gap.interval.${code}`,
          variant: { of: `${name}.gap.interval`, control: "interview", option: code },
        }),
      ),
      {
        ...common,
        inputs: [...common.inputs],
        id: `${name}.stands-up-to`,
        label: `${row.label}: the gap stands up to a design effect of`,
        value: row.critical_deff,
        low: row.critical_deff_worst,
        high: null,
        unit: "design effect",
        madeBy: "stats.criticalDesignEffect",
        because: "(z / 1.96)² with the unpooled variance, the same effect in both groups, independent groups",
        format: { style: "times", decimals: 0, rounding: "down" },
      },
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
        format: { style: "plain", decimals: 1 },
      },
      {
        ...common,
        inputs: [...common.inputs, satisfied.all.id],
        id: `${name}.critical-design-effect.worst`,
        label: `${row.label}: critical design effect at the worst rounding`,
        value: row.critical_deff_worst,
        low: null,
        high: null,
        unit: "design effect",
        madeBy: "stats.worstCriticalDesignEffect",
        because: "the least over all roundings that agree jointly with the total",
        format: { style: "plain", decimals: 1 },
      },
    ];
  });
}

function mixResults(facts: Facts): Result[] {
  const { satisfied, cellBases } = facts;
  const percentages = [satisfied.receiving.id, satisfied.paying.id, satisfied.new.id, satisfied.change.id];
  const rows = mixRows(facts).flatMap((row): Result[] => {
    const name = row.group.replace("parent=", "");
    return [
      {
        id: `mix.${name}.new`,
        label: `${row.label}: New customers among the interviews`,
        kind: "calculated",
        value: row.among_interviews,
        low: row.among_interviews,
        high: row.among_interviews,
        unit: "percent",
        base: row.interviews,
        inputs: cellBases,
        madeBy: "analysis.mixRows",
        because: "interviews with New customers of all interviews with the group",
        format: PERCENT,
      },
      {
        id: `mix.${name}.needed`,
        label: `${row.label}: New customers needed for contact type alone to make the gap`,
        kind: "calculated",
        value: row.needed,
        low: row.needed_low,
        high: row.needed_high,
        unit: "percent",
        base: null,
        inputs: percentages,
        madeBy: "stats.impliedShare",
        because: "share at which the group's percentage follows from those of New and Change customers",
        format: PERCENT,
      },
    ];
  });
  const explained = explainedByMix(facts);
  const lead = leastLead(facts);
  return [
    ...rows,
    {
      id: "mix.explained",
      label: "Points of the parent gap that the mix of contact types explains",
      kind: "bounded",
      value: null,
      ...explained,
      unit: "points",
      base: null,
      inputs: [...percentages, ...cellBases],
      madeBy: "stats.mixExplains",
      because:
        "difference in mix times the gap between contact types, over every table of answers and every rounding",
      format: { style: "points", decimals: 1 },
    },
    {
      id: "mix.least-lead",
      label: "Least lead of Receiving Parents in at least one contact type",
      kind: "bounded",
      value: lead,
      low: lead,
      high: 100,
      unit: "points",
      base: null,
      inputs: [...percentages, satisfied.all.id, ...cellBases],
      madeBy: "bounds.leastLargestLead",
      because:
        "linear programme over the four cells, each table of answers, each interview counting the same",
      format: { style: "points", decimals: 0, rounding: "down" },
    },
  ];
}

function shareResults(facts: Facts): Result[] {
  const { satisfied } = facts;
  return shareRows(facts).flatMap((row): Result[] => {
    const parents = row.group.startsWith("parent");
    const name = parents ? "receiving" : "new";
    const parts = parents
      ? [satisfied.receiving.id, satisfied.paying.id]
      : [satisfied.new.id, satisfied.change.id];
    return [
      {
        id: `shares.${name}.interviews`,
        label: `${row.label}: share of the interviews with an answer`,
        kind: "calculated",
        value: row.among_interviews,
        low: row.among_interviews,
        high: row.among_interviews,
        unit: "percent",
        base: row.all_interviews,
        inputs: parts,
        madeBy: "analysis.shareRows",
        because: "interviews with the group of all interviews with an answer",
        format: TENTHS,
      },
      {
        id: `shares.${name}.weight`,
        label: `${row.label}: share of the survey's weights`,
        kind: "bounded",
        value: null,
        low: row.low,
        high: row.high,
        unit: "percent",
        base: null,
        inputs: [satisfied.all.id, ...parts],
        madeBy: "stats.impliedShare",
        because: "the shares at which the three printed percentages agree, over every rounding",
        format: TENTHS,
      },
    ];
  });
}

function cellResults(facts: Facts): Result[] {
  const { satisfied, cellBases, answered, cells } = facts;
  const interviewed = cells.a1 + cells.a2 + cells.b1 + cells.b2;
  const percentages = Object.values(satisfied).map(({ id }) => id);
  const rows = cellRows(facts).flatMap((row): Result[] => {
    const name = row.group.replace(/\w+=/g, "").replace(";", "-");
    const range = {
      label: `${row.label}: satisfied`,
      kind: "bounded",
      value: null,
      unit: "percent",
      base: row.interviews,
      inputs: [...percentages, ...cellBases],
      madeBy: "bounds.cellRanges",
      format: PERCENT,
    } as const;
    return [
      {
        id: `cells.${name}.interviews`,
        label: `${row.label}: interviews`,
        kind: "calculated",
        value: row.interviews,
        low: row.interviews,
        high: row.interviews,
        unit: "interviews",
        base: null,
        inputs: cellBases,
        madeBy: "analysis.facts",
        because: "printed, or all parents of a type less its New customers",
        format: COUNT,
      },
      {
        ...range,
        id: `cells.${name}.satisfied`,
        low: row.low,
        high: row.high,
        because: "every value that agrees with the printed percentages, each interview counting the same",
      },
      {
        ...range,
        id: `cells.${name}.satisfied.ahead`,
        low: row.low_ahead,
        high: row.high_ahead,
        because: "the same, with Receiving Parents at least as satisfied in both contact types",
        variant: { of: `cells.${name}.satisfied`, control: "ahead", option: AHEAD.on },
      },
    ];
  });
  const count = (id: string, label: string, value: number, because: string): Result =>
    countResult({ id, label, value, because, inputs: cellBases, madeBy: "bounds.twoByTwoTables" });
  return [
    ...rows,
    count(
      "cells.change.interviews",
      "Interviews with customers who reported a change of circumstances",
      cells.a2 + cells.b2,
      "those with Receiving and with Paying Parents together",
    ),
    count(
      "cells.tables",
      "Ways in which the answers can fall into the four cells",
      answered.length,
      "whole-number tables with the printed totals of those who answered, no cell above its interviews",
    ),
    count(
      "cells.no-answer",
      "Interviews without an answer on overall satisfaction",
      interviewed - satisfied.all.interviews,
      "all interviews less those with an answer",
    ),
  ];
}
