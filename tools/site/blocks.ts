import type { PublishedSurvey } from "../../data-loaders/interviews/publish/index.js";
import type { Raw } from "../../data-loaders/read/index.js";
import { dataTable } from "../../src/components/data-table.js";
import { make } from "../../src/components/dom.js";
import { codebookBlocks } from "../../src/methods/codebooks/blocks.js";
import { differenceBlocks } from "../../src/methods/differences-from-r/blocks.js";
import { memoize } from "../../src/model/memoize.js";
import type { Dataset } from "../../src/model/table.js";
import { numberBlocks } from "../../src/review/all-the-numbers/blocks.js";
import { checkBlocks } from "../../src/review/check-it/blocks.js";
import { interviewBlocks } from "../../src/review/from-interviews/blocks.js";
import { reviewBlocks } from "../../src/review/sentence-by-sentence/blocks.js";
import { sourceBlocks } from "../../src/sources/blocks.js";
import type { SiteDrift } from "./drift.js";
import { BY_HAND, PAGE_BLOCKS } from "./pages.js";

/** Blocks of pages made from the tables, by name. */
export function blocks(
  raw: Raw,
  tables: ReadonlyMap<string, Dataset>,
  document: Document,
  data: string,
  drift: SiteDrift,
  surveys: readonly PublishedSurvey[] = [],
): ReadonlyMap<string, string> {
  const parts: Readonly<Record<string, string | HTMLElement>> = {
    ...sourceBlocks(raw, document),
    "sources.downloads": downloadTable(tables, document),
    ...differenceBlocks(tables, document),
    "data.recalculated": recalculated(drift, document),
    ...reviewParts(raw, tables, document),
    ...numberBlocks(raw, tables, document),
    ...checkBlocks(raw, tables, document, data, BY_HAND),
    ...Object.assign({}, ...PAGE_BLOCKS.map((make) => make(raw, tables, document))),
    ...codebookParts(tables, document),
    ...interviewBlocks(raw, surveys, document),
  };
  return new Map(
    Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? part : part.outerHTML]),
  );
}

/** Blocks of the review pages, memoized by their claims, phrases, sentences and numbers. */
const reviewParts = memoize(
  (raw: Raw, tables: ReadonlyMap<string, Dataset>, document: Document): Record<string, string> =>
    Object.fromEntries(
      Object.entries(reviewBlocks(raw, tables, document)).map(([name, element]) => [name, element.outerHTML]),
    ),
  {
    size: 3,
    key: ({ values, bases, events, measures, phrases, sentences, publications, sources }, tables) =>
      JSON.stringify([
        tables.get("claims")?.rows,
        tables.get("claim-readings")?.rows,
        values.map(({ id, printed, words, low, high }) => [id, printed, words, low, high]),
        bases.map(({ id, printed, definition }) => [id, printed, definition]),
        events.map(({ id, label, date, sourceId }) => [id, label, date, sourceId]),
        sources,
        measures.map(({ id, label }) => [id, label]),
        [phrases, sentences],
        publications.map(({ id, shortTitle }) => [id, shortTitle]),
      ]),
  },
);

/** Blocks of the codebooks, memoized by content. */
const codebookParts = memoize(codebookBlocks, {
  size: 3,
  key: (tables) => JSON.stringify(["codebooks", "codebook-measures"].map((name) => tables.get(name)?.rows)),
});

/** Differences from the locked numbers if the data changed; otherwise a statement that there are none. */
function recalculated({ belongs, differences }: SiteDrift, document: Document): HTMLElement {
  const h = make(document);
  if (belongs || differences.length === 0)
    return h("p", {}, "All results and verdicts are those that the published texts give.");
  return h(
    "div",
    {},
    h(
      "p",
      {},
      "The data are others than those that the lock of results was made from. What differs for that reason:",
    ),
    dataTable(
      differences,
      [
        { label: "Result or claim", value: (row) => row.id },
        { label: "Locked", value: (row) => row.was },
        { label: "Here", value: (row) => row.is },
      ],
      {
        document,
        caption: "Results and verdicts that differ from the locked ones",
        quiet: true,
        cards: true,
      },
    ),
  );
}

function downloadTable(tables: ReadonlyMap<string, Dataset>, document: Document): HTMLElement {
  const h = make(document);
  const link = (table: Dataset, extension: string, label: string) =>
    h(
      "a",
      {
        href: `%DOWNLOADS%/${table.name}.${extension}`,
        download: `${table.name}.${extension}`,
        rel: "external",
      },
      label,
      h("span", { class: "unseen" }, `: ${table.title}`),
    );
  return dataTable(
    [...tables.values()],
    [
      { label: "Table", value: (table) => table.title },
      { label: "What it holds", value: (table) => table.description },
      { label: "Rows", value: (table) => table.rows.length },
      { label: "CSV", value: (table) => link(table, "csv", "CSV") },
      { label: "Arrow", value: (table) => link(table, "arrow", "Arrow") },
    ],
    { document, caption: "Tables to download", quiet: true, cards: true },
  );
}
