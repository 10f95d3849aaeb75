import { type Figure, type State, shownRows } from "../charts/figure.js";
import { dataTable } from "./data-table.js";

/** The figure's numbers as a table, under a state of its controls. The caption is heard and not shown. */
export function figureTable<Row, Shown>(
  figure: Figure<Row, Shown>,
  rows: readonly Row[],
  state: State,
  { document = globalThis.document, caption }: { document?: Document; caption: string },
): HTMLElement {
  return dataTable(shownRows(figure, rows, state), figure.columns(state), { document, caption, quiet: true });
}
