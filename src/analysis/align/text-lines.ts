import type { TextLine } from "./words.js";

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
