import { InputError } from "../problem.js";

export type Kind = "csv" | "parquet" | "arrow-file" | "arrow-stream";

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: bytes, as characters
/** First characters of a file, each byte one character. A column of a CSV file may be named PAR1. */
const KINDS: readonly (readonly [start: RegExp, kind: Kind])[] = [
  [/^PAR1(?![\w ",\r\n]|$)/, "parquet"],
  [/^ARROW1\0\0/, "arrow-file"],
  [/^\xFF\xFF\xFF\xFF/, "arrow-stream"],
];

const OTHERS: readonly (readonly [start: RegExp, name: string])[] = [
  [/^PK\x03\x04/, "a zip archive or an Excel workbook"],
  [/^\$FL[23]/, "an SPSS file"],
  [/^<stata_dta>/, "a Stata file"],
  [/^\x1F\x8B/, "compressed by gzip"],
  [/^FEA1/, "a Feather file of version 1"],
  [/^PARE/, "an encrypted Parquet file"],
  [/^(?:\xFF\xFE|\xFE\xFF)/, "text saved as UTF-16"],
  [/\0/, "of an unknown kind"],
];
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: bytes, as characters

/** How many bytes from its start tell what a file is. */
export const SNIFFED = 8192;

/**
 * The kind of a file by what it holds, whatever its name. Throws an InputError for another kind, which it names.
 */
export function kindOf(file: string, bytes: Uint8Array): Kind {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SNIFFED)).toString(
    "latin1",
  );
  const kind = KINDS.find(([pattern]) => pattern.test(start))?.[1];
  if (kind !== undefined) return kind;
  const other = OTHERS.find(([pattern]) => pattern.test(start))?.[1];
  if (other === undefined) return "csv";
  const expected = "CSV saved as UTF-8, Parquet or Arrow";
  throw new InputError([{ file, line: 1, column: 1, message: `the file is ${other}`, expected }]);
}
