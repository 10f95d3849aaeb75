import { drawSurvey, withSettings } from "../../data-loaders/made-up/repeated/index.js";
import { CES_MODEL } from "../../data-loaders/made-up/repeated/models.js";
import type { CodedInterviews } from "../../src/analysis/interviews/index.js";
import { median } from "./measure.js";

/** Times of a task on interviews, in milliseconds. */
export interface InterviewRow {
  readonly what: string;
  readonly interviews: number;
  /** Median, least and most. */
  readonly ours: number;
  readonly oursRange: readonly [number, number];
  readonly runs: number;
  /** An alternative, run alternately, and its relative time; null for none. */
  readonly beside: string | null;
  readonly ratio: number | null;
}

const SEED = 7;

/** Contacts in the population per interview: more than quotas and refusals need. */
const CONTACTS = 20;

/** Valid made-up interviews of the survey of 2023/24. */
export const madeInterviewsOf = (interviews: number): CodedInterviews =>
  drawSurvey(withSettings(CES_MODEL, { population: CONTACTS * interviews }), { seed: SEED, interviews })
    .interviews;

export type Work = () => unknown;

/** Times two implementations alternately, so that load affects both: a row for each. */
export async function pair(
  [[first, one], [second, other]]: readonly [readonly [string, Work], readonly [string, Work]],
  interviews: number,
  runs: number,
): Promise<InterviewRow[]> {
  const [a, b]: [number[], number[]] = [[], []];
  for (let i = 0; i < runs; i++) {
    a.push(...(await timed(one, 1)));
    b.push(...(await timed(other, 1)));
  }
  return [rowOf(first, interviews, a, { what: second, times: b }), rowOf(second, interviews, b)];
}

/** Milliseconds of repeated runs. */
export async function timed(work: Work, runs: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

/** A row of the table. @param beside the other way to the same, with its times */
export function rowOf(
  what: string,
  interviews: number,
  times: readonly number[],
  beside: { readonly what: string; readonly times: readonly number[] } | null = null,
): InterviewRow {
  return {
    ...{ what, interviews, ours: digits(median(times)), runs: times.length },
    oursRange: [digits(Math.min(...times)), digits(Math.max(...times))],
    beside: beside?.what ?? null,
    ratio: beside === null ? null : digits(median(beside.times) / median(times)),
  };
}

const digits = (value: number) => Number(value.toPrecision(3));
