import type { Raw } from "../../../data-loaders/read/index.js";
import { groupNotHeld, type NotHeld, notHeld } from "../../../data-loaders/tables/not-held.js";
import { isUnused, type NumberUse } from "../../../data-loaders/tables/number-uses.js";
import type { ClaimRow } from "../../analysis/review/schema.js";
import { valueAnchor } from "../../components/citation.js";
import { dataTable, type TableColumn } from "../../components/data-table.js";
import { make } from "../../components/dom.js";
import { filterForm } from "../../components/filter-form.js";
import { noteOf } from "../../components/note-of.js";
import { cardAnchor } from "../../components/review/claim-card.js";
import { groupLabel } from "../../model/dimensions.js";
import { formatNumber } from "../../model/format.js";
import { memoize } from "../../model/memoize.js";
import { periodLabel } from "../../model/period.js";
import { type Dataset, rowsOf } from "../../model/table.js";
import { isHeld } from "../../model/value.js";
import { definitionBlocks } from "./definition-blocks.js";

/** A known number, as the page lists it. */
interface HeldNumber {
  readonly use: NumberUse;
  readonly who: string;
  readonly printed: string;
  readonly means: string | null;
  readonly interviews: number | null;
  readonly where: string;
  readonly note: string | null;
}

/** Unknown numbers that the same claims and ranges need. */
interface LostNumbers {
  readonly use: NumberUse;
  readonly groups: string;
  readonly periods: string;
  readonly count: number;
  readonly where: string;
}

type Maker = ReturnType<typeof make>;

/** The blocks of the page of all numbers. */
export function numberBlocks(
  raw: Raw,
  tables: ReadonlyMap<string, Dataset>,
  document: Document,
): Record<string, string> {
  const { publications, values, bases, measures } = raw;
  const choices = [
    {
      name: "publication",
      label: "Publication",
      options: publications.map((p) => [p.id, p.shortTitle] as const),
    },
    {
      name: "status",
      label: "Status",
      options: [
        ["yes", "in the text"],
        ["no", "not in the text we hold"],
      ] as const,
    },
    {
      name: "used",
      label: "Use",
      options: [
        ["yes", "something rests on it"],
        ["no", "nothing rests on it"],
      ] as const,
    },
  ];
  const rows = ["number-uses", "claims", "results"].map((name) => tables.get(name)?.rows);
  return {
    "numbers.filters": filterForm(choices, document).outerHTML,
    "numbers.list": memoizedHtml(
      () => numberList(raw, tables, document).outerHTML,
      [publications, values, bases, measures, rows],
    ),
    ...definitionBlocks(raw, document),
  };
}

/** The HTML of the list, memoized by its inputs. */
const memoizedHtml = memoize((html: () => string, _from: unknown): string => html(), {
  size: 3,
  key: (_html, from) => JSON.stringify(from),
});

function numberList(raw: Raw, tables: ReadonlyMap<string, Dataset>, document: Document): HTMLElement {
  const h = make(document);
  const uses = new Map(rowsOf<NumberUse>(tables, "number-uses").map((use) => [use.id, use]));
  const claims = new Map(rowsOf<ClaimRow>(tables, "claims").map((claim) => [claim.id, claim]));
  const labels = new Map(
    rowsOf<{ id: string; label: string }>(tables, "results").map(({ id, label }) => [id, label]),
  );
  const show = { h, document, claims, labels };
  const lost = notHeld(raw);
  return h(
    "div",
    { class: "across all-numbers", "data-part": "numbers" },
    raw.publications.map(({ id, shortTitle }) => {
      const held = heldNumbers(raw, id, uses);
      const own = lost.filter(({ publication }) => publication === id);
      const names = [...new Set([...held.map(({ name }) => name), ...own.map(({ label }) => label)])];
      return h(
        "details",
        { class: "fold publication", "data-publication": id },
        h(
          "summary",
          {},
          `${shortTitle}: ${formatNumber(held.length)} in the text, ${formatNumber(own.length)} not`,
        ),
        names.map((name) =>
          measureFold(
            name,
            held.filter((number) => number.name === name).map(({ number }) => number),
            lostNumbers(
              own.filter(({ label }) => label === name),
              uses,
            ),
            shortTitle,
            show,
          ),
        ),
      );
    }),
  );
}

