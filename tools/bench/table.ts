import { type Measured, median } from "./measure.js";
import { TASKS, type TaskName, type Timing } from "./plan.js";

/** Maximum relative difference between both sides. */
export const AGREEMENT = 1e-9;

/** A row of the table; null where R is missing or has no equivalent. */
export interface BenchRow {
  readonly what: string;
  readonly rows: number;
  /** Median milliseconds, least and most. */
  readonly ours: number;
  readonly oursRange: readonly [number, number];
  /** The same of R. */
  readonly r: number | null;
  readonly rRange: readonly [number, number] | null;
  /** R's time relative to ours, by medians. */
  readonly ratio: number | null;
  /** Largest relative difference of estimates and standard errors; Infinity if their numbers differ. */
  readonly agree: number | null;
  readonly runs: number;
}

/** Time per row on more rows relative to fewer: 1 means linear. */
export interface Linearity {
  readonly what: string;
  readonly from: number;
  readonly to: number;
  readonly ours: number;
  readonly r: number | null;
}

/**
 * The rows of the table in the order of the timings.
 *
 * @param r the same tasks in R; null without R
 * @throws RangeError where a task has not been measured
 */
export function benchRows(
  timings: readonly Timing[],
  ours: readonly Measured[],
  r: readonly Measured[] | null,
): BenchRow[] {
  return timings.map(({ task, rows, runs, inR }) => {
    const own = of(ours, task, rows);
    const other = r === null || !inR ? null : of(r, task, rows);
    const time = median(own.times);
    const otherTime = other === null ? null : median(other.times);
    return {
      what: TASKS[task],
      rows,
      ours: digits(time, 4),
      oursRange: range(own.times),
      r: otherTime === null ? null : digits(otherTime, 4),
      rRange: other === null ? null : range(other.times),
      ratio: otherTime === null ? null : digits(otherTime / time, 3),
      agree: other === null ? null : digits(largestDifference(own.values, other.values), 2),
      runs,
    };
  });
}

/** For each task on several numbers of rows, how its time grows from one number to the next, where both have 100,000 or more. */
export function linearity(rows: readonly BenchRow[]): Linearity[] {
  return rows.flatMap((row, i) => {
    const before = rows[i - 1];
    if (before === undefined || before.what !== row.what || before.rows < 100_000) return [];
    const grown = row.rows / before.rows;
    return [
      {
        what: row.what,
        from: before.rows,
        to: row.rows,
        ours: digits(row.ours / before.ours / grown, 3),
        r: row.r === null || before.r === null ? null : digits(row.r / before.r / grown, 3),
      },
    ];
  });
}

/** The rows with differing results. */
export function disagreements(rows: readonly BenchRow[]): BenchRow[] {
  return rows.filter(({ agree }) => agree !== null && !(agree <= AGREEMENT));
}

/**
 * The largest difference of two lists of numbers, each relative to the larger of the two. Infinity for lists of different
 * lengths, and where a number is missing on one side or on both.
 */
export function largestDifference(a: readonly (number | null)[], b: readonly (number | null)[]): number {
  if (a.length !== b.length || a.length === 0) return Infinity;
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] ?? null;
    const y = b[i] ?? null;
    if (x === null || y === null) return Infinity;
    if (x !== y) largest = Math.max(largest, Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y)));
  }
  return largest;
}

function of(measured: readonly Measured[], task: TaskName, rows: number): Measured {
  const found = measured.find((one) => one.task === task && one.rows === rows);
  if (found === undefined) throw new RangeError(`${TASKS[task]} of ${rows} rows was not measured`);
  return found;
}

function range(times: readonly number[]): [number, number] {
  return [digits(Math.min(...times), 4), digits(Math.max(...times), 4)];
}

function digits(value: number, count: number): number {
  return Number(value.toPrecision(count));
}
