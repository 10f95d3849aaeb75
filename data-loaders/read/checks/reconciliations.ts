import { formatNumber } from "../../../src/model/format.js";
import { parsePrinted } from "../../../src/model/rounding.js";
import type { Problem } from "../problem.js";
import { problemAt } from "../table.js";
import type { Tables } from "../tables.js";

/** Checks that a printed total is the sum of its printed parts and the residual; skipped where one is not printed. */
export function checkReconciliations(tables: Tables): Problem[] {
  const bases = new Map(tables.bases.rows.map((row) => [row.columns.id, row]));
  const printedOf = (id: string) => bases.get(id)?.columns.printed ?? null;
  return tables.reconciliations.rows.flatMap((row) => {
    const { total: totalId, parts, residual } = row.columns;
    const total = bases.get(totalId);
    const printed = [totalId, ...parts].map(printedOf);
    if (total === undefined || printed.includes(null)) return [];
    const [whole = 0, ...numbers] = printed.map((p) => parsePrinted(p ?? "") ?? Number.NaN);
    const sum = numbers.reduce((a, b) => a + b, residual);
    if (whole === sum) return [];
    const named = parts.map((id) => `${id} (${printedOf(id)})`).join(" + ");
    const message =
      `printed is ${formatNumber(whole)}, but its parts ${named} ` +
      `and ${formatNumber(residual)} in no part make ${formatNumber(sum)}`;
    return [problemAt(total, "printed", message, `the same sum, as ${row.file}:${row.line} says`)];
  });
}
