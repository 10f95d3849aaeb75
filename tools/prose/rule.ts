import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceProblem } from "../source-problem.js";
import { type Allowed, allowedSpans } from "./allowed.js";
import { textsOfModule } from "./figure-text.js";
import { within } from "./numbers.js";
import { textsOfPage } from "./page-text.js";
import { problemAt } from "./passages.js";
import type { Piece } from "./piece.js";

/** What a rule finds in the text of a piece: where, from its first character, and which words. */
export interface Found {
  readonly index: number;
  readonly text: string;
}

/** What must not stand in the texts of pages and modules unless a row of a list allows it. */
export interface Rule {
  readonly find: (text: string) => readonly Found[];
  /** How many characters on either side of a finding its message shows. */
  readonly around: number;
  readonly message: (found: Found, role: string, around: string) => string;
  /** The list's file, and what is said of a row of it that allows nothing. */
  readonly file: string;
  readonly unused: (row: Allowed) => string;
  /** The parts of a file, as offsets, in which the rule doesn't hold. */
  readonly outside?: (file: string, source: string) => readonly (readonly [number, number])[];
}

/** What a rule finds in some files and the list does not allow, in order, and then the rows of the list that allow nothing. */
export function problemsByRule(
  root: string,
  files: readonly string[],
  list: readonly Allowed[],
  rule: Rule,
): SourceProblem[] {
  const used = new Set<Allowed>();
  const problems = files.flatMap((file) => {
    const source = readFileSync(join(root, file), "utf8");
    const outside = rule.outside?.(file, source) ?? [];
    const textsOf = file.endsWith(".md") ? textsOfPage : textsOfModule;
    const problemsOf = (piece: Piece): SourceProblem[] => {
      const found = rule.find(piece.text);
      if (found.length === 0) return [];
      const allowed = allowedSpans(piece.text, file, list);
      return found.flatMap((one) => {
        const { index, text } = one;
        const offset = piece.offsets[index] ?? 0;
        if (within(outside, offset, offset + 1)) return [];
        const by = allowed.filter(({ span }) => within([span], index, index + text.length));
        for (const { row } of by) used.add(row);
        if (by.length > 0) return [];
        const around = piece.text
          .slice(Math.max(0, index - rule.around), index + text.length + rule.around)
          .replace(/\uFFFC+/g, "…")
          .replace(/\s+/g, " ")
          .trim();
        return [problemAt(file, source, offset, rule.message(one, piece.role, around))];
      });
    };
    return textsOf(source)
      .flatMap(problemsOf)
      .sort((a, b) => a.line - b.line || a.column - b.column);
  });
  return [
    ...problems,
    ...list
      .filter((row) => !used.has(row))
      .map((row) => ({ file: rule.file, line: row.line, column: 1, message: rule.unused(row) })),
  ];
}
