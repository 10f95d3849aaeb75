import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceProblem } from "../source-problem.js";
import { type Allowed, allowedSpans } from "./allowed.js";
import { textsOfModule } from "./figure-text.js";
import { within } from "./numbers.js";
import { textsOfPage } from "./page-text.js";
import { problemAt } from "./passages.js";
import type { Piece } from "./piece.js";

/** A finding in a text: its range and words. */
export interface Found {
  readonly index: number;
  readonly text: string;
}

/** A rule against certain texts in pages and modules, with an allow list. */
export interface Rule {
  readonly find: (text: string) => readonly Found[];
  /** Context shown in messages, in characters per side. */
  readonly around: number;
  readonly message: (found: Found, role: string, around: string) => string;
  /** The allow list's file, and the message for unused rows. */
  readonly file: string;
  readonly unused: (row: Allowed) => string;
  /** Ranges of a file in which the rule does not apply. */
  readonly outside?: (file: string, source: string) => readonly (readonly [number, number])[];
}

/** Findings of a rule that its list does not allow, in order, then unused rows of the list. */
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
