import { describe, expect, it } from "vitest";
import { ledgerOf } from "../../../data-loaders/ledger/ledger.js";
import { readRaw } from "../../../data-loaders/read/index.js";
import { agreeingSystem } from "../../../src/bounds/index.js";
import { type Condition, idsIn } from "../../../src/claims/condition.js";
import { holds } from "../../../src/claims/holds.js";
import {
  type Assumptions,
  type Composition,
  DEFAULT_ASSUMPTIONS,
  entryOf,
  type Judgement,
  judge,
  judgeOf,
  type PhraseReading,
  phrasesIn,
  soleCondition,
  type Witness,
} from "../../../src/claims/index.js";
import type { Judged } from "../../../src/claims/judge.js";
import { comparisonsOf } from "../../../src/claims/ledger.js";
import { roundingSpan } from "../../../src/claims/rounding.js";
import { claimSystem } from "../../../src/claims/system.js";
import { seededUniform } from "./uniform.js";

const ledger = ledgerOf(readRaw("data-loaders/raw"));
const { evidence } = ledger;
/** A claim as it is judged: itself, or one of its fair readings, with the assumptions that the reading makes. */
interface Unit {
  readonly id: string;
  readonly claim: string;
  readonly condition: Condition;
  readonly judged: Judged;
  readonly world: Assumptions;
}

const all = new Map(ledger.claims.map(({ id }) => [id, judge(ledger, id, DEFAULT_ASSUMPTIONS)]));

const units = ledger.claims.flatMap(({ id: claim }): Unit[] => {
  const judgement = all.get(claim) as Judgement;
  const entry = entryOf(ledger, claim);
  const sole = soleCondition(entry);
  if (judgement.readings.length === 0 && sole !== null)
    return [{ id: claim, claim, condition: sole, judged: judgement, world: DEFAULT_ASSUMPTIONS }];
  return judgement.readings.map((judged): Unit => {
    const own = ledger.conditions.get(judged.id);
    if (own !== undefined)
      return { id: judged.id, claim, condition: own, judged, world: DEFAULT_ASSUMPTIONS };
    const band = judged.id.split(".").at(-1) as PhraseReading;
    const condition = sole as Condition;
    const phrases = Object.fromEntries(phrasesIn(condition).map((phrase) => [phrase, band]));
    return { id: judged.id, claim, condition, judged, world: { ...DEFAULT_ASSUMPTIONS, phrases } };
  });
});
const computed = units.filter(({ condition }) => !["by-definition", "left-open"].includes(condition.type));
const withCondition = ledger.claims.filter(({ id }) => computed.some(({ claim }) => claim === id));
const freedBy = (id: string) => {
  const group = new Set([id]);
  for (let size = -1; size !== group.size; ) {
    size = group.size;
    for (const claim of ledger.claims) {
      if (claim.restates !== null && (group.has(claim.id) || group.has(claim.restates))) {
        group.add(claim.id);
        group.add(claim.restates);
      }
    }
  }
  return new Set(ledger.claims.filter((claim) => group.has(claim.id)).flatMap(({ states }) => states));
};

/** By how much a complete set of numbers breaks what is printed and what is a mean or a sum of what: own code, no search. */
function breachOf(at: Readonly<Record<string, number>>, freed: ReadonlySet<string>): number {
  let by = 0;
  for (const [id, x] of Object.entries(at)) {
    const number = evidence.numbers.get(id);
    if (number === undefined || number.low === null || number.high === null || freed.has(id)) continue;
    const span =
      number.rounded && number.printed !== null
        ? roundingSpan(number.printed, "half-up")
        : { low: number.low, high: number.high };
    by = Math.max(by, span.low - x, x - span.high);
  }
  for (const composition of evidence.compositions) by = Math.max(by, offMean(composition, at));
  for (const { total, parts, atMost } of evidence.sums) {
    const values = parts.map((id) => at[id]);
    const whole = total === null ? 100 : at[total];
    if (whole === undefined || values.some((x) => x === undefined)) continue;
    const sum = (values as number[]).reduce((s, x) => s + x, 0);
    by = Math.max(by, sum - whole, atMost ? 0 : whole - sum);
  }
  return by;
}

