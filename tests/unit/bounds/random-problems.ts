import fc from "fast-check";
import type { Ask, BoundProblem, Identity, Order } from "../../../src/bounds/index.js";

const IDS = ["a", "b", "c", "d"];
const id = fc.constantFrom(...IDS);
const two = fc.shuffledSubarray(IDS, { minLength: 2, maxLength: 2 }) as fc.Arbitrary<[string, string]>;
const whole = fc.integer({ min: 5, max: 95 });
const base = fc.integer({ min: 20, max: 2000 });
const deff = fc.constantFrom(1, 1.5, 2);

const range = fc
  .tuple(id, whole, whole)
  .map(([id, p, q]) => ({ id, low: Math.min(p, q), high: Math.max(p, q) }));
const order: fc.Arbitrary<Order> = fc
  .tuple(two, fc.constantFrom(">", "<", ">=", "<="), fc.integer({ min: 0, max: 15 }))
  .map(([[a, b], sign, least]) => [a, sign, b, least] as Order);
const significant = fc
  .record({ pair: two, deff, bases: fc.tuple(base, base) })
  .map(({ pair: [greater, less], deff, bases }) => ({ greater, less, deff, bases }));
const pair = fc
  .record({ pair: two, deff, bases: fc.tuple(base, base) })
  .map(({ pair: [a, b], deff, bases }) => ({ a, b, deff, bases }));

/** A total of two or three of the unknowns, printed or an unknown of its own, by shares of any kind or as a plain sum. */
const identity: fc.Arbitrary<Identity> = fc
  .record({
    parts: fc.shuffledSubarray(IDS.slice(0, 3), { minLength: 2, maxLength: 3 }),
    total: fc.oneof(
      fc.constant({ id: "d" }),
      whole.map((n) => ({ printed: String(n) })),
      fc.integer({ min: 50, max: 950 }).map((n) => ({ printed: (n / 10).toFixed(1) })),
    ),
    bases: fc.array(base, { minLength: 3, maxLength: 3 }),
    kind: fc.constantFrom("fixed", "near", "free", "named", "sum"),
    shown: fc.option(whole),
  })
  .map(({ parts, total, bases, kind, shown }): Identity => {
    const figures = parts.map((part, k) => ({
      // Now and then a part is printed.
      ...(k === 0 && shown !== null ? { printed: String(shown) } : { id: part }),
      ...(kind === "fixed" || kind === "near" ? { base: bases[k] as number } : {}),
    }));
    return {
      total,
      parts: figures,
      ...(kind === "fixed" ? { shareTolerance: 0 } : kind === "near" ? { shareTolerance: 0.2 } : {}),
      ...(kind === "named" ? { shares: parts.length === 2 ? "two" : "three" } : {}),
      ...(kind === "sum" ? { sum: true } : {}),
    };
  });

const ask: fc.Arbitrary<Ask> = fc.oneof(
  id.map((id) => ({ id })),
  two.map((difference) => ({ difference })),
  two.map(([a, b]) => ({ mean: [a], minus: [b] })),
);

/** Problems that are well formed, of four unknowns and any statements: about as many agree as contradict themselves. */
export const randomProblems: fc.Arbitrary<BoundProblem> = fc.record({
  unknowns: fc.constant(IDS.map((id) => ({ id }))),
  shares: fc.record({
    two: fc.constantFrom({}, { growthAtMost: 3 }, { bases: [100, 300], factor: 2 }),
    three: fc.constantFrom({ nondecreasing: true }, { bases: [100, 300, 50], within: 0.15 }),
  }),
  // One identity for each named vector, so that none serves two.
  identities: fc.array(identity, { maxLength: 2 }).map((list) => {
    const seen = new Set<string | undefined>();
    return list.filter(({ shares }) => {
      if (shares !== undefined && seen.has(shares)) return false;
      seen.add(shares);
      return true;
    });
  }),
  order: fc.array(order, { maxLength: 2 }),
  ranges: fc.array(range, { maxLength: 3 }),
  significant: fc.array(significant, { maxLength: 1 }),
  differ: fc.array(pair, { maxLength: 1 }),
  notSignificant: fc.array(pair, { maxLength: 1 }),
  ask: fc.array(ask, { minLength: 1, maxLength: 2 }),
});
