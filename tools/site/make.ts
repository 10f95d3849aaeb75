import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import { JSDOM } from "jsdom";
import { DisclosureError } from "../../data-loaders/interviews/disclosure/index.js";
import {
  discardMade,
  MICRODATA,
  publishedHash,
  publishInterviews,
  writeMade,
} from "../../data-loaders/interviews/publish/index.js";
import { InputError, readRaw } from "../../data-loaders/read/index.js";
import { dataHash } from "../../data-loaders/tables/data-hash.js";
import { arrowBytes, build, toCsv } from "../../data-loaders/tables/index.js";
import { notHeld } from "../../data-loaders/tables/not-held.js";
import type { SentenceRow } from "../../src/analysis/by-statement/columns.js";
import type { LostNumber } from "../../src/analysis/own-table/numbers.js";
import { citeMarkup, type Results } from "../../src/components/citation.js";
import { conflictFrame } from "../../src/components/conflict.js";
import { figureFrame } from "../../src/components/figure-frame.js";
import { type AnyFigure, isDrawn } from "../../src/figures/figure.js";
import { memoize } from "../../src/model/memoize.js";
import { type Dataset, rowsOf } from "../../src/model/table.js";
import { REVIEW_ZIP } from "../../src/review/check-it/blocks.js";
import { blocks } from "./blocks.js";
import { siteDrift } from "./drift.js";
import { ALL_FIGURES } from "./figures.js";
import { digest, filesBelow, writeWhole } from "./files.js";
import { pictureFonts, writeFontStyles } from "./fonts.js";
import { inputsHash, type Manifest } from "./inputs.js";
import { STOPPED } from "./maker-protocol.js";
import { CACHE, DOWNLOADS, FONTS_FILE, MANIFEST_FILE, PROBLEMS_FILE, RAW, SITE_FILE } from "./paths.js";
import { picturePng, pictureSvg } from "./picture.js";
import { reviewZip } from "./review-zip.js";
import { namedNumbers, siteFile } from "./site-file.js";

/** A shared document: nothing is inserted into it, and creating one is slow. */
const { document } = new JSDOM("").window;

type Rows = readonly object[];

/** Cache size: all figures before an edit, after it, and after it is reverted. */
const CACHE_SIZE = 80;

/**
 * Memoizes work on a figure by its rows, by its texts with the results they cite, and by any further arguments, which
 * must be plain data.
 */
export function memoizedFigure<T, More extends unknown[]>(
  work: (figure: AnyFigure, rows: Rows, results: Results, ...more: More) => T,
): (figure: AnyFigure, rows: Rows, results: Results, ...more: More) => T {
  return memoize(work, {
    size: CACHE_SIZE,
    key: (figure, rows, results, ...more) => {
      const ends = figure.ends ?? [];
      const texts = [figure.title(rows), figure.subtitle, ...figure.how, ...ends.map(({ says }) => says)];
      return JSON.stringify([
        figure.id,
        rows,
        texts.map((text) => citeMarkup(text, results)),
        ends.map(({ result }) => results.get(result)?.value),
        more,
      ]);
    },
  });
}

const frameOf = memoizedFigure(
  (figure, rows, results, lost: readonly LostNumber[], sentences: readonly SentenceRow[]) =>
    figureFrame(figure, rows, {
      document,
      results,
      downloads: "%DOWNLOADS%",
      readCode: (path) => readFileSync(path, "utf8"),
      lost,
      sentences,
    }).outerHTML,
);
const pictureOf = memoizedFigure((figure, rows, results) => {
  const svg = pictureSvg(figure, rows, results, document);
  return { svg, png: picturePng(svg, fontPaths) };
});
let fontPaths: string[] = [];

/** Builds everything that pages show from the raw files and interviews, without writing it. */
export async function made(folder = RAW, onStep: (step: string) => void = () => {}) {
  const inputs = inputsHash();
  onStep("Reading the raw files …");
  const printed = readRaw(folder);
  const { surveys, kept } = await publishInterviews(printed);
  const data = publishedHash(dataHash(folder), surveys);
  onStep("Making the tables and results …");
  const built = build(printed, surveys);
  onStep("Drawing the figures …");
  const { raw } = built;
  const results = new Map(built.results.map((r) => [r.id, r]));
  const named = namedNumbers(built);
  const titles = new Map(raw.publications.map((p) => [p.id, p.shortTitle]));
  const lost = notHeld(raw).map(({ whereToLook: where, publication, ...number }) => ({
    ...number,
    where,
    publication: titles.get(publication) ?? publication,
  }));
  const sentences = rowsOf<SentenceRow>(built.tables, "sentences-of-figures");
  const frames = new Map(
    ALL_FIGURES.map((figure) => {
      const { conflict } = tableOf(built.tables, figure);
      const frame =
        conflict === undefined
          ? frameOf(
              figure,
              figureRows(built.tables, figure),
              named,
              figure.own === undefined ? [] : lost,
              sentences.filter((row) => row.figure === figure.id),
            )
          : conflictFrame(figure, conflict, { document, results: named }).outerHTML;
      return [figure.id, frame] as const;
    }),
  );
  const arrows = [...built.tables].map(([name, table]) => [name, stampedArrow(table, data)] as const);
  const drift = siteDrift(data, built);
  const parts = blocks(raw, built.tables, document, data, drift, surveys);
  const site = siteFile(built, frames, parts, { data, inputs, drift });
  return { inputs, raw, kept, tables: built.tables, results, named, arrows, site };
}

