import type { PublishedSurvey } from "../../data-loaders/publish-interviews/index.js";
import type { Publication, Raw } from "../../data-loaders/read/index.js";
import { groupNotHeld, notHeld } from "../../data-loaders/tables/not-held.js";
import { type WhereFrom, whereFrom } from "../../data-loaders/tables/where-from.js";
import { dataTable } from "../../src/components/data-table.js";
import { make } from "../../src/components/dom.js";
import { noteOf } from "../../src/components/note-of.js";
import { feeBlocks } from "../../src/findings/fee-impact/blocks.js";
import { codebookBlocks } from "../../src/methods/codebooks/blocks.js";
import { type DifferenceRow, R_VERSION, SURVEY_VERSION } from "../../src/methods/differences-from-r/index.js";
import { groupLabel } from "../../src/model/dimensions.js";
import { formatNumber } from "../../src/model/format.js";
import { KIND_LABELS } from "../../src/model/kind.js";
import { dateLabel, periodLabel } from "../../src/model/period.js";
import { remembered } from "../../src/model/remembered.js";
import type { Dataset } from "../../src/model/table.js";
import { isHeld, type Value } from "../../src/model/value.js";
import { numberBlocks } from "../../src/review/all-the-numbers/blocks.js";
import { checkBlocks } from "../../src/review/check-it/blocks.js";
import { interviewBlocks } from "../../src/review/from-interviews/blocks.js";
import { reviewBlocks } from "../../src/review/sentence-by-sentence/blocks.js";
import { byHandBlocks } from "./by-hand-blocks.js";
import type { SiteDrift } from "./drift.js";

/** What the raw files say of a field on which the publications are silent. */
const NOT_STATED = "not stated in the texts held";

/** The parts of pages that are made from the tables, by the name under which pages place them. */
export function blocks(
  raw: Raw,
  tables: ReadonlyMap<string, Dataset>,
  document: Document,
  data: string,
  drift: SiteDrift,
  surveys: readonly PublishedSurvey[] = [],
): ReadonlyMap<string, string> {
  const { publications, events, facts } = raw;
  const differences = differenceRows(tables);
  const downloads = [...tables.values()].map(({ columns: _columns, rows, ...table }) => [table, rows.length]);
  return new Map([
    ["sources.list", publicationList(raw, document).outerHTML],
    [
      "sources.events",
      kept("sources.events", [publications, events, raw.sources], () =>
        fold("dates, with who says so", eventList(raw, document), document),
      ),
    ],
    [
      "sources.context",
      kept("sources.context", [facts, raw.sources], () =>
        fold("facts, with their grade", contextList(raw, document), document),
      ),
    ],
    ["sources.downloads", kept("sources.downloads", downloads, () => downloadTable(tables, document))],
    [
      "methods.differences-from-r",
      kept("methods.differences-from-r", differences, () => differenceTables(differences, document)),
    ],
    ["data.recalculated", kept("data.recalculated", drift, () => recalculated(drift, document))],
    ...Object.entries(reviewParts(raw, tables, document)),
    ...Object.entries(numberBlocks(raw, tables, document)),
    ...Object.entries(checkBlocks(raw, tables, document, data)).map(
      ([name, element]) => [name, element.outerHTML] as const,
    ),
    ...Object.entries(feeBlocks(raw, tables, document)).map(
      ([name, element]) => [name, element.outerHTML] as const,
    ),
    ...Object.entries(byHandBlocks(tables, document)),
    ...Object.entries(codebookParts(tables, document)),
    ...Object.entries(interviewBlocks(raw, surveys, document)),
    ...publications.flatMap((publication) =>
      Object.entries(publicationBlocks(publication, raw, document)).map(
        ([name, html]) => [`sources.${publication.id}.${name}`, html] as const,
      ),
    ),
  ]);
}

/** The HTML of a block, made anew only when what it is made from has changed. */
const kept = remembered(
  (_name: string, _from: unknown, element: () => HTMLElement): string => element().outerHTML,
  { most: 200, key: (name, from) => JSON.stringify([name, from]) },
);

