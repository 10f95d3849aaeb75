import {
  countResult,
  infeasible,
  type Result,
  rangeOf,
  rangeResult,
  TENTHS_OF_PERCENT,
} from "../../model/result.js";
import type { WorldRow } from "./schema.js";

/** A group of which the text holds no number, for the name of its result. */
export interface LostGroup {
  readonly chart: WorldRow["chart"];
  readonly code: string;
  readonly label: string;
}

/** What every one of the worlds agrees with. */
export interface WorldsAgree {
  readonly percentages: number;
  readonly bases: number;
  readonly sentences: number;
}

/**
 * Every number that pages cite of compatible worlds: how many stand side by side, what each agrees with, and what each lost
 * group is in them, from the least to the greatest. The latter is what these worlds have and no bound.
 *
 * @param groups the groups of the charts whose numbers are not in the text
 * @param agree null where no world was found
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
