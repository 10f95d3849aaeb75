/** An error in a file; line and column from 1. */
export interface SourceProblem {
  file: string;
  line: number;
  column: number;
  /** What is wrong; what was expected. */
  message: string;
}

/** `file:line:column: message`, which editors link. */
export function formatProblem({ file, line, column, message }: SourceProblem): string {
  return `${file}:${line}:${column}: ${message}`;
}
