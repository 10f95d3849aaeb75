/** A sheet of tab-separated text as a spreadsheet works it out: sums, products and IF over cells by name. */
export class Spreadsheet {
  private readonly cells: readonly (readonly string[])[];

  constructor(tsv: string) {
    this.cells = tsv.split("\n").map((line) => line.split("\t"));
  }

  get rows(): number {
    return this.cells.length;
  }

  text(row: number, column: number): string {
    return this.cells[row]?.[column] ?? "";
  }

  /** The number in a cell. A text counts as 0, as it does in a sum. */
  value(row: number, column: number): number {
    const text = this.text(row, column);
    return text.startsWith("=") ? this.formula(text.slice(1)) : Number(text) || 0;
  }

  private formula(text: string): number {
    const call = /^(.*?)(SUMPRODUCT|SUM|IF)\(([^()]*)\)(.*)$/.exec(text);
    if (call === null) return this.plain(text);
    const [, before = "", name, inner = "", after = ""] = call;
    const args = inner.split(",");
    return this.formula(`${before}(${this.called(name ?? "", args)})${after}`);
  }

  private called(name: string, args: readonly string[]): number {
    if (name === "IF") {
      const [, left = "", sign, right = ""] = /^(.+)([<>])(.+)$/.exec(args[0] ?? "") ?? [];
      const holds =
        sign === ">" ? this.plain(left) > this.plain(right) : this.plain(left) < this.plain(right);
      return this.plain((holds ? args[1] : args[2]) ?? "");
    }
    const [first = [], second = first.map(() => 1)] = args.map((range) => this.range(range));
    if (first.length !== second.length) throw new Error(`${args} differ in length`);
    return first.reduce((sum, x, i) => sum + x * (second[i] ?? 0), 0);
  }

  private range(text: string): number[] {
    const [from = "", to = from] = text.split(":");
    const [a, b] = [place(from), place(to)];
    const found: number[] = [];
    for (let row = a.row; row <= b.row; row++)
      for (let column = a.column; column <= b.column; column++) found.push(this.value(row, column));
    return found;
  }

  /** Cells, numbers, brackets, + - *. */
  private plain(text: string): number {
    const numbers = text.replace(/\$?[A-Z]+\$?\d+/g, (cell) => {
      const { row, column } = place(cell);
      return `(${this.value(row, column)})`;
    });
    if (!/^[-+*().\de ]+$/.test(numbers)) throw new Error(`cannot work out ${text}`);
    return Number(new Function(`return (${numbers})`)());
  }
}

function place(cell: string): { row: number; column: number } {
  const [, letters = "", digits = ""] = /^\$?([A-Z]+)\$?(\d+)$/.exec(cell) ?? [];
  if (digits === "") throw new Error(`${cell} is no cell`);
  const column = [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}
