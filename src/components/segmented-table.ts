import type { SegmentedRow } from "../analysis/segmented-row.js";
import { dataTable } from "./data-table.js";
import { make } from "./dom.js";

/** Level and slope before and after, with the assumptions behind the intervals. `from` says whose numbers they use. */
export function segmentedTable(
  rows: readonly SegmentedRow[],
  { document, title, from }: { readonly document: Document; readonly title: string; readonly from: string },
): HTMLElement {
  const h = make(document);
  return h(
    "div",
    { class: "segmented" },
    h("h3", {}, title),
    dataTable(
      rows,
      [
        { label: "Least squares over the quarters", value: (row) => row.label },
        { label: "Points", value: (row) => row.estimate, decimals: 1 },
        { label: "95% interval from", value: (row) => row.low, as: "low" },
        { label: "to", value: (row) => row.high, as: "high" },
      ],
      { document, caption: "Segmented regression of the quarters", quiet: true },
    ),
    h(
      "p",
      {},
      `Worked out from ${from}, each quarter counted once. The intervals take quarters as independent, which they are not: true ones are wider. What changed at the same time is listed below.`,
    ),
  );
}