/** By how much a total lies outside the means that its weights can make: the heaviest weights go to the ends in turn. */
function offMean(
  { total, parts, bases, weightedOn }: Composition,
  at: Readonly<Record<string, number>>,
): number {
  const values = parts.map((id) => at[id]);
  const whole = at[total];
  if (whole === undefined || values.some((x) => x === undefined)) return 0;
  const sum = bases?.reduce((s, n) => s + n, 0) ?? 1;
  const limits = (values as number[]).map((x, i): [number, number, number] => {
    if (bases === null) return [x, 0, 1];
    const share = (bases[i] as number) / sum;
    return weightedOn ? [x, share / 2, Math.min(1, share * 2)] : [x, share * 0.9, share * 1.1];
  });
  const extreme = (sign: 1 | -1) => {
    let left = 1 - limits.reduce((s, [, low]) => s + low, 0);
    let mean = limits.reduce((s, [x, low]) => s + low * x, 0);
    for (const [x, low, high] of [...limits].sort((a, b) => sign * (a[0] - b[0]))) {
      const more = Math.min(left, high - low);
      mean += more * x;
      left -= more;
    }
    return mean;
  };
  return Math.max(extreme(1) - whole, whole - extreme(-1));
}

describe("the predicates", () => {
  it("are one for each claim that numbers or definitions could decide, and none more", () => {
    const ids = new Set(ledger.claims.flatMap(({ id, readings }) => [id, ...readings.map((r) => r.id)]));
    expect([...ledger.conditions.keys()].filter((id) => !ids.has(id))).toEqual([]);
    const without = ledger.claims.filter(
      ({ id, kind }) =>
        entryOf(ledger, id).interpretations.length === 0 &&
        !ledger.outside.has(id) &&
        kind !== "cause" &&
        kind !== "definition",
    );
    // Words that no number decides, and no definition.
    expect(without.every(({ id }) => judge(ledger, id, DEFAULT_ASSUMPTIONS).verdict === "not-numbers")).toBe(
      true,
    );
    expect(without.length).toBeLessThan(ledger.claims.length / 20);
  });

  it("are one for each reading, and none for a claim that has readings", () => {
    const wrong = ledger.claims.flatMap(({ id, readings }) => [
      ...readings.filter((reading) => !ledger.conditions.has(reading.id)).map((reading) => reading.id),
      ...(readings.length > 0 && ledger.conditions.has(id) ? [id] : []),
    ]);
    expect(wrong).toEqual([]);
  });

  it("speak of no number that its claim does not name", () => {
    const unnamed = units.flatMap(({ id, claim, condition }) => {
      const { values } = entryOf(ledger, claim).claim;
      return idsIn(condition)
        .filter((value) => !values.includes(value))
        .map((value) => `${id}: ${value}`);
    });
    expect(unnamed).toEqual([]);
  });
});

