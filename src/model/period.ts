/** A period is a month `2014-04` or an inclusive interval of months `2013-09/2013-11` (ISO 8601). */
const PERIOD = /^(\d{4})-(0[1-9]|1[0-2])(?:\/(\d{4})-(0[1-9]|1[0-2]))?$/;

/** The names of the months, January first. */
export const MONTHS: readonly string[] = [
  "January", "February", "March", "April", "May", "June", "July",
  "August", "September", "October", "November", "December",
]; // biome-ignore format: twelve names read best in two lines

/** Whether the text is a period whose end is not before its start. */
export function isPeriod(text: string): boolean {
  const match = PERIOD.exec(text);
  if (match === null) return false;
  const [, startYear, startMonth, endYear, endMonth] = match;
  return endYear === undefined || `${endYear}-${endMonth}` >= `${startYear}-${startMonth}`;
}

/** The first month of a period: `2013-09` for `2013-09/2013-11`. */
export function periodStart(period: string): string {
  return period.slice(0, 7);
}

/** The last month of a period: `2013-11` for `2013-09/2013-11`. */
export function periodEnd(period: string): string {
  return period.slice(-7);
}

/** Whether a period lies within months, the first and the last included. */
export function isWithin(
  period: string,
  { from, to }: { readonly from: string; readonly to: string },
): boolean {
  return periodStart(period) >= from && periodEnd(period) <= to;
}

/** The month `later` months later: 2013-12 and 2 give 2014-02. */
export function monthAfter(month: string, later: number): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const months = year * 12 + number - 1 + later;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}

/** Months from one to the other: 2 from 2013-12 to 2014-02. */
export function monthsBetween(from: string, to: string): number {
  const months = (month: string) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7));
  return months(to) - months(from);
}

/** What readers see: "April 2014", "September to November 2013", "April 2023 to March 2024". */
export function periodLabel(period: string): string {
  const match = PERIOD.exec(period);
  if (match === null) throw new RangeError(`"${period}" is no period`);
  const [, startYear, startMonth, endYear, endMonth] = match;
  const start = MONTHS[Number(startMonth) - 1];
  if (endYear === undefined) return `${start} ${startYear}`;
  const end = `${MONTHS[Number(endMonth) - 1]} ${endYear}`;
  return startYear === endYear ? `${start} to ${end}` : `${start} ${startYear} to ${end}`;
}

/** What readers see of a day, month or year: "29 August 2024", "August 2024", "2024". */
export function dateLabel(date: string): string {
  const [year, month, day] = date.split("-");
  if (year === undefined || month === undefined) return date;
  const name = MONTHS[Number(month) - 1];
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
