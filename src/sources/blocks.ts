import type { Publication, Raw } from "../../data-loaders/read/index.js";
import { groupNotHeld, notHeld } from "../../data-loaders/tables/not-held.js";
import { type WhereFrom, whereFrom } from "../../data-loaders/tables/where-from.js";
import { dataTable } from "../components/data-table.js";
import { make } from "../components/dom.js";
import { noteOf } from "../components/note-of.js";
import { groupLabel } from "../model/dimensions.js";
import { formatNumber } from "../model/format.js";
import { memoize } from "../model/memoize.js";
import { dateLabel, periodLabel } from "../model/period.js";
import { isHeld, type Value } from "../model/value.js";
import { WORKSPACE } from "../model/workspace.js";

/** The raw files' text for a field that publications do not state. */
const NOT_STATED = "not stated in the texts held";

/** The blocks of the pages on sources, by name. */
export function sourceBlocks(raw: Raw, document: Document): Record<string, string> {
  const { publications, events, facts, sources } = raw;
  return {
    "sources.list": publicationList(raw, document).outerHTML,
    "sources.events": memoizedHtml("sources.events", [publications, events, sources], () =>
      fold("dates, with who says so", eventList(raw, document), document),
    ),
    "sources.context": memoizedHtml("sources.context", [facts, sources], () =>
      fold("facts, with their grade", contextList(raw, document), document),
    ),
    ...Object.fromEntries(
      publications.flatMap((publication) =>
        Object.entries(publicationBlocks(publication, raw, document)).map(
          ([name, html]) => [`sources.${publication.id}.${name}`, html] as const,
        ),
      ),
    ),
  };
}

/** The HTML of a block, memoized by its inputs. */
const memoizedHtml = memoize(
  (_name: string, _from: unknown, element: () => HTMLElement): string => element().outerHTML,
  { size: 200, key: (name, from) => JSON.stringify([name, from]) },
);

/** The blocks of one publication's page, by name. */
function publicationBlocks(publication: Publication, raw: Raw, document: Document): Record<string, string> {
  const of = <T extends { readonly publication: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.publication === publication.id);
  const labels = Object.fromEntries(of(raw.measures).map((m) => [m.id, m.label]));
  const table = <T>(rows: readonly T[], caption: string, columns: Columns<T>) =>
    memoizedHtml(`${publication.shortTitle}: ${caption}`, [rows, labels], () =>
      dataTable(rows, columns, {
        document,
        caption: `${publication.shortTitle}: ${caption}`,
        quiet: true,
        cards: true,
      }),
    );
  const measures = of(raw.measures).filter((m) => m.askedOf !== "not a survey result");
  const values = of(raw.values).filter(isHeld);
  const isResult = ({ unit }: Value) => unit === "percent" || unit === "points-or-percent";
  const bases = of(raw.bases).filter((b) => b.interviews !== null);
  return {
    about: aboutList(publication, document).outerHTML,
    measures: table(measures, "what was measured", measureColumns(document)),
    rules: table(of(raw.rules), "rules of the survey", [
      { label: "What", value: (rule) => rule.statement },
      { label: "Kind", value: (rule) => rule.kind },
      WHERE,
    ]),
    limitations: table(of(raw.limitations), "limitations", [
      { label: "Limitation, in our words", value: (limitation) => limitation.statement },
      WHERE,
    ]),
    values: table(values.filter(isResult), "survey results in the text", resultColumns(labels)),
    numbers: table(
      values.filter((value) => !isResult(value)),
      "other numbers in the text",
      numberColumns(labels),
    ),
    bases: table(bases, "bases in the text", [
      { label: "Who is counted", value: (b) => b.definition },
      { label: "Group", value: (b) => groupLabel(b.group) },
      { label: "Interviews", value: (b) => b.interviews },
      WHERE,
    ]),
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
      WHERE,
    ]),
  };
}

type Columns<T> = Parameters<typeof dataTable<T>>[1];

/** The column for a row's place in its publication. */
const WHERE = {
  label: "Where",
  value: (row: { readonly locator: string }) => row.locator.replace(/^[^:]+: /, ""),
};

function measureColumns(document: Document): Columns<Raw["measures"][number]> {
  const stated = (text: string) =>
    text === NOT_STATED ? make(document)("span", { class: "quiet" }, "not in our text") : text;
  return [
    { label: "Measure", value: (m) => m.label },
    { label: "Question, in our words", value: (m) => m.question },
    { label: "Counted as such", value: (m) => stated(m.countsAs) },
    { label: "Asked of", value: (m) => m.askedOf },
    { label: "Scale", value: (m) => stated(m.scale) },
    WHERE,
  ];
}

function resultColumns(labels: Readonly<Record<string, string>>): Columns<Value> {
  return [
    { label: "Measure", value: (v) => labels[v.measure] ?? v.measure },
    { label: "Group", value: (v) => groupLabel(v.group) },
    { label: "Period", value: (v) => (v.period === null ? null : periodLabel(v.period)) },
    { label: "As printed", value: (v) => v.printed ?? v.words },
    { label: "Means from", value: (v) => v.low, as: "low" },
    { label: "to", value: (v) => v.high, as: "high" },
    { label: "Interviews", value: (v) => v.interviews },
    WHERE,
    { label: "Note", value: noteOf },
  ];
}

function numberColumns(labels: Readonly<Record<string, string>>): Columns<Value> {
  return [
    { label: "What", value: (v) => labels[v.measure] ?? v.measure },
    { label: "Group", value: (v) => groupLabel(v.group) },
    { label: "As printed", value: (v) => v.printed ?? v.words },
    { label: "Unit", value: (v) => v.unit },
    WHERE,
    { label: "Note", value: noteOf },
  ];
}

/** A long table, folded under its number of rows. */
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

/** A link to an external page. */
function pageLink({ sourceUrl }: WhereFrom, words: string, document: Document): HTMLElement {
  return make(document)("a", { href: sourceUrl, rel: "external" }, words);
}

/**
 * When a source was looked up: "in a stored copy, on 29 November 2026", and whether the page is a copy or report by
 * others.
 */
function lookedUp({ copy, lookedUp: day }: WhereFrom): string {
  return `in a stored copy, on ${dateLabel(day)}${copy === "publisher" ? "" : "; second hand"}`;
}

/** A source as a link, with edition and date of look-up; plain text if it has no page. */
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
    { document, caption: `Facts from outside ${WORKSPACE.publications}`, quiet: true, cards: true },
  );
}
