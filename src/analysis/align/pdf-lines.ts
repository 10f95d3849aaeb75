import type { TextLine } from "./words.js";
import { raised } from "./words.js";

/** The fields used of a text item of pdf.js. */
export interface PdfText {
  readonly str: string;
  readonly height: number;
  readonly hasEOL: boolean;
  /** The last two of six numbers are the position, from the lower left of the page. */
  readonly transform: readonly number[];
}

/** The part of a pdf.js document that is used here. */
export interface PdfDocument {
  readonly numPages: number;
  readonly getPage: (page: number) => Promise<{
    readonly getTextContent: () => Promise<{ readonly items: readonly object[] }>;
  }>;
}

/** The lines of a PDF in drawing order, which keeps columns apart. */
export async function linesOfPdf(pdf: PdfDocument): Promise<TextLine[]> {
  const lines: TextLine[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    const pieces = items.filter((item): item is PdfText => "str" in item);
    lines.push(...pageText(pieces).map((text) => ({ text, page })));
  }
  return lines;
}

/** The lines of a page. Small raised digits after text are footnote marks. */
function pageText(pieces: readonly PdfText[]): string[] {
  const lines: string[] = [];
  let line = "";
  let base: PdfText | null = null;
  for (const piece of pieces) {
    const isSmall = base !== null && piece.height > 0 && piece.height < SMALL * base.height;
    line += isSmall ? raised(piece.str) : piece.str;
    if (piece.str.trim() !== "" && !isSmall) base = piece;
    if (!piece.hasEOL) continue;
    lines.push(line);
    line = "";
    base = null;
  }
  lines.push(line);
  return lines.filter((text) => text.trim() !== "");
}

/** Text below this part of its predecessor's height is small. */
const SMALL = 0.8;
