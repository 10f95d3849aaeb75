import { type DefaultTreeAdapterTypes, parse } from "parse5";
import type { TextLine } from "./words.js";
import { raised } from "./words.js";

/** The lines of an HTML page: one per block, list item, table row or line break. Ignores scripts and styles. */
export function linesOfHtml(html: string): TextLine[] {
  const lines: TextLine[] = [];
  let line = "";
  const end = () => {
    if (line.trim() !== "") lines.push({ text: line.replace(/[^\S\u00A0]+/g, " ").trim() });
    line = "";
  };
  // An explicit stack: deeply nested pages would overflow the call stack.
  const open: (DefaultTreeAdapterTypes.Node | (() => void))[] = [parse(html)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === "function") {
      node();
      continue;
    }
    if ("value" in node) line += node.value;
    if (!("childNodes" in node) || NO_TEXT.has(node.nodeName)) continue;
    const name = node.nodeName;
    if (name === "sup") {
      line += raised(textOf(node));
      continue;
    }
    if (name === "br") end();
    if (CELLS.has(name)) line += " ";
    if (BLOCKS.has(name)) {
      end();
      open.push(end);
    }
    open.push(...node.childNodes.toReversed());
  }
  end();
  return lines;
}

/** The text of a small element. */
function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

const NO_TEXT = new Set(["script", "style", "template", "noscript", "head", "title", "textarea", "select"]);
const CELLS = new Set(["td", "th", "option", "button", "label"]);
const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main nav ol p pre search section summary table tbody tfoot thead tr ul text"
  ).split(" "),
);
