import type { Timing } from "./plan.js";

/** Times of a task in milliseconds, and its results. */
export interface Measured {
  readonly task: string;
  readonly rows: number;
  readonly times: readonly number[];
  /** Estimates and standard errors, in the same order on both sides; null where not finite. */
  readonly values: readonly (number | null)[];
}

/** A repeatable task, and the numbers of its result to compare. */
export interface Work<T> {
  readonly run: () => T;
  readonly values: (result: T) => number[];
}

/** Runs a task as often as the timing says. */
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
