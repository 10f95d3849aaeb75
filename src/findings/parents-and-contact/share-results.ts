import type { Result } from "../../model/result.js";
import { infeasible } from "../../model/result.js";
import type { Facts } from "./facts.js";
import { TENTHS } from "./formats.js";
import { shares } from "./shares.js";

/** The share of each group in the interviews and in the weights. */
export function shareResults(facts: Facts): Result[] {
  const { satisfied } = facts;
  return shares(facts).flatMap((row): Result[] => {
    const parents = row.group.startsWith("parent");
    const weighed = (result: Result) => (row.weight === null ? infeasible(result) : result);
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
        inputs: [satisfied.all.base, satisfied[parents ? "receiving" : "new"].base],
        madeBy: "analysis.shareRows",
        because: "interviews with the group of all interviews with an answer",
        format: TENTHS,
      },
      weighed({
        id: `shares.${name}.weight`,
        label: `${row.label}: share of the survey's weights`,
        kind: "bounded",
        value: null,
        low: row.weight?.low ?? null,
        high: row.weight?.high ?? null,
        unit: "percent",
        base: null,
        inputs: [satisfied.all.id, ...parts],
        madeBy: "stats.impliedShare",
        because: "the shares at which the three printed percentages agree, over every rounding",
        format: TENTHS,
      }),
    ];
  });
}
