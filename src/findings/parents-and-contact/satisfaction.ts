import { percentInterval } from "../../analysis/proportion.js";
import { groupKey, groupLabel } from "../../model/dimensions.js";
import { wilsonInterval } from "../../stats/published/index.js";
import { type Facts, GROUPS } from "./facts.js";
import type { SatisfactionRow } from "./schema.js";

/** The five printed percentages, in reading order. */
export function satisfactionRows({ satisfied }: Facts): SatisfactionRow[] {
  return GROUPS.map(({ key, group }) => {
    const { id, value, low, high, interviews, locator } = satisfied[key];
    return {
      ...{ group: groupKey(group), label: groupLabel(group), kind: "published" },
      ...{ value, low, high, interviews, locator, value_id: id },
    };
  });
}

/** The 95% Wilson interval of a row in percent, at a design effect. */
export function samplingInterval(
  { value, interviews }: Pick<SatisfactionRow, "value" | "interviews">,
  deff: number,
): { low: number; high: number } {
  return percentInterval(wilsonInterval(value / 100, interviews, { deff }));
}
