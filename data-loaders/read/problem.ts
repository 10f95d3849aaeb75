/** One fault of a raw file, at a cell. Lines and columns count from 1; a column is a character, not a cell. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly expected: string;
}

/** `file:line:column: what is wrong; expected what`. */
export function formatProblem({ file, line, column, message, expected }: Problem): string {
  return `${file}:${line}:${column}: ${message}; expected ${expected}`;
}

/** All faults of the raw files, sorted by file, line and column; the message has one line for each. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = problems.toSorted(compareProblems);
    super(sorted.map(formatProblem).join("\n"));
    this.problems = sorted;
  }
}

/** Runs `work`; on InputError collects its problems and returns null. */
export function collectProblems<T>(problems: Problem[], work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A cell for messages: quoted, on one line, cut at 60 characters. */
export function shown(text: string): string {
  if (text === "") return "empty";
  const characters = [...text.replaceAll("\n", " ")];
  return `"${characters.length > 60 ? `${characters.slice(0, 59).join("")}…` : characters.join("")}"`;
}
