/**
 * Line and column of the start of each cell of a CSV record, counted from 1, from the record's raw text and its first
 * line. Delimiters and line breaks inside quotes belong to the cell; a doubled quote is one quote.
 */
export function cellStarts(
  raw: string,
  firstLine: number,
  delimiter = ",",
): { line: number; column: number }[] {
  const starts = [{ line: firstLine, column: 1 }];
  let line = firstLine;
  let column = 1;
  let quoted = false;
  for (const character of raw) {
    if (character === '"') quoted = !quoted;
    column += 1;
    if (character === "\n") {
      line += 1;
      column = 1;
    }
    if (character === delimiter && !quoted) starts.push({ line, column });
  }
  return starts;
}
