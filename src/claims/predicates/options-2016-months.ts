import { mean, minus, type Term } from "../term.js";

const FIRST = 2014 * 12 + 3;

/** April 2014 to September 2016, as the survey of Options names its months. */
export const MONTHS: readonly string[] = Array.from({ length: 30 }, (_, i) => {
  const month = FIRST + i;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
});

/** The deviation of each number from the series' plain mean. */
export function strays(series: readonly Term[]): Term[] {
  const middle = mean(series);
  return series.map((term) => minus(term, middle));
}

/** The drop from each number of a series to the next. */
export function drops(series: readonly Term[]): Term[] {
  return series.slice(1).map((next, i) => minus(series[i] as Term, next));
}
