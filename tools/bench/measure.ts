import type { Timing } from "./plan.js";

/** The times of a piece of work in milliseconds, and the numbers that it gave. */
export interface Measured {
  readonly task: string;
  readonly rows: number;
  readonly times: readonly number[];
  /** Estimates and standard errors, in the same order on both sides; null for what is no finite number. */
  readonly values: readonly (number | null)[];
}

/** A piece of work, ready to be done any number of times, and the numbers of its result to compare. */
export interface Work<T> {
  readonly run: () => T;
  readonly values: (result: T) => number[];
}

/** Does the work as often as the timing says. */
export function measure<T>({ task, rows, warmups, runs }: Timing, { run, values }: Work<T>): Measured {
  for (let i = 0; i < warmups; i++) run();
  const times: number[] = [];
  let result: T | undefined;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    result = run();
    times.push(performance.now() - start);
  }
  if (result === undefined) throw new RangeError("nothing is timed without runs");
  return {
    task,
    rows,
    times,
    values: values(result).map((value) => (Number.isFinite(value) ? value : null)),
  };
}

/** The middle of the times; between the two in the middle where they are even in number. */
export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError("there is no median of no times");
  return (lower + upper) / 2;
}
