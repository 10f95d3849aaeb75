import type { ValueCells } from "../../analysis/value-cells.js";
import { foldedByHand } from "../../components/by-hand.js";
import type { Dataset } from "../../model/table.js";
import { factsOf, firstWorlds } from "./index.js";

/** The checks by hand of the figures that leave out one statement after the other. */
export function groupsByHand(
  tables: ReadonlyMap<string, Dataset>,
  document: Document,
): Record<string, string> {
  const rows = (tables.get("age-and-ethnicity-numbers")?.rows ?? []) as readonly unknown[];
  const { ethnicity, age } = firstWorlds(factsOf(rows as readonly ValueCells[]));
  return {
    "ethnicity-by-statement.by-hand": foldedByHand("ethnicity-by-statement", ethnicity, document),
    "age-by-statement.by-hand": foldedByHand("age-by-statement", age, document),
  };
}
