import { InputError } from "../problem.js";

export type Kind = "csv" | "parquet" | "arrow-file" | "arrow-stream";

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: bytes, as characters
/** Patterns for the first bytes of a file. A CSV column may be named PAR1. */
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

/** Number of bytes needed for detection. */
export const SNIFFED = 8192;

/** Detects the kind of a file by content, whatever its name. Throws an InputError that names an unsupported kind. */
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
