import { CONTEXT, type Raw } from "../../../data-loaders/read/index.js";
import { claimRowsIn } from "../../../data-loaders/tables/claims.js";
import { whereFrom } from "../../../data-loaders/tables/where-from.js";
import type { ClaimRow } from "../../analysis/review/schema.js";
import { verdictText } from "../../analysis/review/verdict-text.js";
import { CONCERN_LABELS, CONCERNS, VERDICT_LABELS, VERDICTS } from "../../claims/index.js";
import { dataTable } from "../../components/data-table.js";
import { make } from "../../components/dom.js";
import { filterForm } from "../../components/filter-form.js";
import { type CardNumber, claimCard, type OutsideSource } from "../../components/review/claim-card.js";
import { ownCopyForm } from "../../components/review/own-copy-form.js";
import { groupLabel } from "../../model/dimensions.js";
import { formatNumber, formatRange } from "../../model/format.js";
import { dateLabel, periodLabel } from "../../model/period.js";
import type { Dataset } from "../../model/table.js";

/** The blocks of the review pages. */
export function reviewBlocks(
  raw: Raw,
  tables: ReadonlyMap<string, Dataset>,
  document: Document,
): Record<string, HTMLElement> {
  const rows = claimRowsIn(tables);
  return {
    "review.claims": claimList(raw, rows, document),
    "review.phrases": phraseTable(raw, rows, document),
    "review.left-out": leftOut(raw, document),
    "review.own-copy": ownCopyForm(document),
    "review.filters": filters(raw, document),
  };
}