/** The parts of the review pages; made anew only when a claim, a phrase, a sentence or a number of theirs has changed. */
const reviewParts = remembered(
  (raw: Raw, tables: ReadonlyMap<string, Dataset>, document: Document): Record<string, string> =>
    Object.fromEntries(
      Object.entries(reviewBlocks(raw, tables, document)).map(([name, element]) => [name, element.outerHTML]),
    ),
  {
    most: 3,
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

/** The codebooks, made anew only when a word of them has changed. */
const codebookParts = remembered(codebookBlocks, {
  most: 3,
  key: (tables) => JSON.stringify(["codebooks", "codebook-measures"].map((name) => tables.get(name)?.rows)),
});

/** What differs from the locked numbers, where the data are others; otherwise that nothing does. */
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

function publicationBlocks(publication: Publication, raw: Raw, document: Document): Record<string, string> {
  const of = <T extends { readonly publication: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.publication === publication.id);
  const table = <T>(rows: readonly T[], caption: string, columns: Parameters<typeof dataTable<T>>[1]) =>
    kept(`${publication.shortTitle}: ${caption}`, [rows, labels], () =>
      dataTable(rows, columns, {
        document,
        caption: `${publication.shortTitle}: ${caption}`,
        quiet: true,
        cards: true,
      }),
    );
  const labels = Object.fromEntries(of(raw.measures).map((m) => [m.id, m.label]));
  const locator = (row: { readonly locator: string }) => row.locator.replace(/^[^:]+: /, "");
  const label = (value: Value) => labels[value.measure] ?? value.measure;
  const h = make(document);
  const stated = (text: string) =>
    text === NOT_STATED ? h("span", { class: "quiet" }, "not in our text") : text;
  const results = (value: Value) => value.unit === "percent" || value.unit === "points-or-percent";
  return {
    about: aboutList(publication, document).outerHTML,
    measures: table(
      of(raw.measures).filter((m) => m.askedOf !== "not a survey result"),
      "what was measured",
      [
        { label: "Measure", value: (m) => m.label },
        { label: "Question, in our words", value: (m) => m.question },
        { label: "Counted as such", value: (m) => stated(m.countsAs) },
        { label: "Asked of", value: (m) => m.askedOf },
        { label: "Scale", value: (m) => stated(m.scale) },
        { label: "Where", value: locator },
      ],
    ),
    rules: table(of(raw.rules), "rules of the survey", [
      { label: "What", value: (rule) => rule.statement },
      { label: "Kind", value: (rule) => rule.kind },
      { label: "Where", value: locator },
    ]),
    limitations: table(of(raw.limitations), "limitations", [
      { label: "Limitation, in our words", value: (limitation) => limitation.statement },
      { label: "Where", value: locator },
    ]),
    values: table(
      of(raw.values).filter((v) => isHeld(v) && results(v)),
      "survey results in the text",
      [
        { label: "Measure", value: label },
        { label: "Group", value: (v) => groupLabel(v.group) },
        { label: "Period", value: (v) => (v.period === null ? null : periodLabel(v.period)) },
        { label: "As printed", value: (v) => v.printed ?? v.words },
        { label: "Means from", value: (v) => v.low, as: "low" },
        { label: "to", value: (v) => v.high, as: "high" },
        { label: "Interviews", value: (v) => v.interviews },
        { label: "Where", value: locator },
        { label: "Note", value: noteOf },
      ],
    ),
    numbers: table(
      of(raw.values).filter((v) => isHeld(v) && !results(v)),
      "other numbers in the text",
      [
        { label: "What", value: label },
        { label: "Group", value: (v) => groupLabel(v.group) },
        { label: "As printed", value: (v) => v.printed ?? v.words },
        { label: "Unit", value: (v) => v.unit },
        { label: "Where", value: locator },
        { label: "Note", value: noteOf },
      ],
    ),
    bases: table(
      of(raw.bases).filter((b) => b.interviews !== null),
      "bases in the text",
      [
        { label: "Who is counted", value: (b) => b.definition },
        { label: "Group", value: (b) => groupLabel(b.group) },
        { label: "Interviews", value: (b) => b.interviews },
        { label: "Where", value: locator },
      ],
    ),
    "not-held": table(groupNotHeld(of(notHeld(raw))), "not in the text we hold", [
      { label: "Chart or table", value: (row) => row.place },
      { label: "What", value: (row) => row.label },
      { label: "Groups", value: (row) => row.groups },
      { label: "Periods", value: (row) => row.periods || null },
      { label: "Numbers", value: (row) => row.count },
    ]),
    calendar: table(of(raw.calendar), "survey calendar", [
      { label: "Survey", value: (row) => row.coverage },
      { label: "Contact from", value: (row) => row.contactStart },
      { label: "to", value: (row) => row.contactEnd },
      { label: "Asked in", value: (row) => row.surveyMonth },
      { label: "Where", value: locator },
    ]),
  };
}

/** A long table behind a line that says how many rows it has. */
function fold(what: string, table: HTMLElement, document: Document): HTMLElement {
  const h = make(document);
  const rows = table.querySelectorAll("tbody tr").length;
  return h("details", { class: "fold" }, h("summary", {}, `${formatNumber(rows)} ${what}`), table);
}

function aboutList(publication: Publication, document: Document): HTMLElement {
  const h = make(document);
  const facts: readonly (readonly [string, string | Node])[] = [
    ["Title", publication.title],
    ["Publisher", publication.publisher],
    ["Published", dateLabel(publication.published)],
    ["Edition", publication.edition],
    ["Address", pageLink(publication, publication.sourceUrl, document)],
    ["Looked up", lookedUp(publication)],
    ["Months covered", coverage(publication)],
    ["One record is", publication.unit],
    ["About whom", publication.population],
    ["How people were asked", publication.mode],
    ["Who asked", publication.interviewer],
    ["Drawn from", publication.frame],
    ["Left out", publication.exclusions],
    ["Weighting", publication.weighting],
    ["Standing", publication.statisticsStatus],
    ["Full tables", publication.tables],
    ["Not in the text", publication.textNote],
  ];
  return h(
    "dl",
    { class: "facts" },
    facts.map(([term, text]) => h("div", {}, h("dt", {}, term), h("dd", {}, text))),
  );
}

/** A link to a page outside the site. */
function pageLink({ sourceUrl }: WhereFrom, words: string, document: Document): HTMLElement {
  return make(document)("a", { href: sourceUrl, rel: "external" }, words);
}

/** "in a stored copy, on 29 November 2026", and whether the page is somebody else's copy or report. */
function lookedUp({ copy, lookedUp: day }: WhereFrom): string {
  return `in a stored copy, on ${dateLabel(day)}${copy === "publisher" ? "" : "; second hand"}`;
}

/** A source as a link, with its edition and when it was looked up; the words alone where it has no page. */
function sourceCell(page: WhereFrom | null, words: string, document: Document): Node | string {
  if (page === null) return words;
  const h = make(document);
  const title = words.startsWith("context:") ? page.title : words;
  return h(
    "span",
    {},
    pageLink(page, title, document),
    h("br"),
    h("small", {}, `${page.edition}; looked up ${lookedUp(page)}`),
  );
}

function coverage({ coverageStart, coverageEnd }: Publication): string {
  if (coverageStart === null || coverageEnd === null) return "not a period of its own";
  return periodLabel(`${coverageStart}/${coverageEnd}`);
}

function publicationList({ publications, values, bases }: Raw, document: Document): HTMLElement {
  const h = make(document);
  return h(
    "ul",
    { class: "cards" },
    newestFirst(publications).map(({ id, shortTitle, title, population, published }) => {
      const own = values.filter((v) => v.publication === id);
      const interviews = bases.filter((b) => b.publication === id && b.interviews !== null).length;
      const counted = interviews === 0 ? "" : ` and ${formatNumber(interviews)} bases`;
      const held = `${formatNumber(own.filter(isHeld).length)} numbers${counted} in the text`;
      const open = own.filter((v) => !isHeld(v)).length;
      return h(
        "li",
        {},
        h("a", { href: `%ROOT%/sources/${id}` }, shortTitle),
        h("p", {}, `${title}, ${published.slice(0, 4)}. About ${population}.`),
        h(
          "p",
          { class: "quiet" },
          open === 0 ? held : `${held}; ${formatNumber(open)} in charts and tables that we do not hold`,
        ),
      );
    }),
  );
}

function newestFirst(publications: readonly Publication[]): Publication[] {
  return [...publications].sort((a, b) =>
    a.published > b.published ? -1 : a.published < b.published ? 1 : 0,
  );
}

function eventList(raw: Raw, document: Document): HTMLElement {
  const { events, publications } = raw;
  const from = whereFrom(raw);
  const names = new Map(publications.map((p) => [p.id, p.shortTitle]));
  const source = (locator: string) => locator.replace(/^[^:]+/, (id) => names.get(id) ?? "context");
  const sorted = [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return dataTable(
    sorted,
    [
      { label: "Date", value: (event) => dateLabel(event.date) },
      { label: "What happened", value: (event) => event.label },
      { label: "Detail", value: (event) => event.detail },
      { label: "Grade", value: (event) => event.grade },
      { label: "Who says so", value: (event) => sourceCell(from(event), source(event.locator), document) },
    ],
    { document, caption: "Dates that matter", quiet: true, cards: true },
  );
}

function contextList(raw: Raw, document: Document): HTMLElement {
  const { facts } = raw;
  const from = whereFrom(raw);
  return dataTable(
    facts,
    [
      { label: "What it belongs to", value: (fact) => fact.topic },
      { label: "Period", value: (fact) => (fact.period === null ? null : periodLabel(fact.period)) },
      { label: "What it says", value: (fact) => fact.statement },
      { label: "As printed", value: (fact) => `${fact.printed}${fact.unit === "percent" ? "%" : ""}` },
      { label: "Grade", value: (fact) => fact.grade },
      { label: "Where it comes from", value: (fact) => sourceCell(from(fact), fact.locator, document) },
      { label: "Note", value: (fact) => fact.note },
    ],
    { document, caption: "Facts from outside the five publications", quiet: true, cards: true },
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

function differenceRows(tables: ReadonlyMap<string, Dataset>): readonly DifferenceRow[] {
  return (tables.get("differences-from-r")?.rows ?? []) as readonly unknown[] as readonly DifferenceRow[];
}

/** Differences from R's survey package: a table for each area, with both numbers of each example. */
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
