import { CONFLICT_MARK, type Conflict } from "./conflict.js";
import { countWord, formatNumber, formatRanges, RANGE_DECIMALS } from "./format.js";
import type { Kind } from "./kind.js";
import type { Options } from "./variants.js";

/**
 * How a result is formatted, everywhere. `decimals` are those of the value. The ends of its range follow `formatEnd`,
 * with `decimals` where that is more than one; ranges of counts and pounds are whole.
 *
 * `rounding`: "down" is for a value after "at least" or "up to", otherwise values go to the nearest; "nearest" is for
 * a range whose ends are also shown as values, such as the lowest and highest of several surveys.
 */
export interface Format {
  readonly style: "percent" | "points" | "pounds" | "times" | "plain";
  readonly decimals: number;
  readonly rounding?: "down" | "nearest";
}

/**
 * One number that the site shows, by name. Prose, charts, ledger and downloads cite results and print nothing else.
 *
 * `value` is the number itself (null for a bounded result, which has no middle); `low` and `high` are its rounding
 * interval or its range; `ranges` holds the parts where a range has a hole. Percentages run from 0 to 100.
 */
export interface Result {
  /** Lower case with dots: `parents.receiving.satisfied`. */
  readonly id: string;
  /** A noun phrase. */
  readonly label: string;
  readonly kind: Kind;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly ranges?: readonly (readonly [number, number])[];
  readonly unit: string;
  /** Interviews behind it, null where none or several. */
  readonly base: number | null;
  /** Ids of the values, bases or results that it was made from. */
  readonly inputs: readonly string[];
  /** The function that made it, `module.function`, or "as printed". */
  readonly madeBy: string;
  /** Its place in a publication, or how it was derived, in a phrase. */
  readonly because: string;
  readonly format: Format;
  /** Set where no figures satisfy all assumptions: there is neither value nor range. */
  readonly nothingFits?: true;
  /** Set where the reason is a conflict between numbers. */
  readonly conflict?: Conflict;
  /** Set on a variant: replaces `of` when all these options are chosen. */
  readonly variant?: { readonly of: string; readonly when: Options };
}

export const PERCENT: Format = { style: "percent", decimals: 0 };
export const TENTHS_OF_PERCENT: Format = { style: "percent", decimals: 1 };
export const POINTS: Format = { style: "points", decimals: 0 };
export const TENTHS_OF_POINTS: Format = { style: "points", decimals: 1 };
export const WHOLE: Format = { style: "plain", decimals: 0 };

/** How the design effects are written that differences stand up to: "×8.7", or "8.7" where words say what it is. */
export const STANDS_UP_TO: Format = { style: "times", decimals: RANGE_DECIMALS, rounding: "down" };
export const DESIGN_EFFECT: Format = { ...STANDS_UP_TO, style: "plain" };

/** How a number of a unit is written unless its result says otherwise. */
function formatOf(unit: string): Format {
  if (unit === "percent") return PERCENT;
  if (unit === "points") return POINTS;
  return unit === "design effect" ? STANDS_UP_TO : WHOLE;
}

/** What a result says of itself, whatever its number. Without more it is calculated, rests on no base, and is written by its unit. */
export type ResultParts = Pick<Result, "id" | "label" | "unit" | "inputs" | "madeBy" | "because"> &
  Partial<Pick<Result, "kind" | "base" | "format" | "variant">>;

