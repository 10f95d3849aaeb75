import { formatDesignEffect, formatEnd, formatNumber } from "../model/format.js";
import type { NumberStyle, ShownColumn } from "../model/table.js";
import { make } from "./dom.js";

/** One column of a table for readers: text, a number that is written as its column says, or an element. */
export type TableColumn<Row> = ShownColumn<Row, string | number | Node | null>;

export interface TableOptions {
  readonly document?: Document;
  /** Read by screen readers; also visible unless `quiet`. */
  readonly caption: string;
  readonly quiet?: boolean;
  /** Whether rows become cards on a phone, for tables of text. */
  readonly cards?: boolean;
}

/** A number as its column writes it. */
export function numberText(value: number, { decimals = 0, as }: NumberStyle): string {
  if (as === undefined) return formatNumber(value, decimals);
  return as === "design effect" ? formatDesignEffect(value) : formatEnd(value, as);
}

/**
 * An accessible table: caption, column headers with scope, first column as row headers, tabular figures. An empty
 * cell shows a dash, which screen readers read as "none".
 */
export function dataTable<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  { document = globalThis.document, caption, quiet = false, cards = false }: TableOptions,
): HTMLElement {
  const h = make(document);
  const cell = (row: Row, column: TableColumn<Row>, index: number) => {
    const value = column.value(row);
    const numeric = typeof value === "number";
    const content =
      value === null
        ? [h("span", { "aria-hidden": "true" }, "–"), h("span", { class: "unseen" }, "none")]
        : numeric
          ? numberText(value, column)
          : value;
    return index === 0
      ? h("th", { scope: "row" }, content)
      : h("td", { class: numeric ? "number" : null, "data-label": column.label }, content);
  };
  return h(
    "div",
    {
      class: cards ? "table-scroll table-cards" : "table-scroll",
      tabindex: 0,
      role: "region",
      "aria-label": caption,
    },
    h(
      "table",
      { class: "data" },
      h("caption", { class: quiet ? "unseen" : null }, caption),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          columns.map((c) => h("th", { scope: "col" }, c.label)),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((row) =>
          h(
            "tr",
            {},
            columns.map((column, i) => cell(row, column, i)),
          ),
        ),
      ),
    ),
  );
}
