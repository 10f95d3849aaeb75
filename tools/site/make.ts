import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { JSDOM } from "jsdom";
import { InputError, readRaw } from "../../data-loaders/read/index.js";
import { dataHash } from "../../data-loaders/tables/data-hash.js";
import { arrowBytes, build, type Dataset, toCsv } from "../../data-loaders/tables/index.js";
import { notHeld } from "../../data-loaders/tables/not-held.js";
import { figureFrame } from "../../src/components/figure-frame.js";
import { blocks } from "./blocks.js";
import { FIGURES } from "./figures.js";
import { digest, filesBelow, writeWhole } from "./files.js";
import { pictureFonts, writeFontStyles } from "./fonts.js";
import { inputsHash, type Manifest } from "./inputs.js";
import { CACHE, DOWNLOADS, MANIFEST_FILE, PROBLEMS_FILE, RAW, SITE_FILE } from "./paths.js";
import { picturePng, pictureSvg } from "./picture.js";
import { siteFile } from "./site-file.js";

/** All that pages show, made and not yet written. */
function made() {
  const inputs = inputsHash();
  const data = dataHash(RAW);
  const raw = readRaw(RAW);
  const built = build(raw);
  const { document } = new JSDOM("").window;
  const results = new Map(built.results.map((r) => [r.id, r]));
  const titles = new Map(raw.publications.map((p) => [p.id, p.shortTitle]));
  const lost = notHeld(raw).map(({ whereToLook: where, publication, ...number }) => ({
    ...number,
    where,
    publication: titles.get(publication) ?? publication,
  }));
  const frames = new Map<string, string>();
  for (const figure of FIGURES) {
    const frame = figureFrame(figure, rowsOf(built.tables, figure), {
      document,
      results,
      downloads: "%DOWNLOADS%",
      readCode: (path) => readFileSync(path, "utf8"),
      lost,
    });
    frames.set(figure.id, frame.outerHTML);
  }
  const arrows = [...built.tables].map(([name, table]) => [name, arrowBytes(table, data)] as const);
  const site = siteFile(built, frames, blocks(raw, built.tables, document), { data, inputs });
  return { inputs, tables: built.tables, results, document, arrows, site };
}

/**
 * Makes everything that pages show, then writes it: tables, results, figures, blocks, downloads. Says "pages ready" on
 * standard output when pages can be shown; downloads, and pictures most of all, take as long again.
 */
async function writeAll(pause: number): Promise<void> {
  const { inputs, tables, results, document, arrows, site } = made();
  const outputs: Record<string, string> = {};
  const write = (path: string, content: string | Uint8Array) => {
    writeWhole(path, content);
    outputs[path] = digest(content);
  };
  writeFontStyles();
  for (const [name, bytes] of arrows) write(join(CACHE, "data", `${name}.arrow`), bytes);
  write(SITE_FILE, JSON.stringify(site));
  rmSync(PROBLEMS_FILE, { force: true });
  process.stdout.write("pages ready\n");
  await wait(pause);

  for (const [name, bytes] of arrows) write(join(DOWNLOADS, `${name}.arrow`), bytes);
  for (const [name, table] of tables) write(join(DOWNLOADS, `${name}.csv`), toCsv(table));
  const fonts = await pictureFonts();
  for (const figure of FIGURES) {
    const svg = pictureSvg(figure, rowsOf(tables, figure), results, document);
    write(join(DOWNLOADS, `${figure.id}.svg`), svg);
    write(join(DOWNLOADS, `${figure.id}.png`), picturePng(svg, fonts));
  }
  for (const path of filesBelow(DOWNLOADS)) if (outputs[path] === undefined) rmSync(path);
  writeWhole(MANIFEST_FILE, JSON.stringify({ inputs, outputs } satisfies Manifest));
}

/**
 * Makes and writes everything. Where the raw files have an error (exit code 2), or hold numbers that agree with nothing
 * (exit code 1), only the problem is written, and all that was there before stays.
 *
 * @param pause milliseconds that open pages get to show themselves before downloads are made
 */
export async function generate({ pause = 0 }: { pause?: number } = {}): Promise<void> {
  try {
    await writeAll(pause);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const input = error instanceof InputError;
    writeWhole(PROBLEMS_FILE, `${problem}\n`);
    process.stderr.write(`${input ? problem : ((error as Error).stack ?? problem)}\n`);
    process.exitCode = input ? 2 : 1;
  }
}

/** Makes everything once and writes nothing, so that the next time takes less. */
export function rehearse(): void {
  try {
    made();
  } catch {
    // What is wrong is said when it is asked for.
  }
}

function rowsOf(tables: ReadonlyMap<string, Dataset>, { id }: { readonly id: string }): readonly object[] {
  const table = tables.get(id);
  if (table === undefined) throw new Error(`figure ${id} has no table of its name`);
  return table.rows;
}