/** A number with its interval; null where no figures agree with all that is assumed. */
export function estimateResult({
  estimate,
  ...parts
}: ResultParts & {
  readonly estimate: {
    readonly value: number;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
}): Result {
  const { value, low, high } = estimate ?? { value: null, low: null, high: null };
  const result: Result = {
    ...{ kind: "calculated", base: null, format: formatOf(parts.unit) },
    ...parts,
    ...{ value, low, high },
  };
  return estimate === null ? infeasible(result) : result;
}

/** A number without an interval of its own; null where nothing fits. */
export function numberResult({ value, ...parts }: ResultParts & { readonly value: number | null }): Result {
  return estimateResult({ ...parts, estimate: value === null ? null : { value, low: null, high: null } });
}

/** A number that is exact: its interval is the number itself. */
export function exactResult({ value, ...parts }: ResultParts & { readonly value: number }): Result {
  return estimateResult({ ...parts, estimate: { value, low: value, high: value } });
}

/** A count: exact. */
export function countResult(parts: Omit<ResultParts, "unit"> & { readonly value: number }): Result {
  return exactResult({ ...parts, unit: "count" });
}

/** A range without a middle; null where no figures agree with all that is assumed. */
export function rangeResult({
  range,
  ...parts
}: ResultParts & { readonly range: { readonly low: number; readonly high: number } | null }): Result {
  const result = estimateResult({ kind: "bounded", ...parts, estimate: range && { value: 0, ...range } });
  return { ...result, value: null };
}

/** The least and the greatest of some numbers; null where there are none. */
export function rangeOf(values: readonly number[]): { readonly low: number; readonly high: number } | null {
  return values.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values) };
}

/** A result where no figures agree with all that is assumed. */
export function infeasible({ ranges: _ranges, ...result }: Result): Result {
  return { ...result, value: null, low: null, high: null, nothingFits: true };
}

export const RESULT_ID = /^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+$/;

/** The forms in which prose can cite a result. */
export const CITATION_FORMS = ["default", "range", "bare", "words", "capital"] as const;
export type CitationForm = (typeof CITATION_FORMS)[number];

/**
 * The text of a result in prose: "47%", "16 points", "1,152", "44 to 57%".
 * - `default`: the value, or the range where there is no value
 * - `range`: its interval or range
 * - `bare`: the value without its unit, for labels that name the unit elsewhere
 * - `words`, `capital`: a count up to twelve as a word, "five", or "Five" where a sentence begins with it
 *
 * "nothing fits" in every form where no figures agree with all that is assumed; a mark where the data conflict.
 */
export function formatResult(result: Result, form: CitationForm = "default"): string {
  const { value, format } = result;
  if (result.conflict !== undefined) return CONFLICT_MARK;
  if (result.nothingFits) return "nothing fits";
  if (form === "bare") {
    if (value === null) throw new RangeError(`${result.id} has no value to show without a range`);
    return formatNumber(value, format.decimals, format.rounding);
  }
  if (form === "words" || form === "capital") {
    if (value === null || format.style !== "plain") throw new RangeError(`${result.id} is no count`);
    const word = countWord(value);
    return form === "words" ? word : word.charAt(0).toUpperCase() + word.slice(1);
  }
  if (value !== null && (form === "default" || (result.low === value && result.high === value))) {
    return withUnit(formatNumber(value, format.decimals, format.rounding), format);
  }
  const ranges =
    result.ranges ??
    (result.low === null || result.high === null ? [] : [[result.low, result.high] as const]);
  if (ranges.length === 0) throw new RangeError(`${result.id} has neither value nor range`);
  return withUnit(rangesText(result, ranges), format);
}

function rangesText({ kind, format }: Result, ranges: readonly (readonly [number, number])[]): string {
  const { decimals, rounding, style } = format;
  if (rounding === "nearest")
    return ranges
      .map((ends) => [...new Set(ends.map((end) => formatNumber(end, decimals)))].join(" to "))
      .join(" or ");
  const least = style === "plain" || style === "pounds" ? 0 : RANGE_DECIMALS;
  // The rounding interval of a number printed in tenths ends in hundredths.
  return formatRanges(ranges, Math.max(least, kind === "published" ? decimals + 1 : decimals));
}

function withUnit(text: string, format: Format): string {
  switch (format.style) {
    case "percent":
      return `${text}%`;
    case "points":
      return text === "1" || text === "\u22121" ? `${text} point` : `${text} points`;
    case "pounds":
      return `£${text}`;
    case "times":
      return `×${text}`;
    default:
      return text;
  }
}
