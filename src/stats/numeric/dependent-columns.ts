/** Columns that are linear combinations of columns before them. */
export class DependentColumns extends RangeError {
  /** Their indices, from 0; the message counts from 1. */
  readonly columns: readonly number[];

  constructor(columns: readonly number[]) {
    const names = columns.map((column) => column + 1);
    const what =
      names.length === 1
        ? `column ${names[0]} is a linear combination`
        : `columns ${names.slice(0, -1).join(", ")} and ${names.at(-1)} are linear combinations`;
    super(`${what} of the columns before`);
    this.name = "DependentColumns";
    this.columns = columns;
  }
}
