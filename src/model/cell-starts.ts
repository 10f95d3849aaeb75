/**
 * Where each cell of one record of a CSV text begins, from the record's raw text and its first line, both counted from 1.
 * Quotes are followed: a delimiter or a line ending inside them belongs to the cell, and two quotes are one quote of the text.
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
