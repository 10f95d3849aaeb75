import { endOfCode } from "./mask-code.js";

/** A fenced block that Framework runs; line and column (from 1) of its language. */
export interface LiveBlock {
  language: string;
  line: number;
  column: number;
}

/** What Framework runs in a page. */
export interface PageCode {
  /** Live `ts` blocks and inline `${…}` expressions at their own places; everything else is blank. */
  code: string;
  blocks: LiveBlock[];
}

// Other languages are translated to calls of a library from the network.
const liveLanguages = new Set(["ts", "js", "jsx", "tsx", "html", "svg", "tex", "sql", "dot", "mermaid"]);

const frontMatter = /^---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|$)/s;

// Constructs outside blocks that may contain a `${` that Framework does not run.
const notCode = [
  /^\\./s, // an escaped character
  /^(`+)(?!`)(?:(?!\n\s*(?:\n|`{3}|~{3})).)*?[^`]\1(?!`)/s, // a code span, within its paragraph
  /^`+/,
  /^<!--.*?(?:-->|$)/s,
  /^<(script|style)\b.*?<\/\1/is,
];

/**
 * Extracts the code of a Markdown page. Lines and columns stay: an inline expression `${x}` becomes `;(x)`, of the
 * same length, and the opening line of a live block a semicolon, so that blocks do not run into each other.
 */
export function pageCode(source: string): PageCode {
  const blocks: LiveBlock[] = [];
  let code = "";
  let line = 1;
  const advance = (text: string) => {
    line += text.split("\n").length - 1;
    code += text;
  };
  const blank = (length: number) =>
    advance(source.slice(code.length, code.length + length).replace(/[^\n]/g, " "));

  blank(frontMatter.exec(source)?.[0].length ?? 0);
  while (code.length < source.length) {
    const rest = source.slice(code.length);
    const atLineStart = code === "" || code.endsWith("\n");
    const fence = atLineStart ? /^([ \t]*)(`{3,}|~{3,})([^\n]*)(?:\n|$)/.exec(rest) : null;
    if (fence) {
      const [opening, indent = "", mark = "", info = ""] = fence;
      const language = /^\s*(\S*)/.exec(info)?.[1]?.toLowerCase() ?? "";
      if (mark.startsWith("`") && info.includes("`")) {
        blank(opening.length); // a code span of three backticks
        continue;
      }
      const live = liveLanguages.has(language) && !/\srun\s*=\s*["']?false\b/i.test(info);
      const body = bodyLength(rest.slice(opening.length), mark);
      if (live) {
        const column = indent.length + mark.length + info.search(/\S/) + 1;
        blocks.push({ language, line, column });
      }
      if (live && language === "ts") {
        advance(`;${opening.slice(1).replace(/[^\n]/g, " ")}`);
        advance(rest.slice(opening.length, opening.length + body));
      } else {
        blank(opening.length + body);
      }
      blank(/^[^\n]*\n?/.exec(source.slice(code.length))?.[0].length ?? 0);
      continue;
    }
    const prose = notCode.map((pattern) => pattern.exec(rest)).find((match) => match !== null);
    if (prose) {
      blank(prose[0].length);
    } else if (rest.startsWith("${")) {
      const { position } = endOfCode(rest, 2);
      if (position < rest.length) advance(`;(${rest.slice(2, position)})`);
      else blank(2); // never closed: Framework takes it as text
    } else {
      blank(/^[^\\`<$\n]+/.exec(rest)?.[0].length ?? 1);
    }
  }
  return { code, blocks };
}

/** Length of a fenced block up to the line that closes it. */
function bodyLength(text: string, mark: string): number {
  const closing = new RegExp(`^[ \\t]*${mark.charAt(0)}{${mark.length},}[ \\t]*\\r?$`, "m");
  return closing.exec(text)?.index ?? text.length;
}
