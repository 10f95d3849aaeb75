import { from } from "arquero";
import { describe, expect, it } from "vitest";
import { readRaw } from "../../../data-loaders/read/index.js";
import { eventsTable } from "../../../data-loaders/tables/documents.js";
import { type Ask, type BoundProblem, boundProblem } from "../../../src/bounds/index.js";
import {
  ageProblem,
  ethnicityProblem,
  facts as groupFacts,
} from "../../../src/findings/age-and-ethnicity/index.js";
import {
  fallAsk,
  feeFacts,
  feeProblem,
  type Reading,
  TWO_ASSUMPTIONS,
  WORDS,
} from "../../../src/findings/fee-impact/index.js";
import { RAW } from "../data-loaders/tables/filled-copy.js";
import { VALUES } from "./held.js";
import { beyondChance } from "./made-up/made-up-report.js";

/** The low and the high end of a question, or of each interval where there are holes; none where nothing agrees. */
function ends(problem: BoundProblem, ask: Ask, holes = false): number[] {
  const options = { holes, leaveOneOut: false, conflict: false };
  return (boundProblem({ ...problem, ask: [ask] }, options).bounds[0]?.set ?? []).flat();
}

/** Where a function that falls crosses 0. */
function root(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  for (let i = 0; i < 80; i++) {
    const middle = (a + b) / 2;
    if (f(middle) > 0) a = middle;
    else b = middle;
  }
  return a;
}

interface Case {
  readonly kind: string;
  readonly problem: BoundProblem;
  readonly ask: Ask;
  readonly holes?: boolean;
  /** Worked out by hand. */
  readonly known: readonly number[];
  /** The problem without the statement, and what it leaves then; none where only that it is something else is known. */
  readonly without: BoundProblem;
  readonly leaves?: readonly number[];
}

/** A statement of each kind is in the problem, and what is known by hand rests on it. */
function expectRestsOn({ problem, ask, holes, known, without, leaves }: Case): void {
  const found = ends(problem, ask, holes);
  expect(found.length).toBe(known.length);
  known.forEach((number, i) => {
    expect(found[i]).toBeCloseTo(number, 2);
  });
  const left = ends(without, ask, holes);
  expect(
    left.length !== found.length || left.some((number, i) => Math.abs(number - (found[i] ?? 0)) > 0.01),
  ).toBe(true);
  leaves?.forEach((number, i) => {
    expect(left[i]).toBeCloseTo(number, 2);
  });
}

describe("what the fee page knows rests on", () => {
  const facts = feeFacts(VALUES, from([...eventsTable(readRaw(RAW)).rows]));
  const ask = fallAsk(facts);
  const problem = feeProblem(facts, TWO_ASSUMPTIONS, [ask]);
  const quarter = (changed: number, printed: number) => ({
    ...facts,
    quarters: facts.quarters.map((q, i) =>
      i === changed ? { ...q, value: printed, low: printed - 0.5, high: printed + 0.5 } : q,
    ),
  });
  const filled = feeProblem(quarter(2, 70), WORDS, [ask]);
  // Any quarters together at most 61.5; nine at 57.5, May at x, the two before it at x - 5.
  const most = (w: readonly number[]) => {
    const [w0 = 0, w1 = 0, w2 = 0] = w;
    const all = w.reduce((sum, x) => sum + x, 0);
    return (61.5 * all - 57.5 * (all - w0 - w1 - w2) + 5 * (w0 + w1)) / (w0 + w1 + w2) - 57.5;
  };
  const equal = facts.quarters.map(() => 1);
  const growing = facts.quarters.map((_, i) => 1 + i / 11);
  const weighed: Reading = { ...TWO_ASSUMPTIONS, weights: { shares: growing } };
  const filledWeights = feeProblem({ ...facts, weights: { values: growing, within: 0 } }, TWO_ASSUMPTIONS, [
    ask,
  ]);

  it.each<[string, Omit<Case, "kind">]>([
    [
      "the pooled figure",
      {
        ...{ problem, ask, known: [0, most(equal)] },
        without: { ...problem, identities: [] },
        leaves: [0, 42.5],
      },
    ],
    [
      "the falls",
      {
        ...{ problem, ask, known: [0, most(equal)] },
        without: { ...problem, order: [] },
        // Least: seven at 62.5, August and November at 100, the two before May five above it, 726 in all. Most: both at 0.
        leaves: [(726 - 7 * 62.5 - 200 - 10) / 3 - 62.5, 42.5],
      },
    ],
    [
      "the level",
      {
        ...{ problem, ask, known: [0, most(equal)] },
        without: { ...problem, ranges: [] },
        // May at 100 and February at 0 agree with 60.5 to 61.5 in all.
        leaves: [0, 100],
      },
    ],
    [
      "the quarters before the fee alike",
      {
        ...{ problem, ask, known: [0, most(equal)] },
        without: { ...problem, linear: [] },
        leaves: [0, 42.5],
      },
    ],
    [
      "how alike they are",
      {
        ...{ problem, ask, known: [0, most(equal)] },
        without: {
          ...problem,
          linear: (problem.linear ?? []).map((each) => ({ ...each, low: -100, high: 100 })),
        },
        leaves: [0, 42.5],
      },
    ],
    [
      "how much weights grow",
      {
        ...{ problem, ask, known: [0, most(equal)] },
        without: { ...problem, shares: { quarters: {} } },
        leaves: [0, 42.5],
      },
    ],
    [
      "weights that are supposed",
      {
        ...{ problem: feeProblem(facts, weighed, [ask]), ask, known: [0, most(growing)] },
        without: { ...problem, shares: { quarters: {} } },
        leaves: [0, 42.5],
      },
    ],
    [
      "weights that are filled in, in place of those assumed",
      { problem: filledWeights, ask, known: [0, most(growing)], without: problem, leaves: [0, most(equal)] },
    ],
    [
      "a quarter that is filled in",
      {
        ...{ problem: filled, ask, known: [69.5 - 62.5, 70.5 - 57.5] },
        without: {
          ...filled,
          ranges: filled.ranges?.filter(({ name }) => !name?.startsWith("the number filled in")) ?? [],
        },
        leaves: [0, 42.5],
      },
    ],
  ])("%s", (kind, each) => expectRestsOn({ kind, ...each }));
});

