import { readFileSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { InputError, readRaw } from "../../data-loaders/read/index.js";
import { dataHash } from "../../data-loaders/tables/data-hash.js";
import { arrowBytes, build, type Dataset, toCsv } from "../../data-loaders/tables/index.js";
import { figureFrame } from "../../src/components/figure-frame.js";
import { blocks } from "./blocks.js";
import { FIGURES } from "./figures.js";
import { digest, filesBelow, writeWhole } from "./files.js";
import { pictureFonts, writeFontStyles } from "./fonts.js";
import { inputsHash, type Manifest } from "./inputs.js";
import { CACHE, DOWNLOADS, LOADERS, MANIFEST_FILE, PROBLEMS_FILE, RAW, SITE_FILE } from "./paths.js";
import { picturePng, pictureSvg } from "./picture.js";
import { siteFile } from "./site-file.js";

/**
 * Makes everything that pages show, in one process that starts fresh, so that no module of an earlier run is left in it:
 * tables, results, figures, blocks, downloads. An input error writes nothing but the list of problems, and exits 2.
 */
async function generate(): Promise<void> {
  const inputs = inputsHash();
  const data = dataHash(RAW);
  const raw = readRaw(RAW);
  const built = build(raw);
  const { document } = new JSDOM("").window;
  const results = new Map(built.results.map((r) => [r.id, r]));
  const outputs: Record<string, string> = {};
  const write = (path: string, content: string | Uint8Array) => {
    writeWhole(path, content);
    outputs[path] = digest(content);
  };

  const frames = new Map<string, string>();
  const pictures = new Map<string, string>();
  for (const figure of FIGURES) {
    const rows = rowsOf(built.tables, figure);
    const frame = figureFrame(figure, rows, {
      document,
      results,
      downloads: "%ROOT%/downloads",
      readCode: (path) => readFileSync(path, "utf8"),
    });
    frames.set(figure.id, frame.outerHTML);
    pictures.set(figure.id, pictureSvg(figure, rows, results, document));
  }
  writeFontStyles();
  for (const [name, table] of built.tables) {
    const bytes = arrowBytes(table, data);
    write(join(CACHE, "data", `${name}.arrow`), bytes);
    write(join(DOWNLOADS, `${name}.arrow`), bytes);
    write(join(DOWNLOADS, `${name}.csv`), toCsv(table));
  }
  for (const [id, svg] of pictures) write(join(DOWNLOADS, `${id}.svg`), svg);
  write(SITE_FILE, JSON.stringify(siteFile(built, frames, blocks(raw, built.tables, document), data)));
  rmSync(PROBLEMS_FILE, { force: true });
  touchLoaders();
  // Pages can be shown from here on; pictures of the figures take longer than all the rest.
  process.stdout.write("pages ready\n");

  const fonts = await pictureFonts();
  for (const [id, svg] of pictures) write(join(DOWNLOADS, `${id}.png`), picturePng(svg, fonts));
  for (const path of filesBelow(DOWNLOADS)) if (outputs[path] === undefined) rmSync(path);
  writeWhole(MANIFEST_FILE, JSON.stringify({ inputs, outputs } satisfies Manifest));
}

function rowsOf(tables: ReadonlyMap<string, Dataset>, { id }: { readonly id: string }): readonly object[] {
  const table = tables.get(id);
  if (table === undefined) throw new Error(`figure ${id} has no table of its name`);
  return table.rows;
}

/**
 * Gives each loader a time just before its output. Framework then takes the output for fresh, and an open page, which
 * knows a file by its loader's time, loads it again.
 */
function touchLoaders(): void {
  const time = new Date(Date.now() - 5);
  const now = new Date();
  for (const path of filesBelow(LOADERS)) utimesSync(path, time, time);
  for (const path of filesBelow(join(CACHE, "data"))) utimesSync(path, now, now);
}

try {
  await generate();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  writeWhole(PROBLEMS_FILE, `${error.message}\n`);
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