function heldNumbers(
  { values, bases, measures }: Raw,
  publication: string,
  uses: ReadonlyMap<string, NumberUse>,
): { readonly name: string; readonly number: HeldNumber }[] {
  const labels = new Map(measures.map((m) => [m.id, m.label]));
  const who = (row: Raw["values"][number] | Raw["bases"][number]) =>
    `${groupLabel(row.group)}${row.period === null ? "" : `, ${periodLabel(row.period)}`}`;
  const where = (locator: string) => locator.replace(/^[^:]+: /, "");
  const use = (id: string) => {
    const found = uses.get(id);
    if (found === undefined) throw new Error(`nothing is known of what uses ${id}`);
    return found;
  };
  return [
    ...values
      .filter((v) => v.publication === publication && isHeld(v))
      .map((v) => ({
        name: labels.get(v.measure) ?? v.measure,
        number: {
          use: use(v.id),
          who: who(v),
          printed: `${v.printed ?? v.words ?? ""}${v.printed !== null && v.unit === "percent" ? "%" : ""}`,
          means: v.low === v.high ? null : `${shown(v.low)} to ${shown(v.high)}`,
          interviews: v.interviews,
          where: where(v.locator),
          note: noteOf(v),
        },
      })),
    ...bases
      .filter((b) => b.publication === publication && b.interviews !== null)
      .map((b) => ({
        name: `Number of interviews: ${b.definition}`,
        number: {
          use: use(b.id),
          who: who(b),
          printed: b.printed ?? "",
          means: null,
          interviews: b.interviews,
          where: where(b.locator),
          note: noteOf(b),
        },
      })),
  ];
}

/** Unknown numbers grouped by uses and place. */
function lostNumbers(rows: readonly NotHeld[], uses: ReadonlyMap<string, NumberUse>): LostNumbers[] {
  const alike = new Map<string, NotHeld[]>();
  for (const row of rows) {
    const { claims = "", decides = "", results = "" } = uses.get(row.id) ?? {};
    const key = JSON.stringify([claims, decides, results, row.whereToLook]);
    alike.set(key, [...(alike.get(key) ?? []), row]);
  }
  return [...alike.values()].flatMap((same) =>
    groupNotHeld(same).map(({ groups, periods, count }) => ({
      use: uses.get(same[0]?.id ?? "") as NumberUse,
      groups,
      periods,
      count,
      where: same[0]?.whereToLook ?? "",
    })),
  );
}

interface Shown {
  readonly h: Maker;
  readonly document: Document;
  readonly claims: ReadonlyMap<string, ClaimRow>;
  readonly labels: ReadonlyMap<string, string>;
}

function measureFold(
  name: string,
  held: readonly HeldNumber[],
  lost: readonly LostNumbers[],
  publication: string,
  show: Shown,
): HTMLElement {
  const { h, document } = show;
  const lostCount = lost.reduce((sum, { count }) => sum + count, 0);
  const counts = [
    ...(held.length === 0 ? [] : [`${formatNumber(held.length)} in the text`]),
    ...(lostCount === 0 ? [] : [`${formatNumber(lostCount)} not in the text we hold`]),
  ];
  const options = (caption: string) => ({
    document,
    caption: `${publication}: ${name}, ${caption}`,
    quiet: true,
    cards: true,
  });
  const tables: HTMLElement[] = [];
  if (held.length > 0) {
    const table = dataTable(held, heldColumns(show), options("in the text"));
    marked(table, held, ({ use }) => ({
      held: true,
      used: !isUnused(use),
      count: 1,
      id: valueAnchor(use.id),
    }));
    tables.push(table);
  }
  if (lost.length > 0) {
    const table = dataTable(lost, lostColumns(show), options("not in the text we hold"));
    marked(table, lost, ({ use, count }) => ({ held: false, used: !isUnused(use), count, id: null }));
    tables.push(table);
  }
  return h(
    "details",
    { class: "fold measure" },
    h("summary", {}, `${name} `, h("small", {}, counts.join(", "))),
    tables,
  );
}

