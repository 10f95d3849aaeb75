import type { Raw } from "../../data-loaders/read/index.js";
import type { Dataset } from "../../src/model/table.js";

/** Makes the blocks of a page from the tables, by name. */
export type BlockMaker = (
  raw: Raw,
  tables: ReadonlyMap<string, Dataset>,
  document: Document,
) => Readonly<Record<string, string | HTMLElement>>;