describe("every witness", () => {
  it("agrees with what is printed, with every mean and every sum, and is what it is a witness of", () => {
    const wrong = computed.flatMap(({ id, claim, condition, judged, world }) => {
      const { whenTrue, whenFalse } = judged;
      const freed = freedBy(claim);
      const isTrue = (at: Witness) =>
        holds(condition, at, ledger.phrases, evidence.numbers, worldOf(claim, world));
      return [
        ...(whenTrue !== null && !isTrue(whenTrue) ? [`${id}: not true`] : []),
        ...(whenFalse !== null && isTrue(whenFalse) ? [`${id}: not false`] : []),
        ...[whenTrue, whenFalse].flatMap((witness) => {
          const breach = witness === null ? 0 : breachOf(witness, freed);
          return breach > 1e-3 ? [`${id}: off by ${breach}`] : [];
        }),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it("is there for both sides of a claim that is not settled, and for one side of a claim that is", () => {
    for (const { id, judged } of computed) {
      const { verdict, because, whenTrue, whenFalse } = judged;
      const sides = [whenTrue !== null, whenFalse !== null];
      if (verdict === "reproduced" || verdict === "up-to-design-effect")
        expect([id, ...sides]).toEqual([id, true, false]);
      else if (verdict === "contradicted") expect([id, ...sides]).toEqual([id, false, true]);
      else if (WITHOUT_WITNESS.includes(because)) expect([id, ...sides]).toEqual([id, false, false]);
      else expect([id, ...sides]).toEqual([id, true, true]);
    }
  });
});

/** Reasons of verdicts that rest on no complete set of numbers. */
const WITHOUT_WITNESS = [
  "the numbers of interviews are not in the text",
  "only the report and its background paper say so, and they are one publication",
];

/** The assumptions with the number of comparisons that the section of a claim makes. */
function worldOf(claim: string, world: Assumptions): Assumptions {
  return { ...world, comparisons: comparisonsOf(ledger, entryOf(ledger, claim).claim) };
}

describe("random complete systems", () => {
  /** Systems that agree with all but the claim, each at the far end of a random direction, and one between every two. */
  const draw = ({ id, claim, condition }: Unit, draws: number): Record<string, number>[] => {
    const ids = idsIn(condition);
    const uniform = seededUniform(id);
    const system = claimSystem(evidence, DEFAULT_ASSUMPTIONS, { ids, freed: freedBy(claim), centred: true });
    const found: Record<string, number>[] = [];
    for (let i = 0; i < draws; i++) {
      const target = ids.flatMap((one): { id: string; low: number; high: number }[] => {
        const unknown = system.problem.unknowns.find((u) => u.id === one);
        if (unknown === undefined || uniform() < 0.5) return [];
        const { low = 0, high = 100 } = unknown;
        const middle = low + uniform() * (high - low);
        return [
          {
            id: one,
            low: Math.max(low, middle - (high - low) / 6),
            high: Math.min(high, middle + (high - low) / 6),
          },
        ];
      });
      const agreeing = agreeingSystem({
        ...system.problem,
        ranges: [...(system.problem.ranges ?? []), ...target],
      });
      if (agreeing !== null) found.push(system.read(agreeing.values));
    }
    return found;
  };

  it("make a claim that holds true in all, and one that does not fit in none", () => {
    const wrong: string[] = [];
    let drawn = 0;
    for (const unit of computed) {
      const { id, claim, condition, judged, world } = unit;
      const { verdict, given } = judged;
      if (given.length > 0) continue;
      const must =
        verdict === "reproduced" || verdict === "up-to-design-effect"
          ? true
          : verdict === "contradicted"
            ? false
            : null;
      if (must === null) continue;
      for (const at of draw(unit, 5)) {
        drawn += 1;
        const truth = holds(condition, at, ledger.phrases, evidence.numbers, worldOf(claim, world));
        if (truth !== must) wrong.push(`${id}: ${JSON.stringify(at)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(drawn).toBeGreaterThan(500);
  });
});

describe("a judge that remembers", () => {
  it("gives what judging anew gives, whatever changed between", () => {
    const worlds: Assumptions[] = [
      DEFAULT_ASSUMPTIONS,
      { ...DEFAULT_ASSUMPTIONS, deff: 2 },
      { ...DEFAULT_ASSUMPTIONS, rounding: "via-one-decimal" },
      { ...DEFAULT_ASSUMPTIONS, shares: "double" },
      { ...DEFAULT_ASSUMPTIONS, phrases: { "almost four out of ten": "narrow", "almost half": "wide" } },
      { ...DEFAULT_ASSUMPTIONS, correction: "bonferroni" },
      { ...DEFAULT_ASSUMPTIONS, deff: 2, shares: "interviews", paired: 1, correlation: -0.5 },
      DEFAULT_ASSUMPTIONS,
    ];
    const { judge: remembered } = judgeOf(ledger);
    const differing = worlds.flatMap((world, i) =>
      withCondition
        .filter((_, k) => k % worlds.length === i || i === 0)
        .filter(({ id }) => remembered(id, world).verdict !== judge(ledger, id, world).verdict)
        .map(({ id }) => `${i}: ${id}`),
    );
    expect(differing).toEqual([]);
    // What it kept from the first world is not used where the world differs in what a claim rests on.
    const stale = worlds
      .slice(1, 7)
      .flatMap((world, i) =>
        withCondition
          .filter(({ id }) => remembered(id, world).verdict !== judge(ledger, id, world).verdict)
          .map(({ id }) => `${i}: ${id}`),
      );
    expect(stale).toEqual([]);
  });
});