/** Adds the data attributes for filters, and the anchor of a number, to each row. */
function marked<T>(
  table: HTMLElement,
  rows: readonly T[],
  about: (row: T) => {
    readonly held: boolean;
    readonly used: boolean;
    readonly count: number;
    readonly id: string | null;
  },
): void {
  for (const [i, element] of [...table.querySelectorAll<HTMLElement>("tbody tr")].entries()) {
    const { held, used, count, id } = about(rows[i] as T);
    element.dataset.held = held ? "yes" : "no";
    element.dataset.used = used ? "yes" : "no";
    element.dataset.count = `${count}`;
    if (id !== null) element.id = id;
  }
}

function heldColumns(show: Shown): TableColumn<HeldNumber>[] {
  return [
    { label: "Whom it is about", value: (row) => row.who },
    { label: "As printed", value: (row) => show.h("b", {}, row.printed) },
    { label: "Means from, to", value: (row) => row.means },
    { label: "Interviews", value: (row) => row.interviews },
    { label: "Where", value: (row) => row.where },
    { label: "Claims that use it", value: ({ use }) => claimList(use.claims, show) },
    { label: "Results that rest on it", value: ({ use }) => resultList(use.results, "results", show) },
    { label: "Note", value: (row) => row.note },
  ];
}

function lostColumns(show: Shown): TableColumn<LostNumbers>[] {
  return [
    {
      label: "Whom it is about",
      value: (row) => [row.groups, row.periods].filter((text) => text !== "").join("; "),
    },
    { label: "Numbers", value: (row) => row.count },
    { label: "Where to look", value: (row) => row.where },
    { label: "Would help to decide", value: ({ use }) => claimList(use.decides, show) },
    { label: "Ranges it could narrow", value: ({ use }) => resultList(use.results, "ranges", show) },
  ];
}

/** Claims as links to their cards, close calls first; long lists are folded. */
function claimList(ids: string, { h, claims }: Shown): HTMLElement | null {
  const own = listed(ids).flatMap((id) => claims.get(id) ?? []);
  if (own.length === 0) return null;
  const sorted = [...own.filter((c) => c.close), ...own.filter((c) => !c.close)];
  const list = h(
    "ul",
    { class: "uses" },
    sorted.map((claim) =>
      h(
        "li",
        {},
        claim.close && h("span", { class: "close-call" }, "close call "),
        h("a", { href: `./sentence-by-sentence#${cardAnchor(claim.id)}` }, claim.statement),
      ),
    ),
  );
  if (own.length <= MAX_OPEN) return list;
  const close = own.filter((c) => c.close).length;
  const calls = close === 0 ? "" : `, ${close} close call${close === 1 ? "" : "s"}`;
  return h("details", {}, h("summary", {}, `${own.length} claims${calls}`), list);
}

const MAX_OPEN = 2;

function resultList(ids: string, what: "results" | "ranges", { h, labels }: Shown): HTMLElement | null {
  const own = listed(ids);
  if (own.length === 0) return null;
  const list = h(
    "ul",
    { class: "uses" },
    own.slice(0, MAX_RESULTS).map((id) => h("li", {}, labels.get(id) ?? id)),
    own.length > MAX_RESULTS &&
      h(
        "li",
        {},
        `and ${own.length - MAX_RESULTS} more, in the `,
        h(
          "a",
          { href: "%DOWNLOADS%/number-uses.csv", rel: "external", download: "number-uses.csv" },
          "table",
        ),
      ),
  );
  return own.length <= MAX_OPEN ? list : h("details", {}, h("summary", {}, `${own.length} ${what}`), list);
}

const MAX_RESULTS = 8;

function listed(ids: string): string[] {
  return ids === "" ? [] : ids.split(";");
}

function shown(x: number | null): string {
  if (x === null) return "";
  return formatNumber(x, Number.isInteger(x) ? 0 : Number.isInteger(x * 10) ? 1 : 2);
}
