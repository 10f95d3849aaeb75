import { type ColumnTable, from } from "arquero";
import { readRaw } from "../../../data-loaders/read/index.js";
import { basesTable } from "../../../data-loaders/tables/bases.js";
import { valuesTable } from "../../../data-loaders/tables/values.js";
import type { Dataset } from "../../../src/model/table.js";
import { RAW } from "../data-loaders/tables/filled-copy.js";

const raw = readRaw(RAW);

/** The tables of values and bases of the project's raw folder, made by Arquero from their rows. */
export const VALUES: ColumnTable = columns(valuesTable(raw));
export const BASES: ColumnTable = columns(basesTable(raw));

function columns({ rows }: Dataset): ColumnTable {
  return from([...rows]);
}
