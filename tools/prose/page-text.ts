import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import { type Piece, PieceBuilder, withoutCitations } from "./piece.js";

/** The types of markdown-it used here; Framework brings the library. */
interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: Token[] | null;
  readonly map: [number, number] | null;
}
interface Parser {
  parse(source: string, env: object): Token[];
}
const { default: MarkdownIt } = (await import("markdown-it" as string)) as {
  default: new (options: object) => Parser;
};
const markdown = new MarkdownIt({ html: true, linkify: true });

const FRONT_MATTER = /^---[ \t]*\r?\n(.*?)\n---[ \t]*(?:\r?\n|$)/s;

/**
 * The texts of a page: prose, headings, list items, table cells, titles and text alternatives, without code and URLs.
 */
export function textsOfPage(source: string): Piece[] {
  const matter = FRONT_MATTER.exec(source)?.[0].length ?? 0;
  const lines = lineStarts(source);
  // Keeps lines and columns; dashes would turn the line above into a heading.
  const body = source.slice(0, matter).replace(/[^\n]/g, " ") + source.slice(matter);
  const pieces = frontMatter(source.slice(0, matter));
  let range: [number, number] = [0, source.length];
  let cursor = 0;
  for (const token of markdown.parse(body, {})) {
    if (token.map !== null) {
      const [from, to] = token.map;
      range = [lines[from] ?? source.length, lines[to] ?? source.length];
      cursor = Math.max(cursor, range[0]);
    }
    if (token.type === "html_block") {
      pieces.push(...htmlTexts(source, range[0], range[1]));
      cursor = range[1];
    } else if (token.type === "inline") {
      const inline = inlineTexts(source, token.children ?? [], cursor, range[1]);
      pieces.push(...inline.pieces);
      cursor = inline.end;
    }
  }
  return pieces.map(withoutCitations);
}

function frontMatter(matter: string): Piece[] {
  return [...matter.matchAll(/^(title|menu|description|header|footer):[ \t]*(.*)$/gm)].flatMap((match) => {
    const start = match.index + match[0].length - (match[2] ?? "").length;
    return new PieceBuilder()
      .source(matter, start, match.index + match[0].length)
      .take(`the page's ${match[1]}`);
  });
}

/** Text of a paragraph, heading, list item or cell; each part is searched in the source after the one before. */
function inlineTexts(source: string, children: readonly Token[], start: number, end: number) {
  const builder = new PieceBuilder();
  const others: Piece[] = [];
  let cursor = start;
  let inCode = 0;
  const find = (content: string): number => {
    const at = source.indexOf(content, cursor);
    return at === -1 || at + content.length > end ? -1 : at;
  };
  for (const child of children) {
    if (child.type === "image") {
      // Alternative text and title are texts of their own.
      const alt = inlineTexts(source, child.children ?? [], cursor, end);
      others.push(...alt.pieces.map((piece) => ({ ...piece, role: "a text alternative" })));
      cursor = alt.end;
    } else if (child.type === "html_inline") {
      const at = find(child.content);
      if (/^<(?:code|kbd|samp)\b/i.test(child.content)) inCode++;
      if (/^<\/(?:code|kbd|samp)\b/i.test(child.content)) inCode--;
      if (at !== -1) {
        others.push(...htmlTexts(source, at, at + child.content.length));
        cursor = at + child.content.length;
      }
    } else if (child.type === "softbreak" || child.type === "hardbreak") {
      builder.put(" ", cursor);
    } else if (child.type === "code_inline" || inCode > 0) {
      const at = find(child.content);
      if (at !== -1) cursor = at + child.content.length;
      builder.put("\uFFFC", cursor);
    } else if (child.content !== "") {
      const at = find(child.content);
      if (at !== -1) {
        builder.source(source, at, at + child.content.length);
        cursor = at + child.content.length;
      } else {
        // Escapes and character references differ from the source: position is approximate.
        builder.put(child.content, cursor);
      }
    }
  }
  return { pieces: [...builder.take("prose"), ...others], end: cursor };
}

const INLINE = new Set([
  "a",
  "abbr",
  "b",
  "cite",
  "em",
  "i",
  "mark",
  "q",
  "small",
  "span",
  "strong",
  "sub",
  "sup",
]);
const NOT_TEXT = new Set(["code", "kbd", "samp", "pre", "script", "style"]);
/** Attributes that readers see as text: read aloud, tooltips, or headings of cells on narrow screens. */
const SHOWN = new Set(["alt", "title", "aria-label", "aria-description", "data-label", "placeholder"]);

type Node = DefaultTreeAdapterMap["childNode"];

/** Text and visible attributes of raw HTML. */
function htmlTexts(source: string, start: number, end: number): Piece[] {
  const fragment = parseFragment(source.slice(start, end), { sourceCodeLocationInfo: true });
  const pieces: Piece[] = [];
  const builder = new PieceBuilder();
  const walk = (node: Node) => {
    if (node.nodeName === "#text") {
      const place = node.sourceCodeLocation;
      if (place) builder.source(source, start + place.startOffset, start + place.endOffset);
      return;
    }
    if (!("tagName" in node)) return;
    for (const { name, value } of node.attrs) {
      const place = node.sourceCodeLocation?.attrs?.[name];
      if (!SHOWN.has(name) || !place) continue;
      const at = source.indexOf(value, start + place.startOffset + name.length);
      const from = at === -1 ? start + place.startOffset : at;
      const text = new PieceBuilder().source(source, from, start + place.endOffset);
      pieces.push(...text.take(name === "data-label" ? "a heading of a cell" : "a text alternative"));
    }
    const isInline = INLINE.has(node.tagName);
    if (!isInline) pieces.push(...builder.take("prose"));
    if (NOT_TEXT.has(node.tagName)) return;
    for (const child of node.childNodes) walk(child);
    if (!isInline) pieces.push(...builder.take("prose"));
  };
  for (const node of fragment.childNodes) walk(node);
  return [...pieces, ...builder.take("prose")];
}

function lineStarts(source: string): number[] {
  return [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
}