it("weights that are filled in may be as far from their shares as any roundings of all of them bring about", () => {
  const printed = [
    "0.05",
    "0.06",
    "0.07",
    "0.08",
    "0.09",
    "0.10",
    "0.11",
    "0.08",
    "0.09",
    "0.08",
    "0.09",
    "0.10",
  ];
  const events = from([...eventsTable(readRaw(RAW)).rows]);
  const rows = (VALUES.objects() as Record<string, unknown>[]).map((row) => {
    if (row.measure !== "cms16.quarter-weight") return row;
    const quarter = feeFacts(VALUES, events).quarters.findIndex((q) => row.period === `${q.start}/${q.end}`);
    const value = Number(printed[quarter]);
    return { ...row, printed: printed[quarter], value, low: value - 0.005, high: value + 0.005 };
  });
  const { weights } = feeFacts(from(rows), events);
  // Every corner of the roundings.
  let farthest = 0;
  const all = printed.reduce((sum, w) => sum + Number(w), 0);
  for (let corner = 0; corner < 1 << 12; corner++) {
    const w = printed.map((v, i) => Number(v) + ((corner >> i) & 1 ? 0.005 : -0.005));
    const sum = w.reduce((s, x) => s + x, 0);
    w.forEach((x, i) => {
      farthest = Math.max(farthest, Math.abs(x / sum / (Number(printed[i]) / all) - 1));
    });
  }
  expect(weights?.within).toBeCloseTo(farthest, 9);
});

const given = groupFacts(VALUES);

describe("what the page knows of ages rests on", () => {
  const N = { "16-24": 65, "25-34": 506, "35-44": 970, "45-54": 575, "55-plus": 115, all: 2231 };
  const reading = { deff: 1, shares: "interviews", silence: false, older: "each" } as const;
  const problem = ageProblem(given, reading);
  const together = ageProblem(given, { ...reading, older: "together" });
  const silent = ageProblem(given, { ...reading, silence: true });
  /** The highest that is significantly below a figure. */
  const below = (a: number, na: number, nb: number) => root((x) => beyondChance(a, na, x, nb, 1), 0, a);
  const [early, late, oldest] = ([970, 575, 115] as const).map((n) => below(56.5, 65, n)) as [
    number,
    number,
    number,
  ];
  const lowestEarly = (38.5 * N.all - 56.5 * (65 + 506) - late * 575 - oldest * 115) / 970;
  const young = { id: "25-34" };
  const others = (middle: (y: number) => number) =>
    root((y) => 38.5 * N.all - 56.5 * 65 - y * 506 - middle(y) - oldest * 115, 20, 56.5);
  const lowestYoung = others(
    (y) => Math.min(early, below(y, 506, 970)) * 970 + Math.min(late, below(y, 506, 575)) * 575,
  );
  const kept = (name: RegExp) => problem.significant?.filter((s) => !name.test(s.name ?? "")) ?? [];

  it.each<[string, Omit<Case, "kind">]>([
    [
      "the figure that is held",
      {
        ...{ problem, ask: young, known: [lowestYoung, 56.5] },
        without: { ...problem, unknowns: problem.unknowns.map(({ id }) => ({ id })) },
      },
    ],
    [
      "the youngest as the most satisfied",
      {
        ...{ problem, ask: young, known: [lowestYoung, 56.5] },
        without: { ...problem, order: [] },
      },
    ],
    [
      "the youngest differing from 35 and over",
      {
        ...{ problem, ask: { id: "35-44" }, known: [lowestEarly, early] },
        without: { ...problem, significant: kept(/youngest/) },
      },
    ],
    [
      "25 to 34 differing from 35 to 54",
      {
        ...{ problem, ask: young, known: [lowestYoung, 56.5] },
        without: { ...problem, significant: kept(/25 to 34/) },
      },
    ],
    [
      "everyone as the mean of the ages",
      {
        ...{ problem, ask: { id: "35-44" }, known: [lowestEarly, early] },
        without: { ...problem, identities: [] },
        leaves: [0, early],
      },
    ],
    [
      "weights as the interviews",
      {
        ...{ problem, ask: { id: "35-44" }, known: [lowestEarly, early] },
        without: { ...problem, shares: { answered: {} } },
        leaves: [0, early],
      },
    ],
    [
      "35 to 54 as the mean of its two groups",
      {
        ...{ problem: together, ask: { id: "35-44" }, known: [lowestEarly, early] },
        without: { ...together, identities: together.identities?.slice(0, 1) ?? [] },
        leaves: [0, early],
      },
    ],
    [
      "the weights of its two groups",
      {
        ...{ problem: together, ask: { id: "35-44" }, known: [lowestEarly, early] },
        without: { ...together, shares: { ...together.shares, middle: {} } },
      },
    ],
    [
      "25 to 34 differing from 35 to 54 as one group",
      {
        problem: together,
        ask: young,
        known: [others((y) => Math.min((early * 970 + late * 575) / 1545, below(y, 506, 1545)) * 1545), 56.5],
        without: { ...together, significant: together.significant?.slice(0, 3) ?? [] },
      },
    ],
  ])("%s", (kind, each) => expectRestsOn({ kind, ...each }));

  it("silence as a statement, where it is read so", () => {
    const attained = (p: BoundProblem) => {
      const options = { holes: false, leaveOneOut: false };
      const x = boundProblem({ ...p, ask: [{ id: "55-plus" }] }, options).bounds[0]?.attainedLow.values ?? {};
      return beyondChance(x["25-34"] ?? 0, 506, x["55-plus"] ?? 0, 115, 1);
    };
    expect(attained(silent)).toBeLessThan(1e-4);
    expect(attained({ ...silent, notSignificant: [] })).toBeGreaterThan(5);
  });
});

