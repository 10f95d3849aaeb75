/** Parses a date in a file's format; null for an invalid one. */
export type DateReader = (text: string) => string | null;

const PARTS = { yyyy: "(?<year>\\d{4})", mm: "(?<month>\\d\\d)", m: "(?<month>\\d\\d?)" } as const;
const DAYS = { dd: "(?<day>\\d\\d)", d: "(?<day>\\d\\d?)" } as const;

/**
 * A parser of days, 2023-07-14, or months, 2023-07. Months also accept days, and days accept times after T or a
 * space.
 *
 * @param pattern format with yyyy, mm or m, dd or d, and separators; ISO 8601 by default
 * @returns null for a pattern that is incomplete or repeats a part
 */
export function dateReader(precision: "day" | "month", pattern?: string): DateReader | null {
  const expression =
    pattern === undefined
      ? /^(?<year>\d{4})-(?<month>\d\d)(?:-(?<day>\d\d)(?:[T ].*)?)?$/
      : ofPattern(pattern);
  if (expression === null) return null;
  if (pattern !== undefined && precision === "day" && !/d/.test(pattern)) return null;
  return (text) => {
    const { year, month, day } = expression.exec(text)?.groups ?? {};
    if (year === undefined || month === undefined) return null;
    const written = `${year}-${month.padStart(2, "0")}`;
    if (day === undefined) return precision === "month" && isDay(`${written}-01`) ? written : null;
    const full = `${written}-${day.padStart(2, "0")}`;
    if (!isDay(full)) return null;
    return precision === "month" ? written : full;
  };
}

function ofPattern(pattern: string): RegExp | null {
  const words = pattern.match(/yyyy|mm?|dd?/g) ?? [];
  const count = (letter: string) => words.filter((word) => word.startsWith(letter)).length;
  if (count("y") !== 1 || count("m") !== 1 || count("d") > 1) return null;
  const source = pattern
    .split(/(yyyy|mm?|dd?)/)
    .map((part) => ({ ...PARTS, ...DAYS })[part as keyof typeof PARTS] ?? part.replaceAll(/[^\w\s]/g, "\\$&"))
    .join("");
  return new RegExp(`^${source}$`);
}

/** Whether a day exists in the calendar. */
function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
