/** The parts of SQL that differ between databases. Everything else in a statement is shared. */
export interface Dialect {
  identifier(name: string): string;
  text(value: string): string;
  /** A table column as `SourceColumn`; null for unsupported types, such as lists. */
  column(name: string, type: string): SourceColumn | null;
  /** Trims a text, for files; null where texts are compared exactly. */
  readonly trimmed: ((text: string) => string) | null;
  /** Parses a number from a text; null where text columns hold no decimals. */
  readonly number: ((text: string) => ReadNumber) | null;
  /** Parses a whole number of a listed answer: 0 and false where there is none. */
  whole(text: string): ReadNumber;
  /** The match of a regular expression's only group, as a whole number; 0 for none. */
  wholePart(text: string, expression: string): string;
  matches(text: string, expression: string): string;
  /** Casts a whole number to 64 bits. */
  bits64(number: string): string;
  /** Casts a whole number to a type in which sums of products are exact. */
  wide(number: string): string;
  /** One row per expression. */
  each(expressions: readonly string[]): string;
  /** A grouped query: layers of named expressions, each using those before, and aggregates over the last. */
  grouped(from: string, layers: readonly Layer[], key: string, sums: readonly Named[]): string;
  /** A query without grouping over layers as in `grouped`. */
  chosen(from: string, layers: readonly Layer[], columns: readonly Named[], tail: string): string;
}

/** A named expression. */
export type Named = readonly [name: string, expression: string];
export type Layer = readonly Named[];

/** A column as expressions that are never null. */
export type SourceColumn =
  /** Empty where the cell is missing. */
  | { readonly form: "text"; readonly text: string }
  /** `number` is a double. */
  | { readonly form: "number"; readonly number: string; readonly missing: string; readonly text: string };

/** A number as a double, 0 where missing, and whether it is present. */
export interface ReadNumber {
  readonly number: string;
  readonly valid: string;
}

/** Pattern of a number: the same as `readInterviews` accepts. */
export const NUMBER = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?";
