import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../../../data-loaders/read/index.js";
import { type Ask, type BoundProblem, boundProblem, type CompleteSystem } from "../../../src/bounds/index.js";
import { readProblem } from "../../../tools/bound/read-problem.js";
import { arePercentages, brokenStatements } from "../bounds/direct-check.js";
import { randomProblems } from "../bounds/random-problems.js";

const folder = mkdtempSync(join(tmpdir(), "bound-random-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, "problem.json");

/** What the command does with a text, and the lines that it says of one that is no problem. */
function answered(text: string) {
  writeFileSync(file, text);
  const { problem, located } = readProblem(file);
  try {
    return { problem, ...boundProblem(problem) };
  } catch (error) {
    throw error instanceof RangeError ? located(error) : error;
  }
}

function answerTo(ask: Ask, { values }: CompleteSystem): number {
  const of = (ids: readonly string[]) =>
    ids.reduce((s, id) => s + (values[id] ?? Number.NaN), 0) / ids.length;
  if ("id" in ask) return of([ask.id]);
  if ("difference" in ask) return of([ask.difference[0]]) - of([ask.difference[1]]);
  return of(ask.mean) - (ask.minus === undefined ? 0 : of(ask.minus));
}

const KINDS = ["identities", "order", "ranges", "significant", "differ", "notSignificant"] as const;

/** The problem with only the statements at these paths. */
function only(problem: BoundProblem, paths: readonly string[]): BoundProblem {
  const kept = KINDS.map((kind) => [
    kind,
    ((problem[kind] ?? []) as readonly unknown[]).filter((_, i) => paths.includes(`${kind}[${i}]`)),
  ]);
  return { ...problem, ...Object.fromEntries(kept), ask: [] };
}

describe("a random problem that is well formed", () => {
  const counts = { agrees: 0, contradicts: 0, holes: 0 };

  it.each([1, 2, 3, 4])(
    "agrees with systems that an independent check passes, or has a conflict of which no part can be spared (%i)",
    (seed) => {
      fc.assert(
        fc.property(randomProblems, (made) => {
          const { problem, feasible, bounds, conflict, restsOn } = answered(JSON.stringify(made));
          if (feasible) {
            counts.agrees++;
            expect(conflict).toEqual([]);
            for (const { ask, low, high, set, attainedLow, attainedHigh } of bounds) {
              counts.holes += set.length - 1;
              expect([set[0]?.[0], set.at(-1)?.[1]]).toEqual([low, high]);
              for (const [system, end] of [
                [attainedLow, low],
                [attainedHigh, high],
              ] as const) {
                expect(brokenStatements(problem, system)).toEqual([]);
                expect(arePercentages(system.values)).toBe(true);
                expect(Math.abs(answerTo(ask, system) - end)).toBeLessThan(0.001);
              }
            }
            return;
          }
          counts.contradicts++;
          expect([bounds, restsOn]).toEqual([[], []]);
          const paths = conflict.map(({ path }) => path);
          expect(paths.length).toBeGreaterThan(0);
          const options = { conflict: false, leaveOneOut: false };
          expect(boundProblem(only(problem, paths), options).feasible).toBe(false);
          for (const left of paths) {
            const rest = only(
              problem,
              paths.filter((path) => path !== left),
            );
            const { bounds } = boundProblem({ ...rest, ask: [{ id: "a" }] }, { ...options, holes: false });
            const system = bounds[0]?.attainedLow;
            if (system === undefined) throw new Error(`${paths} contradict each other without ${left}`);
            expect(brokenStatements(rest, system)).toEqual([]);
          }
        }),
        { seed, numRuns: 25 },
      );
    },
  );

  it("is of either sort, some with holes", () => {
    expect(counts.agrees).toBeGreaterThan(25);
    expect(counts.contradicts).toBeGreaterThan(12);
    expect(counts.holes).toBeGreaterThan(0);
  });
});

/** One fault each that no problem may have, made in a problem as text. */
const FAULTS: readonly ((problem: BoundProblem, text: string, at: number) => string)[] = [
  (_, text, at) => text.slice(0, at % (text.length - 1)),
  (problem) => JSON.stringify({ ...problem, wrong: 1 }, null, 1),
  (problem) => JSON.stringify({ ...problem, unknowns: [...problem.unknowns, { id: "a" }] }, null, 1),
  (problem) => JSON.stringify({ ...problem, unknowns: [{ id: "e", low: "10" }] }, null, 1),
  (problem) => JSON.stringify({ ...problem, ask: [{ id: "nothing" }] }, null, 1),
  (problem) => JSON.stringify({ ...problem, order: [["a", ">", "nothing"]] }, null, 1),
  (problem) => JSON.stringify({ ...problem, order: [["a", ">", "a"]] }, null, 1),
  (problem) => JSON.stringify({ ...problem, ranges: [{ id: "a", low: 60, high: 50 }] }, null, 1),
  (problem) => JSON.stringify({ ...problem, differ: [{ a: "a", b: "b", deff: 0, bases: [1, 1] }] }, null, 1),
  (problem) =>
    JSON.stringify(
      { ...problem, identities: [{ total: { printed: "39%" }, parts: [{ id: "a" }] }] },
      null,
      1,
    ),
  (problem) =>
    JSON.stringify(
      { ...problem, identities: [{ total: { id: "a" }, parts: [{ id: "b" }], shares: "no" }] },
      null,
      1,
    ),
  (problem) => JSON.stringify({ ...problem, identities: [{ total: { id: "a" }, parts: [] }] }, null, 1),
];

it("a random problem with one fault is told where it is, by file, line and column", () => {
  fc.assert(
    fc.property(randomProblems, fc.nat(FAULTS.length - 1), fc.nat(), (problem, fault, at) => {
      const text = FAULTS[fault]?.(problem, JSON.stringify(problem, null, 1), at) ?? "";
      const lines = text.split("\n");
      let said: string[] = [];
      try {
        answered(text);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        said = (error as InputError).message.split("\n");
      }
      expect(said.length).toBeGreaterThan(0);
      for (const each of said) {
        const [, line, column] = /^.*problem\.json:(\d+):(\d+): .+; expected .+$/.exec(each) ?? [];
        expect(Number(line)).toBeLessThanOrEqual(lines.length);
        expect(Number(column)).toBeLessThanOrEqual((lines[Number(line) - 1]?.length ?? 0) + 1);
      }
    }),
    { seed: 2, numRuns: 150 },
  );
});
