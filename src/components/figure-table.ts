import type { OwnNumbers } from "../analysis/own-table/numbers.js";
import { type Figure, shownRows } from "../figures/figure.js";
import type { ShownColumn } from "../model/table.js";
import type { Options } from "../model/variants.js";
import { dataTable } from "./data-table.js";

/**
 * The figure's numbers as a table, in a state of its controls. The caption is for screen readers only. Numbers from
 * the reader's own table get a column.
 */
export function figureTable<Row, Shown>(
  figure: Figure<Row, Shown>,
  rows: readonly Row[],
  state: Options,
  {
    document = globalThis.document,
    caption,
    own = new Map(),
  }: { document?: Document; caption: string; own?: OwnNumbers },
): HTMLElement {
  const columns = [...figure.columns(state), ...ownColumn(figure, own)];
  return dataTable(shownRows(figure, rows, state), columns, { document, caption, quiet: true });
}

function ownColumn<Row, Shown>({ own }: Figure<Row, Shown>, numbers: OwnNumbers): ShownColumn<Shown>[] {
  if (own === undefined || numbers.size === 0) return [];
  return [{ label: "From your table", value: (row) => own.mark(row, numbers)?.shown ?? null }];
}