export interface GenerateOptions {
  /** Milliseconds to wait before downloads, so that open pages can refresh. */
  readonly pause?: number;
  /** Called when pages can be shown; downloads, pictures above all, take as long again. */
  readonly onPages?: () => void;
  /** Progress callback. */
  readonly onStep?: (step: string) => void;
  /** Aborts the remaining downloads. */
  readonly signal?: AbortSignal;
}

/** Builds and writes everything: tables, results, figures, blocks, downloads. */
async function writeAll({
  pause = 0,
  onPages = () => {},
  onStep = () => {},
  signal,
}: GenerateOptions): Promise<void> {
  const { inputs, raw, kept, tables, results, named, arrows, site } = await made(RAW, onStep);
  const outputs: Record<string, string> = {};
  const write = (path: string, content: string | Uint8Array) => {
    writeWhole(path, content);
    outputs[path] = digest(content);
  };
  if (kept === null) discardMade(MICRODATA);
  else writeMade(MICRODATA, kept);
  writeFontStyles();
  outputs[FONTS_FILE] = digest(readFileSync(FONTS_FILE));
  for (const [name, bytes] of arrows) write(join(CACHE, "data", `${name}.arrow`), bytes);
  write(SITE_FILE, JSON.stringify(site));
  rmSync(PROBLEMS_FILE, { force: true });
  onPages();
  await wait(pause, undefined, { signal });
  onStep("Making the downloads …");

  for (const [name, bytes] of arrows) write(join(DOWNLOADS, `${name}.arrow`), bytes);
  for (const [name, table] of tables) write(join(DOWNLOADS, `${name}.csv`), toCsv(table));
  write(join(DOWNLOADS, REVIEW_ZIP), reviewZip(results.values(), raw.values));
  fontPaths = await pictureFonts();
  for (const figure of ALL_FIGURES) {
    // Yields between pictures, so that the signal can arrive.
    await turn(undefined, { signal });
    const rows = figureRows(tables, figure);
    if (!isDrawn(figure, rows) || tableOf(tables, figure).conflict !== undefined) continue;
    const { svg, png } = pictureOf(figure, rows, named);
    write(join(DOWNLOADS, `${figure.id}.svg`), svg);
    write(join(DOWNLOADS, `${figure.id}.png`), png);
  }
  for (const path of filesBelow(DOWNLOADS)) if (outputs[path] === undefined) rmSync(path);
  writeWhole(MANIFEST_FILE, JSON.stringify({ inputs, outputs } satisfies Manifest));
}

/**
 * Builds and writes everything; conflicting numbers stop only what needs them. On input errors only the problem is
 * written, and earlier outputs stay.
 *
 * @returns the exit code: 0; 2 for an error in the raw files or the interviews; `STOPPED` if aborted; 1 for any other error
 */
export async function generate(options: GenerateOptions = {}): Promise<number> {
  try {
    await writeAll(options);
    return 0;
  } catch (error) {
    if (options.signal?.aborted && error instanceof Error && error.name === "AbortError") return STOPPED;
    const problem = error instanceof Error ? error.message : String(error);
    const input = error instanceof InputError || error instanceof DisclosureError;
    writeWhole(PROBLEMS_FILE, `${problem}\n`);
    process.stderr.write(`${input ? problem : ((error as Error).stack ?? problem)}\n`);
    return input ? 2 : 1;
  }
}

/** Builds everything once without writing, to warm up caches. */
export async function warmUp(): Promise<void> {
  try {
    await made();
  } catch {
    // Errors are reported by the real run.
  }
}

function figureRows(
  tables: ReadonlyMap<string, Dataset>,
  figure: { readonly id: string },
): readonly object[] {
  return tableOf(tables, figure).rows;
}

function tableOf(tables: ReadonlyMap<string, Dataset>, { id }: { readonly id: string }): Dataset {
  const table = tables.get(id);
  if (table === undefined) throw new Error(`figure ${id} has no table of its name`);
  return table;
}

/** Placeholder of the same length as the hash of the inputs. */
const NO_HASH = "0".repeat(64);

const unstamped = memoize((table: Dataset): Uint8Array => arrowBytes(table, NO_HASH), { size: 150 });

/**
 * The Arrow file of `arrowBytes`; for an unchanged table only the hash is replaced.
 *
 * @param inputs the hash of the inputs, 64 characters
 */
export function stampedArrow(table: Dataset, inputs: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/.test(inputs)) throw new RangeError(`${inputs} is no SHA-256 in hexadecimal`);
  const bytes = Buffer.from(unstamped(table));
  const place = `sha256:${NO_HASH}`;
  for (let at = bytes.indexOf(place); at >= 0; at = bytes.indexOf(place, at + place.length))
    bytes.write(`sha256:${inputs}`, at, "latin1");
  return bytes;
}
