import type { Result } from "../../model/result.js";
import { infeasible } from "../../model/result.js";
import type { Facts } from "./facts.js";
import { PERCENT } from "./formats.js";
import { explainedByMix, leastLead, mixes } from "./mix.js";

/** What the mix of contact types explains of the parent gap. */
export function mixResults(facts: Facts): Result[] {
  const { satisfied, cellBases, answeredBases } = facts;
  const percentages = [satisfied.receiving.id, satisfied.paying.id, satisfied.new.id, satisfied.change.id];
  const rows = mixes(facts).flatMap((row): Result[] => {
    const name = row.group.replace("parent=", "");
    const needed = (result: Result) => (row.needed === null ? infeasible(result) : result);
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
      needed({
        id: `mix.${name}.needed`,
        label: `${row.label}: New customers needed for contact type alone to make the gap`,
        kind: "calculated",
        value: row.needed?.needed ?? null,
        low: row.needed?.needed_low ?? null,
        high: row.needed?.needed_high ?? null,
        unit: "percent",
        base: null,
        inputs: percentages,
        madeBy: "stats.impliedShare",
        because: "share at which the group's percentage follows from those of New and Change customers",
        format: PERCENT,
      }),
    ];
  });
  const explained = explainedByMix(facts);
  const lead = leastLead(facts);
  const placed = (result: Result) => (facts.answered.length === 0 ? infeasible(result) : result);
  const led = (result: Result) => (lead === null ? infeasible(result) : result);
  return [
    ...rows,
    placed({
      id: "mix.explained",
      label: "Points of the parent gap that the mix of contact types explains",
      kind: "bounded",
      value: null,
      ...explained,
      unit: "points",
      base: null,
      inputs: [...percentages, ...answeredBases, ...cellBases],
      madeBy: "stats.mixExplains",
      because:
        "difference in mix times the gap between contact types, over every table of answers and every rounding, if each interview counts the same",
      format: { style: "points", decimals: 1 },
    }),
    led({
      id: "mix.least-lead",
      label: "Least lead of Receiving Parents in at least one contact type",
      kind: "bounded",
      value: lead,
      low: lead,
      high: 100,
      unit: "points",
      base: null,
      inputs: [...percentages, satisfied.all.id, ...answeredBases, ...cellBases],
      madeBy: "bounds.leastLargestLead",
      because:
        "linear programme over the four cells and every table of answers, if each interview counts the same; less with other weights",
      format: { style: "points", decimals: 1, rounding: "down" },
    }),
  ];
}
