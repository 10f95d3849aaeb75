import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { type CommandFunction, readFolder, runAsProcess, runProgram } from "./command.js";
import { ALLOWED_FILE, type Allowed, readAllowed } from "./prose/allowed.js";
import { unconditionalProblems } from "./prose/not-knowing.js";
import { typedNumbers } from "./prose/numbers.js";
import { passageProblems } from "./prose/passages.js";
import { problemsByRule, type Rule } from "./prose/rule.js";
import { unusedResults } from "./prose/unused.js";
import { RAW } from "./site/paths.js";
import { isFigures, modulesOf, pagesOf } from "./source-files.js";
import { formatProblem, type SourceProblem } from "./source-problem.js";

/**
 * Typed numbers that should be cited: digits and number words in the prose, titles and text alternatives of pages and
 * in texts of figures, except years, dates, locators, ages and allowed ones. Also reports unused rows of the allow
 * list, and invalid passages.
 */
export function checkProse(root: string, list: readonly Allowed[] = readAllowed()): SourceProblem[] {
  const files = [...pagesOf(root), ...modulesOf(root).filter(isFigures)];
  return [...problemsByRule(root, files, list, TYPED), ...passageProblems(root)];
}

const TYPED: Rule = {
  find: typedNumbers,
  around: 30,
  message: ({ text }, role, around) =>
    `“${text}” is typed in ${role} (“${around}”); expected a named result {{id}}, other words, or a row of ${ALLOWED_FILE}`,
  file: ALLOWED_FILE,
  unused: ({ text, where }) => `nothing in ${where} says “${text}”; expected a row that is needed`,
};

const program = () =>
  new Command("check-prose")
    .description(
      "Finds numbers that are typed in prose, titles and text alternatives instead of cited, and what is said to be unknown whatever is filled in.",
    )
    .option("--unused", "lists named results that nothing cites, but for published values");

const checkProseCommand: CommandFunction = (args, { out, err }) =>
  runProgram<{ unused?: true }>(program(), args, { out, err }, async ({ unused }) => {
    const root = process.cwd();
    const problems = [...checkProse(root), ...unconditionalProblems(root)];
    for (const problem of problems) err(`${formatProblem(problem)}\n`);
    if (unused) {
      const { build } = await import("../data-loaders/tables/index.js");
      const { results } = build(readFolder(RAW));
      const made = new Set(
        results
          .filter(({ kind, variant }) => kind !== "published" && variant === undefined)
          .map(({ id }) => id),
      );
      const found = unusedResults(root, results).filter((id) => made.has(id));
      for (const id of found) out(`warning: nothing cites ${id}\n`);
      out(`${found.length} of ${made.size} results that are made here are cited nowhere\n`);
    }
    out(`${problems.length} ${problems.length === 1 ? "problem" : "problems"} in prose\n`);
    return problems.length > 0 ? 1 : 0;
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) await runAsProcess(checkProseCommand);
