import type { Ask, BoundProblem, Order, RangeStatement, ShareDefinition } from "../../bounds/index.js";
import { after, before, type FeeFacts } from "./facts.js";
import { AROUND, type Around, FALLING, type Falling, ROUNDS_TO } from "./options.js";

/** How the report's words are read, and what is assumed beside them. */
export interface Reading {
  readonly falling: Falling;
  /** A width of the control, or the narrowest: what rounds to the number. */
  readonly around: Around | "rounded";
  /** No quarter before the fee was further than so many points from another; null assumes nothing. */
  readonly beforeWithin: number | null;
  /** What the quarters weigh in the pooled figure: any weights, or growing at most so many times, or these. */
  readonly weights: { readonly growth: number | null } | { readonly shares: readonly number[] };
}

/** The words alone, in their default reading. */
export const WORDS: Reading = {
  falling: FALLING[0].code,
  around: AROUND[0].code,
  beforeWithin: null,
  weights: { growth: null },
};

const WEIGHTS = "quarters";
const BEFORE = "before";

/** The name of a quarter's unknown, by its position. */
export function unknownOf(facts: FeeFacts, quarter: number): string {
  const found = facts.quarters[quarter];
  if (found === undefined) throw new RangeError(`there is no quarter ${quarter}`);
  return found.id;
}

/** The interval that "around" stands for. */
export function aroundRange({ around }: FeeFacts, width: Reading["around"]): { low: number; high: number } {
  const half = width === "rounded" ? ROUNDS_TO : AROUND.find(({ code }) => code === width)?.half;
  if (half === undefined) throw new RangeError(`no width is named "${width}"`);
  const { low, high } = around;
  const middle = (low + high) / 2;
  return half === null ? { low, high } : { low: middle - half, high: middle + half };
}

/** The positions of the quarters that fell, under a reading: each fell from the one before it. */
export function fallingQuarters({ falls, feeQuarter }: FeeFacts, falling: Falling): number[] {
  const skipped = FALLING.find(({ code }) => code === falling)?.startsAfter;
  if (skipped === undefined) throw new RangeError(`no reading is named "${falling}"`);
  return Array.from({ length: falls.value }, (_, i) => feeQuarter + skipped + i);
}

/** The report's sentences about the quarters, under a reading, as a problem for the bounds engine. */
export function feeProblem(facts: FeeFacts, reading: Reading, ask: readonly Ask[]): BoundProblem {
  const id = (quarter: number) => unknownOf(facts, quarter);
  const { beforeWithin, weights } = reading;
  // The quarters before the fee stand above an unknown floor, each by no more than the points allowed.
  const floors = beforeWithin === null ? [] : before(facts);
  const above = (quarter: number) => `${BEFORE}-${quarter}`;
  return {
    unknowns: [
      ...facts.quarters.map((quarter) => ({ id: quarter.id })),
      ...(floors.length === 0 ? [] : [{ id: BEFORE }]),
      ...floors.map((quarter) => ({ id: above(quarter), high: beforeWithin ?? 0, name: "quarters alike" })),
    ],
    shares: { [WEIGHTS]: shareDefinition(facts, weights) },
    identities: [
      {
        total: { printed: facts.pooled.printed },
        parts: facts.quarters.map((quarter) => ({ id: quarter.id })),
        shares: WEIGHTS,
        name: "all quarters together",
        locator: facts.pooled.locator,
      },
      ...floors.map((quarter) => ({
        total: { id: id(quarter) },
        parts: [{ id: BEFORE }, { id: above(quarter) }],
        sum: true,
        name: "quarters before the fee alike",
      })),
    ],
    order: fallingQuarters(facts, reading.falling).map(
      (quarter): Order => [
        id(quarter),
        "<",
        id(quarter - 1),
        0,
        { name: "fell", locator: facts.falls.locator },
      ],
    ),
    ranges: [
      ...after(facts).map((quarter) => ({
        id: id(quarter),
        ...aroundRange(facts, reading.around),
        name: "around",
        locator: facts.around.locator,
      })),
      ...facts.quarters.flatMap(({ id, low, high, locator }): RangeStatement[] =>
        low === null || high === null ? [] : [{ id, low, high, name: "filled in", locator }],
      ),
    ],
    ask,
  };
}

/** The fall: the last quarter before the fee, less the first that is said to be around one level. */
export function fallAsk(facts: FeeFacts): Ask {
  return { difference: [unknownOf(facts, facts.feeQuarter - 1), unknownOf(facts, facts.aroundFrom)] };
}

/** The plain mean of the quarters before the fee, less that of the quarters around one level. */
export function changeAsk(facts: FeeFacts): Ask {
  return {
    mean: before(facts).map((q) => unknownOf(facts, q)),
    minus: after(facts).map((q) => unknownOf(facts, q)),
  };
}

/** Weights that are filled in stand above any that are assumed. */
function shareDefinition(facts: FeeFacts, weights: Reading["weights"]): ShareDefinition {
  if (facts.weights !== null) return { bases: facts.weights.values, within: facts.weights.within };
  if ("shares" in weights) return { bases: weights.shares, within: 0 };
  return weights.growth === null ? {} : { growthAtMost: weights.growth };
}
