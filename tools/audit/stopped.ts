import type { Stopped } from "../../data-loaders/tables/index.js";
import { conflictLines } from "../../src/model/conflict.js";

/** Lines for each conflict and what it stops. */
export function stoppedLines(stopped: readonly Stopped[]): string[] {
  return stopped.flatMap(({ conflict, tables, results, claims }) => [
    ...conflictLines(conflict),
    ...listed("figures and tables that it stops", tables),
    ...listed("results that are blank for it", results),
    ...listed("claims that cannot be judged for it", claims),
  ]);
}

function listed(what: string, ids: readonly string[]): string[] {
  return ids.length === 0 ? [] : [`  ${what}: ${ids.join(", ")}`];
}
