import { maskCode } from "../mask-code.js";
import { FILLER, type Piece, PieceBuilder, withoutCitations } from "./piece.js";

/** Properties of figures, controls and marks whose strings are always read by readers. */
const TEXT_KEYS = new Set([
  "title",
  "subtitle",
  "source",
  "how",
  "alt",
  "readout",
  "meanings",
  "legend",
  "label",
  "note",
  "says",
  "beyond",
  "text",
  "ariaLabel",
  "ariaDescription",
]);

interface Literal {
  readonly start: number;
  readonly end: number;
  /** The properties around it, outermost first. */
  readonly keys: readonly string[];
}

/**
 * The strings and templates of a module that readers see: titles, explanations, labels, text alternatives, and any
 * other that reads as words. Expressions in templates are not part of the text, except typed numbers.
 */
export function textsOfModule(source: string): Piece[] {
  const mask = maskCode(source);
  return literals(mask)
    .filter(({ start }) => !/(?:\bfrom|\bimport)\s*\(?\s*$/.test(mask.slice(Math.max(0, start - 40), start)))
    .flatMap(({ start, end, keys }) => {
      const role = keys.find((key) => TEXT_KEYS.has(key));
      return pieceOf(source, mask, start, end)
        .take(role === undefined ? "text" : `“${role}”`)
        .filter(({ text }) => (role === undefined ? readsAsWords(text) : !isName(text)));
    })
    .map(withoutCitations);
}

/** Ranges of a module's outermost strings and templates, including quotes. */
export function literalsOfModule(source: string): { readonly start: number; readonly end: number }[] {
  let last = 0;
  return literals(maskCode(source)).filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}

/** Whether a text is a name in code: `growth-2`, `age=16-24`. */
function isName(text: string): boolean {
  return /^[a-z][a-z0-9]*(?:[-=_.][a-z0-9]+)+$/.test(text);
}

/** Whether a text has words with a space between, unlike names, codes and dash patterns. */
function readsAsWords(text: string): boolean {
  return /\p{L}{2,}[^\p{L}]*\s|\s[^\p{L}]*\p{L}{2,}/u.test(text);
}

/** Strings and templates with their positions and properties. */
function literals(mask: string): Literal[] {
  const found: Literal[] = [];
  let key: string | null = null;
  const open: { key: string | null; kind: string }[] = [];
  const keys = () => [...open.map((o) => o.key), key].filter((k) => k !== null);
  for (let i = 0; i < mask.length; i++) {
    const character = mask.charAt(i);
    if (character === '"' || character === "'") {
      const end = mask.indexOf(character, i + 1);
      if (end === -1) break;
      found.push({ start: i, end: end + 1, keys: keys() });
      i = end;
    } else if (character === "`") {
      if (open.at(-1)?.kind === "`") key = open.pop()?.key ?? null;
      else {
        found.push({ start: i, end: templateEnd(mask, i), keys: keys() });
        open.push({ key, kind: "`" });
        key = null;
      }
    } else if ("([{".includes(character)) {
      open.push({ key, kind: character });
      key = null;
    } else if (")]}".includes(character)) {
      key = open.pop()?.key ?? null;
    } else if (character === "," || character === ";") {
      key = null;
    } else if (character === ":" && key === null) {
      key =
        /[{,]\s*(?:readonly\s+)?([A-Za-z_$][\w$]*)\s*$/.exec(mask.slice(Math.max(0, i - 200), i))?.[1] ??
        null;
    }
  }
  return found;
}

/** End of the template that starts at a backtick. */
function templateEnd(mask: string, start: number): number {
  for (let i = start + 1; i < mask.length; i++) {
    if (mask.charAt(i) === "`") return i + 1;
    if (mask.startsWith("${", i)) i = expressionEnd(mask, i + 2);
  }
  return mask.length;
}

/** End of an expression in a template. */
function expressionEnd(mask: string, start: number): number {
  for (let i = start; i < mask.length; i++) {
    const character = mask.charAt(i);
    if (character === "}") return i;
    if (character === "{") i = expressionEnd(mask, i + 1);
    else if (character === "`") i = templateEnd(mask, i) - 1;
  }
  return mask.length;
}

function pieceOf(source: string, mask: string, start: number, end: number): PieceBuilder {
  const builder = new PieceBuilder();
  const isTemplate = source.charAt(start) === "`";
  for (let i = start + 1; i < end - 1; i++) {
    if (isTemplate && mask.startsWith("${", i)) {
      const close = expressionEnd(mask, i + 2);
      const code = source.slice(i + 2, close);
      if (/^\s*[\d._]+\s*$/.test(code)) builder.source(source, i + 2, close);
      else builder.put(FILLER, i);
      i = close;
    } else if (source.charAt(i) === "\\") {
      const escaped = /^\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|(.|\r?\n))/is.exec(
        source.slice(i, end),
      );
      const code = escaped?.[1] ?? escaped?.[2] ?? escaped?.[3];
      const plain = escaped?.[4] ?? "";
      const character =
        code === undefined ? ("nrt".includes(plain) ? " " : plain) : String.fromCodePoint(parseInt(code, 16));
      builder.put(character, i);
      i += (escaped?.[0].length ?? 1) - 1;
    } else builder.source(source, i, i + 1);
  }
  return builder;
}
