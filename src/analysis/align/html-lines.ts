import { raised } from "./raised.js";
import type { TextLine } from "./words.js";

/** The lines of an HTML document: one for each block, list item, table row or line break. Scripts and styles are no text. */
export function linesOfHtml(document: Document): TextLine[] {
  const lines: TextLine[] = [];
  let line = "";
  const end = () => {
    if (line.trim() !== "") lines.push({ text: line.replace(/[^\S\u00A0]+/g, " ").trim() });
    line = "";
  };
  // A stack and no recursion: documents may be nested deeper than calls.
  const open: (Node | (() => void))[] = [document.body ?? document.documentElement];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === "function") {
      node();
      continue;
    }
    if (node.nodeType === TEXT) {
      line += node.nodeValue ?? "";
      continue;
    }
    if (node.nodeType !== ELEMENT) continue;
    const name = node.nodeName.toLowerCase();
    if (NO_TEXT.has(name)) continue;
    if (name === "sup") {
      line += raised(node.textContent ?? "");
      continue;
    }
    if (name === "br") end();
    if (CELLS.has(name)) line += " ";
    if (BLOCKS.has(name)) {
      end();
      open.push(end);
    }
    open.push(...[...node.childNodes].reverse());
  }
  end();
  return lines;
}

const ELEMENT = 1;
const TEXT = 3;

const NO_TEXT = new Set(["script", "style", "template", "noscript", "head", "title", "textarea", "select"]);
const CELLS = new Set(["td", "th", "option", "button", "label"]);
const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main nav ol p pre search section summary table tbody tfoot thead tr ul text"
  ).split(" "),
);
