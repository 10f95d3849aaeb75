import type { CodedValue } from "../../../src/analysis/interviews/coded-interviews.js";
import type { Variable } from "../../../src/model/codebook.js";
import { type AnswerCodes, allCodes, answerCodes, MISSING, monthNumber, UNKNOWN } from "./answer-codes.js";
import type { Dialect, ReadNumber, SourceColumn } from "./dialect.js";

/** How a file encodes a variable's answers, from its mapping file. */
export interface Writing {
  /** File code to our code; null for an empty cell. */
  readonly codes: ReadonlyMap<string, CodedValue>;
  readonly missing: ReadonlySet<string>;
  /** dd/mm/yyyy; ISO 8601 by default. */
  readonly dates?: string;
}

/** Up to this many numbers are listed; more are parsed as numbers. */
const LISTED = 200;

/** An expression for the code of each cell: `MISSING` for an empty one, `UNKNOWN` for no answer. */
export function codedColumn(
  dialect: Dialect,
  variable: Variable,
  column: SourceColumn,
  writing: Writing,
): string {
  const own = answerCodes(variable);
  const listed = listedTexts(variable, own, writing);
  if (variable.kind === "date") return monthColumn(dialect, own, column, listed, writing.dates);
  const { range } = own;
  const rest = ({ number, valid }: ReadNumber): string =>
    range === null
      ? String(UNKNOWN)
      : `CASE WHEN ${valid} AND floor(${number}) = ${number} AND ${number} >= ${range.lowest} AND ${number} <= ${range.highest} THEN ${dialect.bits64(`${number} - (${range.lowest})`)} ELSE ${UNKNOWN} END`;
  if (column.form === "number") {
    const { number, missing } = column;
    const numbers = [...listed].flatMap(([text, code]): [string, number][] =>
      String(Number(text)) === text && Number.isFinite(Number(text)) ? [[text, code]] : [],
    );
    const cases = numbers.map(([text, code]) => ` WHEN ${number} = ${text} THEN ${code}`).join("");
    const other = rest({ number, valid: "1 = 1" });
    return dialect.bits64(`CASE WHEN ${missing} THEN ${MISSING}${cases} ELSE ${other} END`);
  }
  const inTexts = (text: string, other: string): string => {
    const cases = [...listed].map(([their, code]) => ` WHEN ${dialect.text(their)} THEN ${code}`).join("");
    return `CASE ${text} WHEN '' THEN ${MISSING}${cases} ELSE ${other} END`;
  };
  const { text } = column;
  if (dialect.trimmed === null) return dialect.bits64(inTexts(text, rest(dialect.whole(text))));
  // Tries cells untrimmed first, which is the common case.
  const trimmed = dialect.trimmed(text);
  return dialect.bits64(inTexts(text, inTexts(trimmed, rest(dialect.whole(trimmed)))));
}

/** Codes by cell text: the mapping's codes take precedence over its `missing`, and our own codes come last. */
function listedTexts(
  variable: Variable,
  { range, months }: AnswerCodes,
  writing: Writing,
): Map<string, number> {
  const codes = new Map(allCodes(variable));
  const own = [...codes].filter(
    ([, code]) => code < 0 || (months === null && (range === null || code < LISTED)),
  );
  const mapped = [...writing.codes].map(([their, our]): [string, number] => [
    their,
    our === null ? MISSING : (codes.get(String(our)) ?? UNKNOWN),
  ]);
  return new Map([
    ...own,
    ...[...writing.missing].map((mark): [string, number] => [mark, MISSING]),
    ...mapped,
  ]);
}

/** Months, also of days. */
function monthColumn(
  dialect: Dialect,
  { months }: AnswerCodes,
  column: SourceColumn,
  listed: ReadonlyMap<string, number>,
  pattern: string | undefined,
): string {
  const { first, count } = months as NonNullable<AnswerCodes["months"]>;
  const text = dialect.trimmed === null ? column.text : dialect.trimmed(column.text);
  const { whole, year, month } = monthExpressions(pattern);
  const number = `${dialect.wholePart(text, month)} + 12 * ${dialect.wholePart(text, year)} - ${monthNumber(first) + 1}`;
  const inYear = `${dialect.wholePart(text, month)} >= 1 AND ${dialect.wholePart(text, month)} <= 12`;
  const cases = [...listed]
    .map(([their, code]) => ` WHEN ${text} = ${dialect.text(their)} THEN ${code}`)
    .join("");
  return dialect.bits64(
    `CASE WHEN ${text} = '' THEN ${MISSING}${cases} WHEN ${dialect.matches(text, whole)} AND ${inYear} AND ${number} >= 0 AND ${number} < ${count} THEN ${number} ELSE ${UNKNOWN} END`,
  );
}

const PARTS = { yyyy: "[0-9]{4}", mm: "[0-9]{2}", m: "[0-9]{1,2}", dd: "[0-9]{2}", d: "[0-9]{1,2}" };

/** Regular expressions for a date, and with one group each for its year and month. */
function monthExpressions(pattern: string | undefined): { whole: string; year: string; month: string } {
  if (pattern === undefined) {
    const day = "(?:-[0-9]{2}(?:[T ].*)?)?";
    return {
      whole: `[0-9]{4}-[0-9]{2}${day}`,
      year: `^([0-9]{4})-[0-9]{2}${day}$`,
      month: `^[0-9]{4}-([0-9]{2})${day}$`,
    };
  }
  const pieces = pattern.split(/(yyyy|mm?|dd?)/);
  const expression = (group: string) =>
    pieces
      .map((piece) => {
        const part = PARTS[piece as keyof typeof PARTS];
        if (part === undefined) return piece.replaceAll(/[^\w\s]/g, "\\$&");
        return piece.startsWith(group) ? `(${part})` : part;
      })
      .join("");
  return { whole: expression("none"), year: `^${expression("y")}$`, month: `^${expression("m")}$` };
}

/** A decimal number as non-null expressions. */
interface NumberExpressions {
  readonly number: string;
  readonly valid: string;
  readonly missing: string;
}

/**
 * The number of each cell, or a constant.
 *
 * @throws RangeError for a column of text where the database reads no numbers from texts
 */
export function numberColumn(
  dialect: Dialect,
  at: { readonly column: SourceColumn; readonly writing: Writing } | string,
): NumberExpressions {
  if (typeof at === "string") return { number: at, valid: "1 = 1", missing: "1 = 0" };
  const { column, writing } = at;
  const marks = [...writing.missing];
  if (column.form === "number") {
    const numbers = marks.filter((mark) => String(Number(mark)) === mark && Number.isFinite(Number(mark)));
    const missing = [`(${column.missing})`, ...numbers.map((mark) => `${column.number} = ${mark}`)].join(
      " OR ",
    );
    return { number: column.number, valid: `NOT (${missing})`, missing: `(${missing})` };
  }
  if (dialect.number === null) throw new RangeError("the column is text; expected numbers");
  const text = dialect.trimmed === null ? column.text : dialect.trimmed(column.text);
  const missing = `${text} IN (${["", ...marks].map(dialect.text).join(", ")})`;
  const { number, valid } = dialect.number(text);
  return { number, valid: `(${valid} AND NOT (${missing}))`, missing: `(${missing})` };
}
