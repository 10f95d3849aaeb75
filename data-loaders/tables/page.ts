import type { ColumnTable } from "arquero";
import type { Locate } from "../../src/analysis/stopped-by-conflict.js";
import type { Result } from "../../src/model/result.js";
import type { Dataset } from "../../src/model/table.js";
import type { Raw } from "../read/index.js";

/** What the tables of a page are made from. */
export interface PageInput {
  readonly raw: Raw;
  /** Every number of the publications, held or not. */
  readonly values: ColumnTable;
  /** Their numbers of interviews. */
  readonly bases: ColumnTable;
  readonly events: ColumnTable;
  readonly locate: Locate;
}

/** Makes what a page shows: its tables, one a figure and under its id, and its named results. */
export type PageMaker = (given: PageInput) => {
  readonly tables: readonly Dataset[];
  readonly results: readonly Result[];
};
