import { countResult, type Format, type Result } from "../../../model/result.js";
import type { WorldRow, WorldsAgree } from "./rows.js";

const PERCENT: Format = { style: "percent", decimals: 1, rounding: "nearest" };

/** A group of which the text holds no number, for the name of its result. */
export interface LostGroup {
  readonly chart: WorldRow["chart"];
  readonly code: string;
  readonly label: string;
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
  return [
    countResult({
      id: "worlds.count",
      label: "Compatible worlds side by side",
      value: seeds.length,
      because: "seeds of the worlds",
      inputs: [],
      madeBy: "simulate.worldExample",
    }),
    ...(["percentages", "bases", "sentences"] as const).map((what) => agreement(what, agree)),
    ...groups.map((group) => satisfied(group, rows)),
  ];
}

const WHAT: Record<keyof WorldsAgree, string> = {
  percentages: "Printed or worded percentages that each compatible world gives",
  bases: "Printed numbers of interviews that each compatible world gives",
  sentences: "Sentences that numbers decide and that are true of each compatible world",
};

function agreement(what: keyof WorldsAgree, agree: WorldsAgree | null): Result {
  const shared = {
    id: `worlds.${what}`,
    label: WHAT[what],
    inputs: [],
    madeBy: "simulate.worldExample",
    because: "counted where the interviews are put beside the text",
  };
  if (agree !== null) return countResult({ ...shared, value: agree[what] });
  return { ...countResult({ ...shared, value: 0 }), ...NOTHING };
}

function satisfied({ chart, code, label }: LostGroup, rows: readonly WorldRow[]): Result {
  const own = rows.filter(({ group }) => group === `${chart}=${code}`);
  const values = own.map((row) => row.satisfied);
  const range =
    values.length === 0 ? NOTHING : { value: null, low: Math.min(...values), high: Math.max(...values) };
  return {
    id: `worlds.${chart}-${code}`,
    label: `${label}, satisfied in the compatible worlds`,
    kind: "simulated",
    unit: "percent",
    base: own[0]?.interviews ?? null,
    inputs: [],
    madeBy: "simulate.worldExample",
    because: "the least and the greatest of the worlds side by side, which is no bound",
    format: PERCENT,
    ...range,
  };
}

const NOTHING = { value: null, low: null, high: null, nothingFits: true } as const;
