import type { Range } from "../../bounds/index.js";
import { countResult, infeasible, type Result } from "../../model/result.js";
import { cells as cellsOf } from "./cells.js";
import type { Facts } from "./facts.js";
import { COUNT, PERCENT } from "./formats.js";

/** The statement of the tick box: Receiving Parents at least as satisfied in both contact types. */
export const AHEAD = { off: "no", on: "yes" } as const;

/** The four cells of parent by contact type: their interviews, and what satisfaction in them can be. */
export function cellResults(facts: Facts): Result[] {
  const { satisfied, cellBases, answeredBases, answered, cells } = facts;
  const interviewed = cells.a1 + cells.a2 + cells.b1 + cells.b2;
  const percentages = Object.values(satisfied).map(({ id }) => id);
  const rows = cellsOf(facts).flatMap((row): Result[] => {
    const name = row.group.replace(/\w+=/g, "").replace(";", "-");
    const range = {
      label: `${row.label}: satisfied`,
      kind: "bounded",
      value: null,
      unit: "percent",
      base: row.interviews,
      inputs: [...percentages, ...answeredBases, ...cellBases],
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
      within(row.free, {
        ...range,
        id: `cells.${name}.satisfied`,
        because: "every value that agrees with the printed percentages, each interview counting the same",
      }),
      within(row.ahead, {
        ...range,
        id: `cells.${name}.satisfied.ahead`,
        because: "the same, with Receiving Parents at least as satisfied in both contact types",
        variant: { of: `cells.${name}.satisfied`, when: { ahead: AHEAD.on } },
      }),
    ];
  });
  return [
    ...rows,
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

/** A result with its range in percent; without one where no satisfaction in the cells agrees. */
function within(range: Range | null, result: Omit<Result, "low" | "high">): Result {
  const { low, high } = range ?? { low: 0, high: 0 };
  const found = { ...result, low: 100 * low, high: 100 * high };
  return range === null ? infeasible(found) : found;
}
