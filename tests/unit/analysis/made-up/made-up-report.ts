import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { expect } from "vitest";
import {
  type Ask,
  type BoundProblem,
  boundProblem,
  type CompleteSystem,
} from "../../../../src/bounds/index.js";
import { brokenStatements } from "../../bounds/direct-check.js";

/**
 * A complete report that is made up, and the problem that a page makes of it once the numbers that the real report lost are
 * blanked.
 */
export interface MadeUpReport {
  readonly problem: BoundProblem;
  /** What is asked, and its true answer. */
  readonly asked: readonly { readonly ask: Ask; readonly truth: number }[];
  readonly truth: CompleteSystem;
  /** The sentences of the report that a complete system breaks, each evaluated as a reader would, without the engine. */
  readonly broken: (system: Pick<CompleteSystem, "values" | "shares">) => string[];
}

/** How far a sentence may be broken and still count as true, in points: what solver and rounding leave. */
export const ROOM = 1e-5;

export interface Draw {
  /** From `low` to `high`. */
  between(low: number, high: number): number;
  whole(low: number, high: number): number;
  of<T>(options: readonly T[]): T;
  chance(probability: number): boolean;
}

/** Draws that are the same for the same seed. */
export function drawing(seed: number): Draw {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  const between = (low: number, high: number) => low + (high - low) * uniform();
  const whole = (low: number, high: number) => low + Math.floor((high - low + 1) * uniform());
  return {
    between,
    whole,
    of: (options) => options[whole(0, options.length - 1)] as (typeof options)[number],
    chance: (probability) => uniform() < probability,
  };
}

/** Draws again until there is something. */
export function untilDrawn<T>(draw: () => T | null): T {
  for (let i = 0; i < 100_000; i++) {
    const drawn = draw();
    if (drawn !== null) return drawn;
  }
  throw new Error("no report was drawn");
}

const Z = 1.959963984540054;

/** By how many points two percentages are farther apart than the least significant difference. */
export function beyondChance(a: number, na: number, b: number, nb: number, deff: number): number {
  return Math.abs(a - b) - Z * Math.sqrt(deff * ((a * (100 - a)) / na + (b * (100 - b)) / nb));
}

export function meanBy(weights: readonly number[], values: readonly number[]): number {
  return values.reduce((sum, value, i) => sum + value * (weights[i] ?? Number.NaN), 0);
}

/** The value of what is asked in a system. */
function answer(ask: Ask, { values }: Pick<CompleteSystem, "values">): number {
  const of = (id: string) => values[id] ?? Number.NaN;
  const mean = (ids: readonly string[]) => ids.reduce((sum, id) => sum + of(id), 0) / ids.length;
  if ("id" in ask) return of(ask.id);
  if ("difference" in ask) return of(ask.difference[0]) - of(ask.difference[1]);
  return mean(ask.mean) - (ask.minus === undefined ? 0 : mean(ask.minus));
}

/**
 * The set of each answer, after all that must hold is checked: truth breaks no sentence and no statement, it is in the set,
 * and the systems at both ends break none either.
 */
export function expectRecovered({ problem, asked, truth, broken }: MadeUpReport, holes: boolean) {
  expect([...broken(truth), ...brokenStatements(problem, truth)]).toEqual([]);
  const result = boundProblem(
    { ...problem, ask: asked.map(({ ask }) => ask) },
    { leaveOneOut: false, holes },
  );
  expect(result.conflict).toEqual([]);
  return asked.map(({ ask, truth: hidden }, i) => {
    expect(answer(ask, truth)).toBeCloseTo(hidden, 9);
    const bound = result.bounds[i];
    if (bound === undefined) throw new Error("nothing agrees");
    expect(
      bound.set.some(([low, high]) => hidden >= low - ROOM && hidden <= high + ROOM),
      `${hidden} in ${JSON.stringify(bound.set)}`,
    ).toBe(true);
    for (const [system, end] of [
      [bound.attainedLow, bound.set[0]?.[0]],
      [bound.attainedHigh, bound.set.at(-1)?.[1]],
    ] as const) {
      expect([...broken(system), ...brokenStatements(problem, system)]).toEqual([]);
      expect(Math.abs(answer(ask, system) - (end ?? Number.NaN))).toBeLessThan(0.001);
    }
    return bound.set;
  });
}
