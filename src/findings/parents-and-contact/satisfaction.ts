import { groupKey, groupLabel } from "../../model/dimensions.js";
import { wilsonInterval } from "../../stats/published/index.js";
import { type Facts, GROUPS } from "./facts.js";

/** One row of the first figure: a group's printed percentage and its interviews. */
export interface SatisfactionRow {
  readonly group: string;
  readonly label: string;
  readonly kind: "published";
  /** Percent. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly interviews: number;
  readonly locator: string;
  readonly value_id: string;
}

/** The five printed percentages, in reading order. */
export function satisfactionRows({ satisfied }: Facts): SatisfactionRow[] {
  return GROUPS.map(({ key, group }) => {
    const { id, value, low, high, interviews, locator } = satisfied[key];
    return {
      group: groupKey(group),
      label: groupLabel(group),
      kind: "published",
      value,
      low,
      high,
      interviews,
      locator,
      value_id: id,
    };
  });
}

/** The 95% Wilson interval of a row in percent, under a design effect. */
export function samplingInterval(
  { value, interviews }: Pick<SatisfactionRow, "value" | "interviews">,
  deff: number,
): { low: number; high: number } {
  const { low, high } = wilsonInterval(value / 100, interviews, { deff });
  return { low: 100 * low, high: 100 * high };
}