describe("what the page knows of ethnic groups rests on", () => {
  const N = { asian: 88, black: 132, other: 78, white: 1822, undisclosed: 109, all: 2231 };
  const reading = { deff: 1, shares: "interviews", silence: false } as const;
  const problem = ethnicityProblem(given, reading);
  const strict = ethnicityProblem(given, { ...reading, deff: 4 });
  const silent = ethnicityProblem(given, { ...reading, silence: true });
  const white = { id: "white" };
  const black = { id: "black" };
  const rest = (b: number, other: number, asian: number, undisclosed: number, unknown: number) =>
    132 * b + 78 * other + 88 * asian + 109 * undisclosed + 2 * unknown;
  const highest = (b: number) => (39.5 * N.all - rest(b, 19.5, 59.5, 19.5, 0)) / N.white;
  const lowest = (b: number) => (38.5 * N.all - rest(b, 60.5, 60.5, 20.5, 100)) / N.white;
  const known = [lowest(60.5), highest(19.5)];
  const lead = (b: number, w: number, deff = 1) => beyondChance(b, N.black, w, N.white, deff);
  const bands = [
    19.5,
    root((b) => lead(b, highest(b)), 20, 38),
    root((b) => -lead(b, lowest(b)), 38, 60),
    60.5,
  ];
  const order = (kept: RegExp) => problem.order?.filter((o) => kept.test(o[4]?.name ?? "")) ?? [];
  const differ = (p: BoundProblem, kept: string) =>
    p.differ?.filter(({ a, b }) => `${a} ${b}` === kept) ?? [];

  it.each<[string, Omit<Case, "kind">]>([
    [
      "the figures that are held",
      {
        problem,
        ask: white,
        known,
        without: { ...problem, unknowns: problem.unknowns.map(({ id }) => ({ id })) },
      },
    ],
    [
      "Asian customers as the most satisfied",
      { problem, ask: white, known, without: { ...problem, order: order(/least/) } },
    ],
    [
      "those who prefer not to say as the least satisfied",
      { problem, ask: white, known, without: { ...problem, order: order(/most/) } },
    ],
    [
      "everyone as the mean of the groups and of those who did not know",
      { problem, ask: white, known, without: { ...problem, identities: [] } },
    ],
    [
      "weights as the interviews",
      { problem, ask: white, known, without: { ...problem, shares: { answered: {} } } },
    ],
    [
      "White and Black differing, without a direction",
      {
        ...{ problem, ask: black, holes: true, known: bands },
        without: { ...problem, differ: differ(problem, "asian white") },
        leaves: [19.5, 60.5],
      },
    ],
    [
      "Asian and White differing",
      {
        // At a design effect of 4 that holds White below what the total allows.
        ...{ problem: strict, ask: white },
        known: [lowest(60.5), root((x) => beyondChance(60.5, N.asian, x, N.white, 4), 20, 60)],
        without: { ...strict, differ: differ(strict, "white black") },
      },
    ],
    [
      "silence as a statement, where it is read so",
      { problem: silent, ask: white, known: [], without: { ...silent, notSignificant: [] }, leaves: known },
    ],
  ])("%s", (kind, each) => expectRestsOn({ kind, ...each }));
});
