import { entryAt } from "../../model/entry-at.js";
import type { Aside, TextLine } from "./words.js";

/**
 * How likely a line is a repeated page line, such as a header. Surely: a page number alone, or a line among the first
 * or last of a third of the pages (at least three). Perhaps: among those of two pages; without pages, one that occurs
 * three times or more. Numbers in it may differ.
 */
export function pageLines(lines: readonly TextLine[]): (line: number) => Aside {
  const keys = lines.map(({ text }) => text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ").trim());
  const { isEdge, count } = edges(lines);
  const seen = new Map<string, Set<number>>();
  for (const [index, { page }] of lines.entries()) {
    const key = entryAt(keys, index);
    if (isEdge(index)) seen.set(key, (seen.get(key) ?? new Set()).add(page ?? index));
  }
  return (index) => {
    const key = keys[index] ?? "";
    if (PAGE_NUMBER.test(lines[index]?.text ?? "")) return 2;
    const times = isEdge(index) ? (seen.get(key)?.size ?? 0) : 0;
    if (count === 0) return times >= 3 ? 1 : 0;
    return times >= Math.max(3, count / 3) ? 2 : times >= 2 ? 1 : 0;
  };
}

const PAGE_NUMBER = /^[\s|([\p{Pd}]*(?:page\s+)?\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?[\s|)\]\p{Pd}]*$/iu;

/** Number of lines at each end of a page that may be headers or footers. */
const EDGE = 4;

/** The number of pages, and whether a line is near an end of its page; in a file without pages every line is. */
function edges(lines: readonly TextLine[]): { isEdge: (line: number) => boolean; count: number } {
  const pages = new Map<number, number[]>();
  for (const [index, { text, page }] of lines.entries()) {
    if (page === undefined || text.trim() === "") continue;
    const own = pages.get(page);
    if (own === undefined) pages.set(page, [index]);
    else own.push(index);
  }
  const edge = new Set([...pages.values()].flatMap((own) => [...own.slice(0, EDGE), ...own.slice(-EDGE)]));
  return {
    isEdge: (line) => (lines[line]?.text.trim() ?? "") !== "" && (pages.size === 0 || edge.has(line)),
    count: pages.size,
  };
}
