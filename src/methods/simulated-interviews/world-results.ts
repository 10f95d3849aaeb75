import {
  countResult,
  infeasible,
  type Result,
  rangeOf,
  rangeResult,
  TENTHS_OF_PERCENT,
} from "../../model/result.js";
import type { WorldRow } from "./schema.js";

/** A group without a number in the text. */
export interface LostGroup {
  readonly chart: WorldRow["chart"];
  readonly code: string;
  readonly label: string;
}

/** The numbers that every world agrees with. */
export interface WorldsAgree {
  readonly percentages: number;
  readonly bases: number;
  readonly sentences: number;
}

/**
 * All results about compatible worlds: how many are shown, what they agree with, and the range of each unknown group
 * over them, which is no bound.
 *
 * @param groups the groups of the charts whose numbers are not in the text
 * @param agree null if no world was found
 */
export function worldResults(
  rows: readonly WorldRow[],
  seeds: readonly number[],
  groups: readonly LostGroup[],
  agree: WorldsAgree | null,
): Result[] {
  const made = { inputs: [], madeBy: "simulate.worldExample" };
  const agreement = (what: keyof WorldsAgree, label: string) => {
    const result = countResult({
      ...made,
      id: `worlds.${what}`,
      label,
      value: agree?.[what] ?? 0,
      because: "counted where the interviews are put beside the text",
    });
    return agree === null ? infeasible(result) : result;
  };
  return [
    countResult({
      ...made,
      id: "worlds.count",
      label: "Compatible worlds side by side",
      value: seeds.length,
      because: "seeds of the worlds",
    }),
    agreement("percentages", "Printed or worded percentages that each compatible world gives"),
    agreement("bases", "Printed numbers of interviews that each compatible world gives"),
    agreement("sentences", "Sentences that numbers decide and that are true of each compatible world"),
    ...groups.map(({ chart, code, label }) => {
      const own = rows.filter(({ group }) => group === `${chart}=${code}`);
      return rangeResult({
        ...made,
        id: `worlds.${chart}-${code}`,
        label: `${label}, satisfied in the compatible worlds`,
        kind: "simulated",
        range: rangeOf(own.map(({ satisfied }) => satisfied)),
        unit: "percent",
        base: own[0]?.interviews ?? null,
        because: "the least and the greatest of the worlds side by side, which is no bound",
        format: { ...TENTHS_OF_PERCENT, rounding: "nearest" },
      });
    }),
  ];
}
