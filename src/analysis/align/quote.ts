import type { Window } from "./find-windows.js";
import type { TextLine, Word } from "./words.js";

/** The file's text of a window, on one line: with punctuation, without page lines and line-end hyphens. */
export function quote(lines: readonly TextLine[], words: readonly Word[], window: Window): string {
  const own = words.slice(window.first, window.last + 1).filter(({ aside }) => aside <= window.most);
  const byLine = new Map<number, Word[]>();
  for (const word of own) {
    const line = byLine.get(word.line);
    if (line === undefined) byLine.set(word.line, [word]);
    else line.push(word);
  }
  return [...byLine]
    .map(([line, inLine]) => piece(lines[line]?.text ?? "", inLine[0] as Word, inLine.at(-1) as Word))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** A range of words with punctuation, and a space unless the last word continues in the next line. */
function piece(line: string, first: Word, last: Word): string {
  const before = /[\p{Ps}\p{Pi}\p{Sc}"']*$/u.exec(line.slice(0, first.start))?.[0] ?? "";
  const after = /^[^\s\p{L}\p{Nd}\p{Ps}\p{Pi}]*/u.exec(line.slice(last.end))?.[0] ?? "";
  const text = `${before}${line.slice(first.start, last.end)}${after}`;
  return last.joins ? text.replace(/[\u2010\u00AD]$/, "") : `${text} `;
}