function claimList(raw: Raw, rows: readonly ClaimRow[], document: Document): HTMLElement {
  const h = make(document);
  const numbers = namedNumbers(raw);
  const titles = new Map(raw.publications.map((p) => [p.id, p.shortTitle]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const outside = outsideSources(raw);
  const list = (text: string) => (text === "" ? [] : text.split(";"));
  return h(
    "div",
    { class: "claims", "data-part": "claims" },
    rows.map((row) =>
      claimCard(row, {
        document,
        publication: titles.get(row.publication) ?? row.publication,
        numbers: list(row.values).flatMap((id) => numbers.get(id) ?? []),
        needs: shortened(list(row.needs).map((id) => numbers.get(id)?.label ?? id)),
        given: list(row.given).flatMap((id) => {
          const other = byId.get(id);
          if (other === undefined) return [];
          return [{ id, statement: other.statement, verdict: verdictText(other).toLowerCase() }];
        }),
        outside: list(row.outside).flatMap((id) => outside.get(id) ?? []),
      }),
    ),
  );
}

function shortened(names: readonly string[]): string[] {
  return names.length <= 6 ? [...names] : [...names.slice(0, 5), `and ${names.length - 5} more of the kind`];
}

/** Statements of sources outside the publications, by the event's id. */
function outsideSources({ events }: Raw): ReadonlyMap<string, OutsideSource> {
  return new Map(
    events
      .filter(({ publication }) => publication === CONTEXT)
      .map(({ id, label, date, locator, grade }) => [
        id,
        {
          says: `${label}, ${dateLabel(date)}`,
          place: locator.replace(/^[^:]+: /, ""),
          grade,
          address: null,
        },
      ]),
  );
}

/** Every number that claims can cite, for their cards. */
function namedNumbers(raw: Raw): ReadonlyMap<string, CardNumber> {
  const { values, bases, events, measures } = raw;
  const from = whereFrom(raw);
  const labels = new Map(measures.map((m) => [m.id, m.label]));
  const when = (period: string | null) => (period === null ? "" : `, ${periodLabel(period)}`);
  const range = (low: number | null, high: number | null) =>
    low === null || high === null || low === high ? "" : formatRange(low, high);
  return new Map(
    [
      ...values.map((value) => ({
        id: value.id,
        label: `${labels.get(value.measure) ?? value.measure}, ${groupLabel(value.group)}${when(value.period)}:`,
        said: value.printed ?? value.words ?? "not in the text we hold",
        range: range(value.low, value.high),
      })),
      ...bases.map((base) => ({
        id: base.id,
        label: `Interviews, ${base.definition}, ${groupLabel(base.group)}${when(base.period)}:`,
        said: base.printed ?? "not in the text we hold",
        range: "",
      })),
      ...events.map((event) => {
        const page = event.sourceId === null ? null : from(event);
        const about =
          page === null
            ? ""
            : `${page.copy === "publisher" ? "" : "second hand, "}grade ${event.grade}, looked up on ${dateLabel(page.lookedUp)}`;
        return {
          id: event.id,
          label: `${event.label}:`,
          said: dateLabel(event.date),
          range: "",
          ...(page === null ? {} : { source: { title: page.title, address: page.sourceUrl, about } }),
        };
      }),
    ].map((number) => [number.id, number]),
  );
}

/** A range as text: "from 37.5 to 40, without 40". */
function spanText({ low, high, lowOpen, highOpen }: Raw["phrases"][number]["usual"]): string {
  const shown = (x: number) => formatNumber(x, Number.isInteger(x) ? 0 : Number.isInteger(x * 10) ? 1 : 2);
  const [from, to] = [shown(low), shown(high)];
  const without = [...(lowOpen ? [from] : []), ...(highOpen ? [to] : [])];
  return `${from} to ${to}${without.length === 0 ? "" : `, without ${without.join(" and ")}`}`;
}

function phraseTable({ phrases }: Raw, rows: readonly ClaimRow[], document: Document): HTMLElement {
  const h = make(document);
  const uses = (phrase: string) => rows.filter((row) => row.phrases.split(";").includes(phrase)).length;
  const choice = ({ id, phrase }: Raw["phrases"][number]) =>
    h(
      "select",
      {
        "data-phrase": phrase,
        "aria-label": `How “${phrase}” is read`,
        id: `reading-${id.replaceAll(".", "-")}`,
        disabled: true,
      },
      h("option", { value: "usual" }, "usual"),
      h("option", { value: "narrow" }, "narrower"),
      h("option", { value: "wide" }, "wider"),
    );
  return dataTable(
    phrases.filter(({ phrase }) => uses(phrase) > 0),
    [
      { label: "Phrase", value: (row) => row.phrase },
      { label: "Read as", value: (row) => spanText(row.usual) },
      { label: "Narrower", value: (row) => spanText(row.narrow) },
      { label: "Wider", value: (row) => spanText(row.wide) },
      { label: "Claims", value: (row) => uses(row.phrase) },
      { label: "Why", value: (row) => row.why },
      { label: "Your reading", value: choice },
    ],
    { document, caption: "Phrases and how they are read", quiet: true, cards: true },
  );
}

function leftOut({ sentences, publications }: Raw, document: Document): HTMLElement {
  const h = make(document);
  const titles = new Map(publications.map((p) => [p.id, p.shortTitle]));
  return dataTable(
    sentences.filter(({ leftOut: reason }) => reason !== null),
    [
      {
        label: "Sentence, in our words",
        value: (row) =>
          h("span", {}, row.gist, h("span", { class: "own-words", "data-sentence": row.id, hidden: true })),
      },
      { label: "Why it is left out", value: (row) => row.leftOut },
      {
        label: "Where",
        value: (row) =>
          `${titles.get(row.publication) ?? row.publication}: ${row.locator.replace(/^[^:]+: /, "")}`,
      },
    ],
    { document, caption: "Sentences that are left out", quiet: true, cards: true },
  );
}

function filters({ publications }: Raw, document: Document): HTMLElement {
  return filterForm(
    [
      { name: "publication", label: "Publication", options: publications.map((p) => [p.id, p.shortTitle]) },
      { name: "verdict", label: "Verdict", options: VERDICTS.map((v) => [v, VERDICT_LABELS[v]]) },
      { name: "concern", label: "What is at issue", options: CONCERNS.map((c) => [c, CONCERN_LABELS[c]]) },
      {
        name: "weight",
        label: "What rests on it",
        options: [
          ["conclusion", "a conclusion"],
          ["number", "no conclusion"],
        ],
      },
      {
        name: "basis",
        label: "How it was judged",
        options: [
          ["computed", "worked out from numbers"],
          ["by-reading", "by reading"],
        ],
      },
      { name: "close", label: "Close calls", options: [["yes", "only close calls"]] },
    ],
    document,
  );
}
