import type { Built } from "../../data-loaders/tables/index.js";
import type { ClaimRow } from "../../src/analysis/review/schema.js";
import { closeCallsBehind } from "../../src/analysis/review/what-rests.js";
import {
  anchor,
  citationMarkup,
  escapeHtml,
  type Results,
  valueAnchor,
} from "../../src/components/citation.js";
import { conflictMarkup } from "../../src/components/conflict.js";
import { cardAnchor } from "../../src/components/review/claim-card.js";
import { KIND_LABELS } from "../../src/model/kind.js";
import { memoize } from "../../src/model/memoize.js";
import { CITATION_FORMS, type CitationForm, formatResult, type Result } from "../../src/model/result.js";
import { rowsOf } from "../../src/model/table.js";
import { stoppedLines } from "../audit/stopped.js";

/** More results than there are, so that those before an edit are kept beside those after it. */
const MOST = 2000;

import type { SiteDrift } from "./drift.js";
import { namedNumbers } from "./named-numbers.js";

/** What stands around a citation and the text itself. */
export interface Citation {
  readonly open: string;
  readonly text: string;
  readonly close: string;
}

/** What is known of a number. */
type Written =
  | readonly [value: number | null, low: number | null, high: number | null, kind: string]
  | readonly [];

/** Everything that pages are filled from, written by one run and read at each parse of a page. */
export interface SiteFile {
  /** By result and form. A form that a result has no text for is left out. */
  readonly citations: Readonly<Record<string, Partial<Record<CitationForm, Citation>>>>;
  /** What is known of each number that passages can depend on: `[value, low, high, kind]`, nothing where no text holds it. */
  readonly standings: Readonly<Record<string, Written>>;
  /** The row of each result in a page's list of its numbers. */
  readonly numbers: Readonly<Record<string, string>>;
  /** Built figures by id, and the results that each cites. */
  readonly figures: Readonly<Record<string, { readonly html: string; readonly cites: readonly string[] }>>;
  /** Parts made from the tables, by name. */
  readonly blocks: Readonly<Record<string, string>>;
  /** The hash of the data, shortened for readers. */
  readonly data: string;
  /** How the numbers stand to those that are locked. */
  readonly drift: SiteDrift;
  /** What to warn of: numbers that conflict, line by line. */
  readonly conflicts: readonly string[];
  /** The hash of all inputs: what a run that made something else would differ in. */
  readonly made: string;
  /** Set while tables and figures are still to be made: the numbers of the text are those of the lock. */
  readonly early?: true;
}

/** Gathers what pages are filled from. `%ROOT%` stands for the way to the site's root. */
export function siteFile(
  {
    raw,
    results,
    tables,
    stopped,
  }: Pick<Built, "results" | "tables" | "stopped"> & Parameters<typeof namedNumbers>[0],
  figures: ReadonlyMap<string, string>,
  blocks: ReadonlyMap<string, string>,
  { data, inputs, drift }: { readonly data: string; readonly inputs: string; readonly drift: SiteDrift },
): SiteFile {
  const claims = rowsOf<ClaimRow>(tables, "claims");
  const behind =
    claims.length === 0 ? new Map<string, readonly ClaimRow[]>() : closeCallsBehind(results, claims);
  const calls = (id: string) => (behind.get(id) ?? []).map(({ id: claim, statement }) => [claim, statement]);
  return {
    citations: Object.fromEntries(
      results.map((result) => [
        result.id,
        citations(
          result,
          results.filter((r) => r.variant?.of === result.id),
        ),
      ]),
    ),
    standings: Object.fromEntries(
      [...namedNumbers({ raw, results })].map(([id, result]) => [
        id,
        result === null ? [] : [result.value, result.low, result.high, result.kind],
      ]),
    ),
    numbers: Object.fromEntries(results.map((result) => [result.id, numberRow(result, calls(result.id))])),
    figures: Object.fromEntries(
      [...figures].map(([id, html]) => [
        id,
        { html, cites: [...html.matchAll(/data-result="([^"]+)"/g)].map((match) => match[1] ?? "") },
      ]),
    ),
    blocks: Object.fromEntries(blocks),
    data: data.slice(0, 12),
    drift,
    conflicts: stoppedLines(stopped),
    made: inputs.slice(0, 12),
  };
}

const citations = memoize(
  (result: Result, variants: readonly Result[]): Partial<Record<CitationForm, Citation>> => {
    const results: Results = new Map([result, ...variants].map((r) => [r.id, r]));
    return Object.fromEntries(
      CITATION_FORMS.flatMap((form) => {
        try {
          return [[form, citationMarkup(result.id, form, results)]];
        } catch {
          // A range has no bare value, and a value without an interval no range: citing such a form fails the page.
          return [];
        }
      }),
    );
  },
  { size: MOST },
);

/** A row of the list of a page's numbers: what it is, its kind, where it stands or how it follows. */
const numberRow = memoize(
  (result: Result, calls: readonly (readonly string[])[]): string => {
    const base =
      result.base === null ? "" : `<br><small>${result.base.toLocaleString("en-GB")} interviews</small>`;
    const made =
      result.madeBy === "as printed"
        ? ""
        : `<br><small><code>${escapeHtml(result.madeBy)}</code> from ${result.inputs.map((id) => `<code>${escapeHtml(id)}</code>`).join(", ") || "the tables"}</small>`;
    return (
      `<tr id="number-${anchor(result.id)}"><th scope="row">${escapeHtml(formatResult(result))}${base}</th>` +
      `<td data-label="Kind"><span class="key ${result.kind}" aria-hidden="true"></span>${KIND_LABELS[result.kind].label}</td>` +
      `<td data-label="What it is">${escapeHtml(result.label)}<br>${why(result)}${made}` +
      `${result.madeBy === "as printed" ? inAllNumbers(result.id) : ""}${closeCalls(calls)}</td></tr>`
    );
  },
  { size: MOST },
);

/** How a result follows; where the data conflict, which statements leave it without a number. */
function why({ because, conflict }: Result): string {
  return conflict === undefined ? `<small>${escapeHtml(because)}</small>` : conflictMarkup(conflict);
}

function inAllNumbers(id: string): string {
  return `<br><small><a data-part="in-all" href="%ROOT%/review/all-the-numbers#${valueAnchor(id)}">in all the numbers</a></small>`;
}

/** The close calls that use a number on which a result rests, as links to their cards; what is beyond a few is counted. */
function closeCalls(calls: readonly (readonly string[])[]): string {
  if (calls.length === 0) return "";
  const links = calls
    .slice(0, MOST_CALLS)
    .map(
      ([id = "", statement = ""]) =>
        `<a href="%ROOT%/review/sentence-by-sentence#${cardAnchor(id)}">${escapeHtml(statement)}</a>`,
    );
  const more = calls.length > MOST_CALLS ? ` and ${calls.length - MOST_CALLS} more` : "";
  return `<br><small data-part="close-calls" data-count="${calls.length}">${calls.length === 1 ? "A close call is" : "Close calls are"} about it: ${links.join("; ")}${more}</small>`;
}

const MOST_CALLS = 4;
