/** A cell of a spreadsheet: text, a number, or a formula that begins with "=". */
export type SheetCell = string | number;

/** The name of a column by its position from 0: A, B, … Z, AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** A growing spreadsheet whose formulas can refer to cells. The first row is row 1. */
export class Grid {
  private readonly rows: SheetCell[][] = [];

  /** Adds a row and returns its number. */
  add(...cells: readonly SheetCell[]): number {
    this.rows.push([...cells]);
    return this.rows.length;
  }

  /** The sheet as tab-separated text for pasting into a spreadsheet. */
  toTsv(): string {
    return this.rows.map((row) => row.map(text).join("\t")).join("\n");
  }
}

function text(cell: SheetCell): string {
  if (typeof cell === "string") return cell.replace(/[\t\r\n]+/g, " ");
  // Rounds away floating point noise.
  return String(Math.round(cell * 1e10) / 1e10 + 0);
}
