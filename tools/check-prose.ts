import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { endQuietlyOnClosedPipe, readOrFail } from "./command.js";
import { ALLOWED_FILE, type Allowed, allowedSpans, readAllowed } from "./prose/allowed.js";
import { textsOfModule } from "./prose/figure-text.js";
import { unconditionalProblems } from "./prose/not-knowing.js";
import { typedNumbers, within } from "./prose/numbers.js";
import { textsOfPage } from "./prose/page-text.js";
import { passageProblems, problemAt } from "./prose/passages.js";
import type { Piece } from "./prose/piece.js";
import { unusedResults } from "./prose/unused.js";
import { RAW } from "./site/paths.js";
import { modulesOf, pagesOf } from "./source-files.js";
import { formatProblem, type SourceProblem } from "./source-problem.js";

/**
 * Numbers that are typed where they should be cited: digits and number words in the prose, titles and text alternatives
 * of pages and in the texts of figures, but for years, dates, locators, ages and what the list allows. Rows of the list
 * that serve nothing are problems too, as are passages that cannot be chosen.
 */
export function checkProse(root: string, list: readonly Allowed[] = readAllowed()): SourceProblem[] {
  const used = new Set<Allowed>();
  const files = [
    ...pagesOf(root).map((file) => [file, textsOfPage] as const),
    ...modulesOf(root)
      .filter((file) => file.startsWith("src/charts/"))
      .map((file) => [file, textsOfModule] as const),
  ];
  const problems = files.flatMap(([file, textsOf]) => {
    const source = readFileSync(join(root, file), "utf8");
    return textsOf(source)
      .flatMap((piece) => problemsOf(piece, source, file, list, used))
      .sort((a, b) => a.line - b.line || a.column - b.column);
  });
  return [
    ...problems,
    ...passageProblems(root),
    ...list
      .filter((row) => !used.has(row))
      .map(({ line, text, where }) => ({
        file: ALLOWED_FILE,
        line,
        column: 1,
        message: `nothing in ${where} says “${text}”; expected a row that is needed`,
      })),
  ];
}

function problemsOf(
  piece: Piece,
  source: string,
  file: string,
  list: readonly Allowed[],
  used: Set<Allowed>,
): SourceProblem[] {
  const numbers = typedNumbers(piece.text);
  if (numbers.length === 0) return [];
  const allowed = allowedSpans(piece.text, file, list);
  return numbers.flatMap(({ index, text }) => {
    const by = allowed.filter(({ span }) => within([span], index, index + text.length));
    for (const { row } of by) used.add(row);
    if (by.length > 0) return [];
    const around = piece.text
      .slice(Math.max(0, index - 30), index + text.length + 30)
      .replace(/\uFFFC+/g, "…")
      .replace(/\s+/g, " ")
      .trim();
    const message = `“${text}” is typed in ${piece.role} (“${around}”); expected a named result {{id}}, other words, or a row of ${ALLOWED_FILE}`;
    return [problemAt(file, source, piece.offsets[index] ?? 0, message)];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = process.cwd();
  const program = new Command("check-prose")
    .description(
      "Finds numbers that are typed in prose, titles and text alternatives instead of cited, and what is said to be unknown whatever is filled in.",
    )
    .option("--unused", "lists named results that nothing cites, but for published values")
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  endQuietlyOnClosedPipe();
  const { unused } = program.parse().opts<{ unused?: true }>();
  const problems = [...checkProse(root), ...unconditionalProblems(root)];
  for (const problem of problems) console.error(formatProblem(problem));
  if (unused) {
    const { build } = await import("../data-loaders/tables/index.js");
    const raw = readOrFail(RAW);
    if (raw !== null) {
      const { results } = build(raw);
      const made = new Set(
        results
          .filter(({ kind, variant }) => kind !== "published" && variant === undefined)
          .map(({ id }) => id),
      );
      const found = unusedResults(root, results).filter((id) => made.has(id));
      for (const id of found) console.log(`warning: nothing cites ${id}`);
      console.log(`${found.length} of ${made.size} results that are made here are cited nowhere`);
    }
  }
  console.log(`${problems.length} ${problems.length === 1 ? "problem" : "problems"} in prose`);
  if (problems.length > 0) process.exitCode = 1;
}
