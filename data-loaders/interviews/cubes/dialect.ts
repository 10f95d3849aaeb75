/** What databases write differently. All else of a statement is the same text in each. */
export interface Dialect {
  identifier(name: string): string;
  text(value: string): string;
  /** A column of a table as `SourceColumn`; null for a type that holds no cell, such as a list. */
  column(name: string, type: string): SourceColumn | null;
  /** A text without space around it, where files have such; null where texts are compared as they stand. */
  readonly trimmed: ((text: string) => string) | null;
  /** The number that a text holds, as `ReadNumber`; null where columns of text hold no numbers with decimals. */
  readonly number: ((text: string) => ReadNumber) | null;
  /** The whole number that a text of a listed answer holds, 0 where it holds none, and whether it does. */
  whole(text: string): ReadNumber;
  /** The part of a text that the one group of a regular expression matches, as a whole number; 0 where there is none. */
  wholePart(text: string, expression: string): string;
  matches(text: string, expression: string): string;
  /** A number without decimals as 64 bits. */
  bits64(number: string): string;
  /** A whole number in a type in which sums of products are exact. */
  wide(number: string): string;
  /** One row for each of several expressions. */
  each(expressions: readonly string[]): string;
  /** A statement: names for expressions, each layer of names over those before, and grouped sums over the last. */
  grouped(from: string, layers: readonly Layer[], key: string, sums: readonly Named[]): string;
  /** A statement of some rows: names, as in `grouped`, and what is chosen of them. */
  chosen(from: string, layers: readonly Layer[], columns: readonly Named[], tail: string): string;
}

/** A name and the expression that it stands for. */
export type Named = readonly [name: string, expression: string];
export type Layer = readonly Named[];

/** A column as expressions that are never null. */
export type SourceColumn =
  /** Empty text where the cell is. */
  | { readonly form: "text"; readonly text: string }
  /** `number` is a double. */
  | { readonly form: "number"; readonly number: string; readonly missing: string; readonly text: string };

/** A number as a double, 0 where there is none, and whether there is one. */
export interface ReadNumber {
  readonly number: string;
  readonly valid: string;
}

/** A digit with or without a sign, a decimal point and a power of ten: what `readInterviews` takes for a number. */
export const NUMBER = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?";
