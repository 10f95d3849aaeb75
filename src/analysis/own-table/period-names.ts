import { plainLabel } from "./labels.js";

const MONTHS = [
  "january", "february", "march", "april", "may", "june", "july",
  "august", "september", "october", "november", "december",
]; // biome-ignore format: twelve names read best in two lines

/**
 * Names of periods in tables, each with the periods it can mean: "november 2013", "nov-13", "quarter ending november
 * 2013", "sep - nov 2013" and "2013-11" for the quarter `2013-09/2013-11`. Where months are also asked for, "november
 * 2013" can mean the month `2013-11` too: the group beside it decides.
 */
export function periodNames(periods: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const period of new Set(periods)) {
    for (const name of new Set(namesOf(period).map(plainLabel)))
      names.set(name, [...(names.get(name) ?? []), period]);
  }
  return names;
}

function namesOf(period: string): string[] {
  const [start = "", end = start] = period.split("/");
  const ends = monthNames(end);
  if (start === end) return [period, ...ends];
  const long = yearsBetween(start, end);
  if (long.length > 0) return [period, ...ranges(start, end), ...long];
  const ending = ["quarter ending", "quarter to", "three months to", "3 months to", "three months ending"];
  return [period, ...ends, ...ends.flatMap((m) => ending.map((w) => `${w} ${m}`)), ...ranges(start, end)];
}

/** A year of months from April to March is also "2023, 24": a slash becomes a comma in plain labels. */
function yearsBetween(start: string, end: string): string[] {
  const [from, to] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
  if (to - from !== 1 || start.slice(5) !== "04" || end.slice(5) !== "03") return [];
  const short = String(to).slice(2);
  return [`${from}, ${short}`, `${from}-${short}`, `${from}, ${to}`, `${from}-${to}`, `${from} to ${to}`];
}

function ranges(start: string, end: string): string[] {
  const [from, to] = [monthWords(start), monthWords(end)];
  const [first, last] = [start.slice(0, 4), end.slice(0, 4)];
  return from.flatMap((a, i) =>
    [" to ", "-", " - "].flatMap((dash) => [
      `${a} ${first}${dash}${to[i]} ${last}`,
      ...(first === last ? [`${a}${dash}${to[i]} ${last}`] : []),
    ]),
  );
}

/** "november 2013", "nov 2013", "nov-13", "nov 13" and "2013-11". */
function monthNames(month: string): string[] {
  const year = month.slice(0, 4);
  return [
    month,
    ...monthWords(month).flatMap((word) => [
      ...[`${word} ${year}`, `${word}-${year}`, `${word}-${year.slice(2)}`, `${word} ${year.slice(2)}`],
    ]),
  ];
}

function monthWords(month: string): string[] {
  const name = MONTHS[Number(month.slice(5)) - 1] ?? "";
  return name === "september" ? [name, "sep", "sept"] : [name, name.slice(0, 3), name.slice(0, 3)];
}
