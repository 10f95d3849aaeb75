import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { spans } from "./numbers.js";
import { FILLER } from "./piece.js";

/** A text with a number that may be typed, where, and why. */
export interface Allowed {
  readonly text: string;
  /** A file or a folder from the root; `*` for every one. */
  readonly where: string;
  readonly reason: string;
  /** Its line in the list. */
  readonly line: number;
}

/** Path of the allow list. */
export const ALLOWED_FILE = "tools/prose/allowed.csv";

/** @throws Error for a row without text, place or reason */
export function readAllowed(
  csv = readFileSync(fileURLToPath(new URL("allowed.csv", import.meta.url)), "utf8"),
  file = ALLOWED_FILE,
): Allowed[] {
  const rows = parse(csv, { columns: true, info: true }) as unknown as {
    record: Record<string, string>;
    info: { lines: number };
  }[];
  return rows.map(({ record: { text = "", where = "", reason = "" }, info: { lines } }) => {
    for (const [name, cell] of Object.entries({ text, where, reason })) {
      if (cell.trim() === "") throw new Error(`${file}:${lines}:1: no ${name}; expected text, where, reason`);
    }
    return { text, where, reason, line: lines };
  });
}

/** Ranges of a text that are allowed in a file, as start and end; records the used rows in `used`. */
export function allowedSpans(
  text: string,
  file: string,
  list: readonly Allowed[],
): { readonly row: Allowed; readonly span: readonly [number, number] }[] {
  const plain = text.replace(/\s/g, " ");
  return list
    .filter(({ where }) => isIn(file, where))
    .flatMap((row) => {
      return spans(plain, patternOf(row.text)).map((span) => ({ row, span }));
    });
}

/** Matches whole words, also in the plural; “…” stands for a citation or code. */
function patternOf(phrase: string): RegExp {
  const words = phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("…", `${FILLER}+`);
  return new RegExp(`(?<![\\p{L}\\p{N}.,])${words}s?(?![\\p{L}\\p{N}]|[.,]\\p{N})`, "giu");
}

function isIn(file: string, where: string): boolean {
  return where.split(" ").some((place) => place === "*" || file === place || file.startsWith(`${place}/`));
}
