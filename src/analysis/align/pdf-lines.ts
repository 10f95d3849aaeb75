import { raised } from "./raised.js";
import type { TextLine } from "./words.js";

/** What is used of a piece of text that pdf.js finds in a page. */
export interface PdfText {
  readonly str: string;
  readonly height: number;
  readonly hasEOL: boolean;
  /** The last two of the six numbers are the place of the piece, from the lower left of the page. */
  readonly transform: readonly number[];
}

/** The part of a PDF document of pdf.js that is used here. */
export interface PdfDocument {
  readonly numPages: number;
  readonly getPage: (page: number) => Promise<{
    readonly getTextContent: () => Promise<{ readonly items: readonly object[] }>;
  }>;
}

/** The lines of a PDF, in the order in which it draws them, which keeps columns apart. */
export async function linesOfPdf(pdf: PdfDocument): Promise<TextLine[]> {
  const lines: TextLine[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    const pieces = items.filter((item): item is PdfText => "str" in item);
    lines.push(...pageText(pieces).map((text) => ({ text, page })));
  }
  return lines;
}

/** The lines of a page. A small piece of digits that is raised above what stands before it is a footnote mark. */
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

/** Below this part of the height of the text before it, a piece is set small. */
const SMALL = 0.8;
