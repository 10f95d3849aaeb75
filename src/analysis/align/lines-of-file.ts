import { decodeText, kindOfFile } from "./decode.js";
import { linesOfHtml } from "./html-lines.js";
import { type TextLine, wordsOf } from "./words.js";

/** Why a file cannot be used, as `what is wrong; expected what`. */
export class FileFault extends Error {
  override readonly name = "FileFault";

  constructor(wrong: string, expected: string) {
    super(`${wrong}; expected ${expected}`);
  }
}

/** Reads a PDF; pages and Node have different implementations. Throws the errors of pdf.js. */
export type ReadPdf = (bytes: Uint8Array) => Promise<TextLine[]>;

/**
 * The lines of a publication in plain text, HTML or PDF, detected by content.
 *
 * @throws a FileFault for a file of another kind, or without words
 */
export async function linesOfFile(bytes: Uint8Array, name: string, readPdf: ReadPdf): Promise<TextLine[]> {
  if (bytes.length === 0) throw new FileFault("the file is empty", PUBLICATION);
  if (bytes.length > MAX_BYTES) {
    throw new FileFault(`the file has ${Math.ceil(bytes.length / MEGABYTE)} MB`, "at most 100 MB");
  }
  const kind = kindOfFile(bytes, name);
  if (kind === "office") {
    throw new FileFault("the file is an office document or an archive", `${FORMATS}: save it as PDF`);
  }
  if (kind === "binary") throw new FileFault("the file is no text", FORMATS);
  const lines =
    kind === "pdf"
      ? await pdfLines(bytes, readPdf)
      : kind === "html"
        ? linesOfHtml(decodeText(bytes))
        : linesOfText(decodeText(bytes));
  if (wordsOf(lines).length > 0) return lines;
  throw kind === "pdf"
    ? new FileFault("the PDF holds pictures of pages and no text", "a PDF whose text can be selected")
    : new FileFault("the file holds no words", PUBLICATION);
}

async function pdfLines(bytes: Uint8Array, readPdf: ReadPdf): Promise<TextLine[]> {
  try {
    return await readPdf(bytes);
  } catch (error) {
    const { name, message } = error as Error;
    throw name === "PasswordException"
      ? new FileFault("the PDF asks for a password", "a PDF that opens without one")
      : new FileFault(`the PDF cannot be read (${message})`, "a whole PDF");
  }
}

const MEGABYTE = 1e6;
const MAX_BYTES = 100 * MEGABYTE;
const FORMATS = "plain text, HTML or PDF";
const PUBLICATION = `a publication in ${FORMATS}`;

/**
 * The lines of plain text or Markdown. A form feed starts a page, as in text extracted from PDFs. Markdown links are
 * reduced to their text.
 */
export function linesOfText(text: string): TextLine[] {
  const pages = text.split("\f");
  return pages.flatMap((page, index) =>
    page
      .replace(/\]\([^()\s]*\)/g, "]")
      .replaceAll("**", "")
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .map((line) => (pages.length === 1 ? { text: line } : { text: line, page: index + 1 })),
  );
}
