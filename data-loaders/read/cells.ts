import * as v from "valibot";
import { parseSpan, type Span } from "../../src/claims/phrase.js";
import { type Group, parseGroup } from "../../src/model/dimensions.js";
import { isPeriod, MONTHS } from "../../src/model/period.js";
import { parsePrinted } from "../../src/model/rounding.js";

/**
 * Schemas of cells. A message says what is expected; where the cell alone does not show the error, the reason comes
 * first: `reason; expected what`.
 */
type CellSchema<T> = v.GenericSchema<string, T>;

const matching = (test: (text: string) => boolean, expected: string) =>
  v.pipe(v.string(), v.check(test, expected));

/** Null for an empty cell, otherwise parsed by `schema`. */
export const optional = <T>(schema: CellSchema<T>) =>
  v.pipe(
    v.string(),
    v.transform((text): string | null => (text === "" ? null : text)),
    v.nullable(schema),
  );

/** One of a closed list. */
export const oneOf = <const T extends readonly string[]>(codes: T) =>
  v.pipe(v.string(), v.picklist(codes, codes.length === 1 ? `${codes[0]}` : `one of ${codes.join(", ")}`));

export const text = matching((t) => t.trim() !== "", "text");

/** An address of the web, without spaces. */
export const address = matching(
  (t) => /^https?:\/\/[^\s/]+\.[^\s]+$/.test(t),
  "an address such as https://www.gov.uk/page",
);

export const shortText = matching(
  (t) => t.trim() !== "" && [...t].length <= 30,
  "text of at most 30 characters",
);

export const id = matching(
  (t) => /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(t),
  "an id of lower-case letters, digits, hyphens and dots",
);

/** Ids joined by `;`. */
export const ids = v.pipe(
  matching((t) => t !== "" && !t.split(";").includes(""), "ids joined by ;"),
  v.transform((t) => t.split(";")),
);

/** Ids joined by `;`, each with an optional wildcard `*` at the end. */
export const patterns = v.pipe(
  matching(
    (t) => t.split(";").every((part) => /^[a-z0-9]+(?:[.-][a-z0-9]+)*(?:\.\*)?$/.test(part)),
    "ids joined by ;, the last part of each may be *",
  ),
  v.transform((t) => t.split(";")),
);

/** An interval with open or closed ends: `[37.5,40)`. */
export const span = v.pipe(
  v.string(),
  v.rawTransform<string, Span>(({ dataset, addIssue, NEVER }) => {
    const parsed = parseSpan(dataset.value);
    if (parsed !== null) return parsed;
    addIssue({ message: "an interval such as [37.5,40), where a round bracket leaves its end out" });
    return NEVER;
  }),
);

/** Digits as printed: 39 or 2,280 or 39.5. Kept as text, since "39" and "39.0" differ. */
export const printedNumber = matching(
  (t) => parsePrinted(t) !== null,
  "a number in digits, such as 39 or 2,280",
);

/** A whole number as printed: 2,280. */
export const printedCount = matching(
  (t) => Number.isInteger(parsePrinted(t) ?? Number.NaN) && !t.includes("."),
  "a whole number, such as 2,280",
);

/** A count, converted to a number. */
export const count = v.pipe(
  printedCount,
  v.transform((t) => parsePrinted(t) ?? Number.NaN),
);

/** A plain decimal number: 57.5. */
export const decimal = v.pipe(
  matching((t) => /^-?\d+(?:\.\d+)?$/.test(t), "a number, such as 57.5"),
  v.transform(Number),
);

/** How many words a sentence has: 12. */
export const wordCount = v.pipe(
  matching((t) => /^[1-9]\d*$/.test(t), "a whole number of 1 or more, such as 12"),
  v.transform(Number),
);

/** The first 64 bits of a SHA-256. */
export const fingerprint = matching(
  (t) => /^[0-9a-f]{16}$/.test(t),
  "a fingerprint of 16 hexadecimal digits in lower case",
);

export const group = v.pipe(
  v.string(),
  v.rawTransform<string, Group>(({ dataset, addIssue, NEVER }) => {
    const parsed = parseGroup(dataset.value);
    if ("group" in parsed) return parsed.group;
    const said = parsed.error.includes("; expected ");
    addIssue({
      message: said ? parsed.error : `${parsed.error}; expected each dimension once, as dimension=code`,
    });
    return NEVER;
  }),
);

export const period = matching(
  isPeriod,
  "a month such as 2014-04 or first and last month such as 2013-09/2013-11",
);

export const month = matching((t) => isDate(t) && t.length === 7, "a month such as 2014-04");

export const monthOrDay = matching(
  (t) => isDate(t) && t.length >= 7,
  "a date such as 2016-12-16 or a month such as 2016-12",
);

export const date = matching(isDate, "a date such as 2016-12-16, a month such as 2016-12 or a year");

export const day = matching((t) => isDate(t) && t.length === 10, "a day such as 2026-11-29");

export const monthName = oneOf(MONTHS);

/** A year, a month or a day of the calendar, as ISO 8601 writes it. */
export function isDate(t: string): boolean {
  if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(t)) return false;
  const day = `${t}${"-01-01".slice(t.length - 4)}`;
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
