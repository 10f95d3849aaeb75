import { existsSync } from "node:fs";
import { LOCK_FILE, type Lock, readLock } from "../../data-loaders/audit/lock.js";
import { hasInterviews } from "../../data-loaders/interviews/publish/index.js";
import { readRaw } from "../../data-loaders/read/index.js";
import { dataHash } from "../../data-loaders/tables/data-hash.js";
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
import { isHeld } from "../../src/model/value.js";
import { stoppedLines } from "../audit/stopped.js";
import type { SiteDrift } from "./drift.js";
import { writeWhole } from "./files.js";
import { RAW, SITE_FILE } from "./paths.js";

/** Cache size: more than all results, so that those before an edit stay cached. */
const CACHE_SIZE = 2000;

/** The tags and text of a citation. */
export interface Citation {
  readonly open: string;
  readonly text: string;
  readonly close: string;
}

/** A number in compact form. */
type CompactNumber =
  | readonly [value: number | null, low: number | null, high: number | null, kind: string]
  | readonly [];

/** All generated data for pages, written once per run and read at each parse of a page. */
export interface SiteFile {
  /** By result and form; forms without a text are left out. */
  readonly citations: Readonly<Record<string, Partial<Record<CitationForm, Citation>>>>;
  /** Each number that passages can depend on, as `[value, low, high, kind]`; empty if unknown. */
  readonly standings: Readonly<Record<string, CompactNumber>>;
  /** Row of each result in a page's list of numbers. */
  readonly numbers: Readonly<Record<string, string>>;
  /** Built figures by id, with the results that each cites. */
  readonly figures: Readonly<Record<string, { readonly html: string; readonly cites: readonly string[] }>>;
  /** Blocks by name. */
  readonly blocks: Readonly<Record<string, string>>;
  /** Data hash, shortened for readers. */
  readonly data: string;
  /** Comparison with the lock. */
  readonly drift: SiteDrift;
  /** Warnings about conflicting numbers, line by line. */
  readonly conflicts: readonly string[];
  /** Hash of all inputs; differs between runs with different output. */
  readonly made: string;
  /** Set while tables and figures are still being made: the text uses locked numbers. */
  readonly early?: true;
}

/** Collects the generated data for pages. `%ROOT%` stands for the path to the site's root. */
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
          // Not every form exists for every result: citing a missing one fails the page.
          return [];
        }
      }),
    );
  },
  { size: CACHE_SIZE },
);

/** A row of a page's list of numbers: label, kind, and place or derivation. */
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
      `<td data-label="What it is">${escapeHtml(result.label)}<br>${derivation(result)}${made}` +
      `${result.madeBy === "as printed" ? inAllNumbers(result.id) : ""}${closeCalls(calls)}</td></tr>`
    );
  },
  { size: CACHE_SIZE },
);

/** The derivation of a result; in case of a conflict, the conflicting statements. */
function derivation({ because, conflict }: Result): string {
  return conflict === undefined ? `<small>${escapeHtml(because)}</small>` : conflictMarkup(conflict);
}

function inAllNumbers(id: string): string {
  return `<br><small><a data-part="in-all" href="%ROOT%/review/all-the-numbers#${valueAnchor(id)}">in all the numbers</a></small>`;
}

/** Close calls that affect a result, as links to their cards; long lists are cut and counted. */
function closeCalls(calls: readonly (readonly string[])[]): string {
  if (calls.length === 0) return "";
  const links = calls
    .slice(0, MAX_CALLS)
    .map(
      ([id = "", statement = ""]) =>
        `<a href="%ROOT%/review/sentence-by-sentence#${cardAnchor(id)}">${escapeHtml(statement)}</a>`,
    );
  const more = calls.length > MAX_CALLS ? ` and ${calls.length - MAX_CALLS} more` : "";
  return `<br><small data-part="close-calls" data-count="${calls.length}">${calls.length === 1 ? "A close call is" : "Close calls are"} about it: ${links.join("; ")}${more}</small>`;
}

const MAX_CALLS = 4;

/** Every number that texts can refer to: results, and, as null, unknown values and bases. */
export function namedNumbers({
  raw,
  results,
}: {
  readonly raw: Pick<Built["raw"], "values" | "bases">;
  readonly results: Built["results"];
}): Results {
  const lost = [
    ...raw.values.filter((value) => !isHeld(value)),
    ...raw.bases.filter(({ interviews }) => interviews === null),
  ];
  return new Map([
    ...lost.map(({ id }) => [id, null] as const),
    ...results.map((result) => [result.id, result] as const),
  ]);
}

/**
 * Writes the data for page texts from the lock, so that pages can be served while tables and figures are made.
 *
 * @returns whether it could: not if the raw files differ from the lock's, or interviews add numbers
 */
export function writeEarlySite(): boolean {
  if (!existsSync(LOCK_FILE) || hasInterviews()) return false;
  const lock = readLock();
  const data = dataHash(RAW);
  const results = lockedResults(lock);
  if (lock.data !== data || results.length < Object.keys(lock.results).length) return false;
  const site = siteFile(
    { raw: readRaw(RAW), results, tables: new Map(), stopped: [] },
    new Map(),
    new Map(),
    { data, inputs: "early", drift: { belongs: true, differences: [] } },
  );
  writeWhole(SITE_FILE, JSON.stringify({ ...site, early: true }));
  return true;
}

/** The locked results with citation data. */
function lockedResults({ results }: Lock): Result[] {
  return Object.entries(results).flatMap(([id, { cited, ...numbers }]) =>
    cited === undefined ? [] : [{ id, ...numbers, ...cited, unit: "", base: null, madeBy: "", because: "" }],
  );
}
