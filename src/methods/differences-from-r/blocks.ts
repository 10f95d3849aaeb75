import { dataTable } from "../../components/data-table.js";
import { make } from "../../components/dom.js";
import { KIND_LABELS } from "../../model/kind.js";
import { memoize } from "../../model/memoize.js";
import { type Dataset, rowsOf } from "../../model/table.js";
import { type DifferenceRow, R_VERSION, SURVEY_VERSION } from "./schema.js";

/** The tables of the page on differences from R, memoized by their rows. */
export const differenceBlocks = memoize(
  (tables: ReadonlyMap<string, Dataset>, document: Document): Record<string, string> => ({
    "methods.differences-from-r": differenceTables(
      rowsOf<DifferenceRow>(tables, "differences-from-r"),
      document,
    ).outerHTML,
  }),
  { size: 3, key: (tables) => JSON.stringify(rowsOf<DifferenceRow>(tables, "differences-from-r")) },
);

/** A table of differences per area, with both numbers of each example. */
function differenceTables(rows: readonly DifferenceRow[], document: Document): HTMLElement {
  const h = make(document);
  const areas = [...new Set(rows.map((row) => row.area))];
  const { label, meaning } = KIND_LABELS.simulated;
  return h(
    "div",
    { class: "across differences" },
    h(
      "p",
      { class: "quiet" },
      h("span", { class: "key simulated", "aria-hidden": "true" }),
      `The examples are ${label.toLowerCase()}: each ${meaning}. R’s numbers are those of survey ${SURVEY_VERSION} under R ${R_VERSION}.`,
    ),
    areas.map((area) => [
      h("h2", {}, area),
      dataTable(
        rows.filter((row) => row.area === area),
        [
          {
            label: "What differs",
            value: (row) => h("span", { id: row.id }, row.topic, h("small", {}, row.r_function)),
          },
          { label: "R", value: (row) => row.r_does },
          { label: "We", value: (row) => row.we_do },
          { label: "Why", value: (row) => row.why },
          { label: "For example", value: (row) => row.example },
          { label: "R gives", value: (row) => h("b", {}, row.r_gives) },
          { label: "We give", value: (row) => h("b", {}, row.we_give) },
        ],
        { document, caption: `Differences from R: ${area.toLowerCase()}`, quiet: true, cards: true },
      ),
    ]),
  );
}
