import type { Raw } from "../../data-loaders/read/index.js";
import type { Dataset } from "../../src/model/table.js";

/** Makes parts of a page from the tables, by the name under which the page places them. */
export type BlockMaker = (
  raw: Raw,
  tables: ReadonlyMap<string, Dataset>,
  document: Document,
) => Readonly<Record<string, string | HTMLElement>>;
