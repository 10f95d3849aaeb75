/** A cell of a spreadsheet: text, a number, or a formula that begins with "=". */
export type SheetCell = string | number;

/** The name of a column by its position from 0: A, B, … Z, AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Rows that grow downwards, whose cells formulas can name. The first row is row 1 of the sheet. */
export class Grid {
  private readonly rows: SheetCell[][] = [];

  /** Adds a row and gives its number. */
  add(...cells: readonly SheetCell[]): number {
    this.rows.push([...cells]);
    return this.rows.length;
  }

  /** The sheet as tab-separated text, which a spreadsheet takes as it is pasted. */
  toTsv(): string {
    return this.rows.map((row) => row.map(text).join("\t")).join("\n");
  }
}

function text(cell: SheetCell): string {
  if (typeof cell === "string") return cell.replace(/[\t\r\n]+/g, " ");
  // The digits that a hand check needs, without those of floating point.
  return String(Math.round(cell * 1e10) / 1e10 + 0);
}
