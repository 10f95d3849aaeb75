import type {
  Ask,
  BoundProblem,
  LinearStatement,
  Order,
  RangeStatement,
  ShareDefinition,
} from "../../bounds/index.js";
import { optionOf } from "../../model/control.js";
import { dateLabel } from "../../model/period.js";
import { after, before, type FeeFacts } from "./facts.js";
import { AROUND, type Around, FALLING, type Falling, ROUNDS_TO, SCENARIO, type Scenario } from "./options.js";
import { type Floor, type ParentsReading, parentStatements } from "./parents.js";

/** How the report's words are read, and the assumptions. */
export interface Reading {
  readonly falling: Falling;
  /** An option of the control, or the narrowest width: values that round to the number. */
  readonly around: Around | "rounded";
  /** Maximum difference between quarters before the fee, in points; null assumes nothing. */
  readonly beforeWithin: number | null;
  /** Weights of the quarters in the pooled figure: a maximum growth (null for any weights), or given shares. */
  readonly weights: { readonly growth: number | null } | { readonly shares: readonly number[] };
  /** How the sentences on both parents are read; null omits them. */
  readonly parents: ParentsReading | null;
}

/** The words alone, in their default reading. */
export const WORDS: Reading = {
  falling: FALLING.default,
  around: AROUND.default,
  beforeWithin: null,
  weights: { growth: null },
  parents: null,
};

/** Any mix: the smallest share of Receiving Parents can be 0. */
const NO_FLOOR: Floor = { low: 0, high: 0 };

const WEIGHTS = "quarters";

/** Id of a quarter's unknown, by index. */
export function unknownOf(facts: FeeFacts, quarter: number): string {
  const found = facts.quarters[quarter];
  if (found === undefined) throw new RangeError(`there is no quarter ${quarter}`);
  return found.id;
}

/** The interval that "around" means. */
export function aroundRange({ around }: FeeFacts, width: Reading["around"]): { low: number; high: number } {
  const half = width === "rounded" ? ROUNDS_TO : optionOf(AROUND, width).half;
  const { low, high } = around;
  const middle = (low + high) / 2;
  return half === null ? { low, high } : { low: middle - half, high: middle + half };
}

/** Indexes of the quarters that fell under a reading, each from the one before it. */
export function fallingQuarters({ falls, feeQuarter }: FeeFacts, falling: Falling): number[] {
  const skipped = optionOf(FALLING, falling).startsAfter;
  return Array.from({ length: falls.value }, (_, i) => feeQuarter + skipped + i);
}

/**
 * The report's sentences about the quarters, under a reading, as a bounds problem.
 *
 * @param floor range of the smallest share of Receiving Parents, if the reading includes the sentences on parents
 */
export function feeProblem(
  facts: FeeFacts,
  reading: Reading,
  ask: readonly Ask[],
  floor: Floor = NO_FLOOR,
): BoundProblem {
  const id = (quarter: number) => unknownOf(facts, quarter);
  const { beforeWithin, weights } = reading;
  const parents = reading.parents === null ? null : parentStatements(facts, reading.parents, floor);
  const since = facts.quarters[facts.aroundFrom]?.end ?? "";
  return {
    unknowns: [...facts.quarters.map((quarter) => ({ id: quarter.id })), ...(parents?.unknowns ?? [])],
    shares: { [WEIGHTS]: shareDefinition(facts, weights) },
    identities: [
      {
        total: { printed: facts.pooled.printed },
        parts: facts.quarters.map((quarter) => ({ id: quarter.id })),
        shares: WEIGHTS,
        name: `${facts.pooled.printed}% were satisfied, all quarters together`,
        locator: facts.pooled.locator,
      },
    ],
    order: [
      ...fallingQuarters(facts, reading.falling).map(
        (quarter): Order => [
          id(quarter),
          "<",
          id(quarter - 1),
          0,
          {
            name: `satisfaction fell in ${facts.falls.value} quarters in a row`,
            locator: facts.falls.locator,
          },
        ],
      ),
      ...(parents?.order ?? []),
    ],
    ranges: [
      ...after(facts).map((quarter) => ({
        id: id(quarter),
        ...aroundRange(facts, reading.around),
        name: `satisfaction was ${facts.around.words ?? "around one level"} from ${dateLabel(since)} on`,
        locator: facts.around.locator,
      })),
      ...facts.quarters.flatMap(({ id, low, high, locator, end }): RangeStatement[] =>
        low === null || high === null
          ? []
          : [{ id, low, high, name: `the number filled in for ${dateLabel(end)}`, locator }],
      ),
      ...(parents?.ranges ?? []),
    ],
    linear: [...similarBefore(facts, beforeWithin), ...(parents?.linear ?? [])],
    ask,
  };
}

/** Quarters before the fee differ by at most `within` points. */
function similarBefore(facts: FeeFacts, within: number | null): LinearStatement[] {
  if (within === null) return [];
  return before(facts).flatMap((later) =>
    before(facts)
      .filter((earlier) => earlier < later)
      .map((earlier) => ({
        terms: [
          [unknownOf(facts, later), 1],
          [unknownOf(facts, earlier), -1],
        ],
        low: -within,
        high: within,
        name: `the quarters before the fee were within ${within} points of each other`,
      })),
  );
}

/** The fall: the last quarter before the fee minus the first around one level. */
export function fallAsk(facts: FeeFacts): Ask {
  return { difference: [unknownOf(facts, facts.feeQuarter - 1), unknownOf(facts, facts.aroundFrom)] };
}

/** Plain mean of the quarters before the fee minus that of the quarters around one level. */
export function changeAsk(facts: FeeFacts): Ask {
  return {
    mean: before(facts).map((q) => unknownOf(facts, q)),
    minus: after(facts).map((q) => unknownOf(facts, q)),
  };
}

/** Weights filled in take precedence over assumed ones. */
function shareDefinition(facts: FeeFacts, weights: Reading["weights"]): ShareDefinition {
  if (facts.weights !== null)
    return { bases: facts.weights.values, within: facts.weights.within, name: "the weights filled in" };
  if ("shares" in weights) return { bases: weights.shares, within: 0, name: "the weights supposed" };
  const { growth } = weights;
  if (growth === null) return {};
  const name =
    growth === 1
      ? "all quarters weigh the same"
      : `quarters weigh more and more, the last at most ${growth} times the first`;
  return { growthAtMost: growth, name };
}

/** The weights of a scenario, which sum to 1 and grow linearly from quarter to quarter. */
export function scenarioShares({ quarters }: FeeFacts, scenario: Scenario): number[] {
  const growth = optionOf(SCENARIO, scenario).growth;
  const raw = quarters.map((_, i) => 1 + ((growth - 1) * i) / Math.max(1, quarters.length - 1));
  const sum = raw.reduce((all, weight) => all + weight, 0);
  return raw.map((weight) => weight / sum);
}
