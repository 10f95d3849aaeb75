import type { Conflict } from "./conflict.js";
import type { Kind } from "./kind.js";

export type Cell = string | number | boolean | null;

/** How a column of numbers is written for readers: with so many decimals, or as an end of a range or a design effect. */
export interface NumberStyle {
  readonly decimals?: number;
  readonly as?: "low" | "high" | "design effect";
}

/** One column of a table for readers. */
export interface ShownColumn<Row, Content = string | number | null> extends NumberStyle {
  readonly label: string;
  readonly value: (row: Row) => Content;
}

/** What a column holds: its type, unit and description, and its label where readers see it. `Value` is the type of its cells. */
export interface ColumnOf<Value> extends NumberStyle {
  readonly type: "text" | "number" | "integer" | "flag";
  readonly nullable?: boolean;
  readonly unit?: string;
  readonly description: string;
  /** Header of the column in the table beside a figure; a column without it is in the data alone. */
  readonly label?: string;
  /** Carries the type of the cells; never set. */
  readonly cell?: Value;
}

/** A column under its name. */
export interface Column extends ColumnOf<unknown> {
  readonly name: string;
}

/** What a table is, without its rows. */
export interface TableDefinition<Row> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly source: string;
  readonly columns: readonly Column[];
  /** The columns that readers see. */
  readonly shown: readonly ShownColumn<Row>[];
}

/** A table before it is written: rows in order, each with a cell for every column. */
export interface Dataset extends Omit<TableDefinition<never>, "shown"> {
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  /** Set where the table has no rows because numbers conflict. */
  readonly conflict?: Conflict;
}

export type Columns = Readonly<Record<string, ColumnOf<unknown>>>;

/** The type of the rows that have these columns. */
export type RowOfColumns<C extends Columns> = {
  readonly [Name in keyof C]: C[Name] extends ColumnOf<infer Value> ? Value : never;
};

/** The type of a table's rows. */
export type RowOf<Definition> = Definition extends TableDefinition<infer Row> ? Row : never;

/**
 * Defines a table once: from it come its Arrow and CSV files, the table beside its figure, the data dictionary, and the type
 * of its rows.
 *
 * @example
 * const GAPS = defineTable({
 *   name: "gaps", title: "Gaps", description: "One row a gap.", source: "…",
 *   columns: {
 *     label: text("Name, for readers", { label: "Gap" }),
 *     low: open(points("Least that fits", { label: "from, points", as: "low" })),
 *   },
 * });
 * type GapRow = RowOf<typeof GAPS>; // { readonly label: string; readonly low: number | null }
 */
export function defineTable<C extends Columns>({
  columns,
  ...about
}: {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly source: string;
  readonly columns: C;
}): TableDefinition<RowOfColumns<C>> {
  const named = columnsOf(columns);
  return { ...about, columns: named, shown: shownColumns(named) };
}

/** Columns in their order, each with its name. */
export function columnsOf(columns: Columns): Column[] {
  return Object.entries(columns).map(([name, column]) => ({ name, ...column }));
}

/** The columns that readers see, where they stand in another order than in the data. */
export function shownInOrder<Row>(
  { columns }: TableDefinition<Row>,
  names: readonly (keyof Row)[],
): ShownColumn<Row>[] {
  return shownColumns(names.flatMap((name) => columns.find((column) => column.name === name) ?? []));
}

function shownColumns<Row>(columns: readonly Column[]): ShownColumn<Row>[] {
  return columns.flatMap(({ name, label, decimals, as }) =>
    label === undefined
      ? []
      : [
          {
            label,
            ...(decimals === undefined ? {} : { decimals }),
            ...(as === undefined ? {} : { as }),
            value: (row: Row) => (row as Readonly<Record<string, string | number | null>>)[name] ?? null,
          },
        ],
  );
}

/** Header and way of writing of a column that readers see. */
export interface Shown extends NumberStyle {
  readonly label: string;
}

/** A column of text; `Value` narrows it to codes. */
export const text = <Value extends string = string>(description: string, shown?: Shown): ColumnOf<Value> => ({
  type: "text",
  description,
  ...shown,
});

/** A column of true and false. */
export const flag = (description: string): ColumnOf<boolean> => ({ type: "flag", description });

type NumberColumn = (description: string, shown?: Shown) => ColumnOf<number>;

/** A column of numbers in a unit, or in none. */
export const number =
  (unit?: string): NumberColumn =>
  (description, shown) => ({
    type: "number",
    ...(unit === undefined ? {} : { unit }),
    description,
    ...shown,
  });

/** A column of whole numbers of 32 bits in a unit, or in none. */
export const whole =
  (unit?: string): NumberColumn =>
  (description, shown) => ({
    type: "integer",
    ...(unit === undefined ? {} : { unit }),
    description,
    ...shown,
  });

export const percent = number("percent");
export const points = number("points");
export const interviews = whole("interviews");

/** The same column, in which cells may be empty. */
export const open = <Value>(column: ColumnOf<Value>): ColumnOf<Value | null> =>
  ({ ...column, nullable: true }) as ColumnOf<Value | null>;

/** The column of the kind of number; `Value` narrows it to the kinds that the table has. */
export const kind = <Value extends Kind = Kind>() =>
  text<Value>("published, calculated, bounded or simulated");
export const KIND = kind();

/**
 * A table of this definition. Its rows are made when they are first read: the audit reads results and no rows.
 * @param conflict stops the table: it has no rows, and says why
 */
export function datasetOf<Row>(
  { shown: _shown, ...definition }: TableDefinition<Row>,
  rows: () => readonly Row[],
  conflict: Conflict | null = null,
): Dataset {
  if (conflict !== null) return { ...definition, rows: [], conflict };
  let made: Dataset["rows"] | undefined;
  return {
    ...definition,
    get rows() {
      made ??= rows() as readonly unknown[] as Dataset["rows"];
      return made;
    },
  };
}

/** The rows of a table by its name, as the type that its columns give; none where there is no such table. */
export function rowsOf<Row>(tables: ReadonlyMap<string, Dataset>, name: string): readonly Row[] {
  return (tables.get(name)?.rows ?? []) as readonly unknown[] as readonly Row[];
}
