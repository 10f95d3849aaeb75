import type { LostNumber } from "../../analysis/own-table/numbers.js";
import { nameOf } from "../../analysis/own-table/read-table.js";

/**
 * A CSV template with a row for each missing number and an empty column `printed`; `readTable` parses it once filled
 * in.
 */
export function tableTemplate(asked: readonly LostNumber[]): string {
  const rows = asked.map((number) => [number.id, `${number.label}: ${nameOf(number)}`, ""]);
  return [["id", "label", "printed"], ...rows].map((row) => `${row.map(quoted).join(",")}\n`).join("");
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
