import type { LostNumber, OwnNumber, OwnNumbers } from "../../../analysis/own-table/numbers.js";
import type { OwnTable } from "../../../figures/own-table.js";
import { formatNumber } from "../../../model/format.js";
import { monthsBetween, periodEnd } from "../../../model/period.js";
import type { WordRow } from "../schema.js";

const MEASURES: Record<WordRow["survey"], string> = {
  cms: "cms16.satisfied",
  options: "options16.satisfied",
};

/**
 * Table 3 of both reports, with two lines each. None of their numbers is printed, so the words are checked instead of
 * ranges.
 */
export const linesTable: OwnTable<WordRow> = {
  asks: ({ measure, group }: LostNumber) =>
    Object.values(MEASURES).includes(measure) && /^(?:csa|letter)$/.test(Object.keys(group).join()),
  mark: (row, numbers) => {
    const line = lineOf(row, numbers);
    if (line.length === 0) return null;
    const values = line.map(({ value }) => value);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const value = values.reduce((sum, x) => sum + x, 0) / values.length;
    const many = `${formatNumber(line.length)} ${row.each}${line.length === 1 ? "" : "s"}`;
    return { value, low, high, shown: `${many}, ${formatNumber(low, 1)} to ${formatNumber(high, 1)}%` };
  },
  label: (row) => row.label,
  inWords: (rows, numbers) =>
    (["cms", "options"] as const)
      .map((survey) =>
        compared(
          rows.filter((row) => row.survey === survey),
          numbers,
        ),
      )
      .filter((text) => text !== "")
      .join(" "),
};

/** The reader's numbers of a line, each with its index on it. */
export function lineOf(
  { survey, group, start, each }: Pick<WordRow, "survey" | "group" | "start" | "each">,
  numbers: OwnNumbers,
): { readonly at: number; readonly end: string; readonly value: number }[] {
  return [...numbers.values()]
    .filter((number) => number.measure === MEASURES[survey] && number.group === group)
    .map(({ period, value }: OwnNumber) => {
      const end = periodEnd(period ?? "");
      return { at: monthsBetween(start, end) / (each === "quarter" ? 3 : 1), end, value };
    })
    .sort((a, b) => a.at - b.at);
}

/** In how many months the supposedly lower line is lower, and by how much on average. */
function compared(rows: readonly WordRow[], numbers: OwnNumbers): string {
  const [upper, lower] = rows;
  if (upper === undefined || lower === undefined) return "";
  const below = new Map(lineOf(lower, numbers).map(({ end, value }) => [end, value]));
  const gaps = lineOf(upper, numbers).flatMap(({ end, value }) => {
    const other = below.get(end);
    return other === undefined ? [] : [value - other];
  });
  if (gaps.length === 0) return "";
  const lowerIn = gaps.filter((gap) => gap > 0).length;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const many = `${formatNumber(lowerIn)} of ${formatNumber(gaps.length)} ${upper.each}${gaps.length === 1 ? "" : "s"}`;
  return `“${lower.label}” is lower than “${upper.label}” in ${many}, by ${formatNumber(mean, 1)} points on average over all.`;
}
