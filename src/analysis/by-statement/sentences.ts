import { type BoundProblem, type CitedStatement, citedStatements } from "../../bounds/index.js";
import type { SentenceRow } from "./columns.js";

type Named = Pick<CitedStatement, "name" | "locator">;

/**
 * The sentences of problems, each once, in order: those with a place, and the assumptions, those about weights last.
 * Statements without a name are skipped.
 */
export function sentencesOf(problems: readonly BoundProblem[]): {
  readonly used: readonly Required<Named>[];
  readonly assumed: readonly string[];
} {
  const all: Named[] = [
    ...problems.flatMap(citedStatements),
    ...problems.flatMap(({ shares }) => Object.values(shares ?? {})),
  ];
  const used = new Map<string, Required<Named>>();
  const assumed = new Set<string>();
  for (const { name, locator } of all) {
    if (name === undefined) continue;
    if (locator === undefined) assumed.add(name);
    else used.set(name, { name, locator });
  }
  return { used: [...used.values()], assumed: [...assumed] };
}

/** The sentences of a figure: those its problems use, its assumptions, and those of `every` that it leaves out. */
export function sentenceRows(
  figure: string,
  problems: readonly BoundProblem[],
  every: readonly Required<Named>[],
): SentenceRow[] {
  const { used, assumed } = sentencesOf(problems);
  const row = (part: SentenceRow["part"], { name, locator }: Named): SentenceRow => ({
    ...{ figure, part, statement: name ?? "", locator: locator ?? null },
  });
  const names = new Set(used.map(({ name }) => name));
  return [
    ...used.map((sentence) => row("used", sentence)),
    ...assumed.map((name) => row("assumed", { name })),
    ...every.filter(({ name }) => !names.has(name)).map((sentence) => row("left out", sentence)),
  ];
}
