import type { ValueCells } from "../../analysis/value-cells.js";
import { foldedByHand } from "../../components/by-hand.js";
import { type Dataset, rowsOf } from "../../model/table.js";
import { factsOf, firstWorlds } from "./index.js";

/** The tables for checking the leave-one-out figures by hand. */
export function groupsByHand(
  tables: ReadonlyMap<string, Dataset>,
  document: Document,
): Record<string, string> {
  const { ethnicity, age } = firstWorlds(factsOf(rowsOf<ValueCells>(tables, "age-and-ethnicity-numbers")));
  return {
    "ethnicity-by-statement.by-hand": foldedByHand("ethnicity-by-statement", ethnicity, document),
    "age-by-statement.by-hand": foldedByHand("age-by-statement", age, document),
  };
}
