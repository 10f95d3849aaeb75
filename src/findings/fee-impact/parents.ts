import type { Citation, LinearStatement, Order, RangeStatement, Unknown } from "../../bounds/index.js";
import { dateLabel } from "../../model/period.js";
import { after, before, type FeeFacts, PARENTS, type Parent } from "./facts.js";
import { DECREASED, type Decreased, MIXES, type Mix } from "./options.js";

/** How the report's sentences on Receiving and Paying Parents are read, and how their mix can change. */
export interface ParentsReading {
  readonly decreased: Decreased;
  readonly mix: Mix;
  /** Minimum of each lead and each decrease, in points; 0 by default. */
  readonly least?: number;
}

/** Range of the smallest share of Receiving Parents in any quarter, in percent of clients. */
export interface Floor {
  readonly low: number;
  readonly high: number;
}

/** Id of the unknown for the smallest share of Receiving Parents, if it is not fixed. */
export const FLOOR = "mix";

/**
 * How far the share of Receiving Parents can swing, in points.
 * @throws RangeError for an unknown mix
 */
export function swingOf(mix: Mix): number {
  const within = MIXES.find(({ code }) => code === mix)?.within;
  if (within === undefined) throw new RangeError(`no mix is named "${mix}"`);
  return within;
}

/**
 * Coefficients of the decrease of a series, in points: first minus last quarter; the fall along the least squares
 * line; or the mean before the fee minus the mean of the quarters around one level.
 */
export function decreaseOf(facts: FeeFacts, decreased: Decreased): number[] {
  const n = facts.quarters.length;
  const of = (weight: (quarter: number) => number) => Array.from({ length: n }, (_, i) => weight(i));
  switch (decreased) {
    case "ends":
      return of((i) => (i === 0 ? 1 : i === n - 1 ? -1 : 0));
    case "trend": {
      const middle = (n - 1) / 2;
      const squares = of((i) => (i - middle) ** 2).reduce((sum, x) => sum + x, 0);
      return of((i) => (-(i - middle) * (n - 1)) / squares);
    }
    case "means": {
      const [early, late] = [before(facts), after(facts)];
      return of((i) => (early.includes(i) ? 1 / early.length : late.includes(i) ? -1 / late.length : 0));
    }
    default:
      throw new RangeError(`no reading is named "${decreased}"`);
  }
}

interface ParentStatements {
  readonly unknowns: readonly Unknown[];
  readonly order: readonly Order[];
  readonly linear: readonly LinearStatement[];
  readonly ranges: readonly RangeStatement[];
}

type Terms = readonly (readonly [id: string, coefficient: number])[];

/** Ids of the unknowns, one a quarter: of each kind of parent, of all clients, and of the floor times the lead. */
interface Series {
  readonly receiving: readonly string[];
  readonly paying: readonly string[];
  readonly all: readonly string[];
  readonly products: readonly string[];
}

function seriesOf({ parents, quarters }: FeeFacts): Series {
  return {
    receiving: parents.receiving.map(({ id }) => id),
    paying: parents.paying.map(({ id }) => id),
    all: quarters.map(({ id }) => id),
    products: quarters.map((_, quarter) => `${FLOOR}-${quarter}`),
  };
}

/**
 * The sentences on both parents, with their series as further unknowns. A quarter's figure for all clients is paying
 * + m (receiving - paying), where m is the share of Receiving Parents: from the floor to the floor plus the swing.
 *
 * For one floor that is linear: paying + m0 (receiving - paying) <= all <= paying + m1 (receiving - paying). For a
 * range of floors, the product of floor and lead is a further unknown, constrained by the four McCormick planes at
 * the corners of the range and by the decrease of the lead times the floor. This is a relaxation: it admits every
 * solution with a floor in the range, and some others.
 */
export function parentStatements(facts: FeeFacts, reading: ParentsReading, floor: Floor): ParentStatements {
  const { decreased, mix, least = 0 } = reading;
  const series = seriesOf(facts);
  const { receiving: r, paying: p, products: z } = series;
  const { low, high } = floor;
  const isOne = low === high;
  const locator = facts.parents.receiving[0]?.locator ?? "";
  const falls = fallsBy(decreaseOf(facts, decreased));
  const mixed: Citation = { name: mixInWords(mix) };
  const below: Citation = {
    name: "Paying Parents were less satisfied than Receiving Parents in every quarter",
    locator,
  };
  const fell: Citation = {
    name: "satisfaction decreased among both parents",
    locator,
  };
  const closer: Citation = {
    name: "the difference between both parents decreased, since Receiving Parents fell by more points",
    locator,
  };

  return {
    unknowns: [
      ...[...r, ...p].map((id) => ({ id })),
      ...(isOne ? [] : [...z.map((id) => ({ id })), { id: FLOOR, low, high, ...mixed }]),
    ],
    order: r.map((id, i): Order => [id, ">", p[i] ?? "", least, below]),
    linear: [
      ...mixedQuarters(series, floor, swingOf(mix) / 100).map((part) => ({ ...part, ...mixed })),
      { terms: falls(r), low: least, ...fell },
      { terms: falls(p), low: least, ...fell },
      { terms: [...falls(r), ...falls(p, -1)], low: least, ...closer },
      ...(isOne ? [] : productFalls(series, floor, falls).map((part) => ({ ...part, ...mixed }))),
    ],
    ranges: PARENTS.flatMap((parent) => filledIn(facts, parent)),
  };
}

type Falls = (ids: readonly string[], times?: number) => Terms;

/** The decrease of a series, as terms. */
const fallsBy =
  (decrease: readonly number[]): Falls =>
  (ids, times = 1) =>
    ids.flatMap((id, i) => (decrease[i] === 0 ? [] : [[id, times * (decrease[i] ?? 0)] as const]));

type Unnamed = Omit<LinearStatement, "name" | "locator">;

/** Every quarter's figure for all clients as a mix of both parents. */
function mixedQuarters(
  { receiving, paying, all, products }: Series,
  { low, high }: Floor,
  swing: number,
): Unnamed[] {
  const [a, b] = [low / 100, high / 100];
  return all.flatMap((id, i): Unnamed[] => {
    const [r, p, z] = [receiving[i] ?? "", paying[i] ?? "", products[i] ?? ""];
    const lead = (times: number): Terms => [
      [r, times],
      [p, -times],
    ];
    const above: Terms = [
      [id, 1],
      [p, -1],
    ];
    if (low === high)
      return swing === 0
        ? [{ terms: [...above, ...lead(-a)], low: 0, high: 0 }]
        : [
            { terms: [...above, ...lead(-a)], low: 0 },
            { terms: [...above, ...lead(-a - swing)], high: 0 },
          ];
    const from: Terms = [[z, 1]];
    return [
      { terms: [...above, [z, -1]], low: 0 },
      { terms: [...above, [z, -1], ...lead(-swing)], high: 0 },
      { terms: [...from, ...lead(-a)], low: 0 },
      { terms: [...from, ...lead(-b), [FLOOR, -1]], low: -high },
      { terms: [...from, ...lead(-b)], high: 0 },
      { terms: [...from, ...lead(-a), [FLOOR, -1]], high: -low },
    ];
  });
}

/** The product falls by the floor times the decrease of the lead, for both ends of a range of floors. */
function productFalls(
  { receiving: r, paying: p, products: z }: Series,
  { low, high }: Floor,
  falls: Falls,
): Unnamed[] {
  const [a, b] = [low / 100, high / 100];
  return [
    { terms: [...falls(z), ...falls(r, -a), ...falls(p, a)], low: 0 },
    { terms: [...falls(z, -1), ...falls(r, b), ...falls(p, -b)], low: 0 },
  ];
}

/** The numbers that someone filled in for a kind of parent. */
function filledIn({ parents }: FeeFacts, parent: Parent): RangeStatement[] {
  return parents[parent].flatMap(({ id, low, high, end, locator }) =>
    low === null || high === null
      ? []
      : [{ id, low, high, locator, name: `the number filled in for ${parent} parents, ${dateLabel(end)}` }],
  );
}

/** A mix as text, for the list of assumptions. */
function mixInWords(mix: Mix): string {
  const within = swingOf(mix);
  return within === 100
    ? "clients are Receiving and Paying Parents, in any mix"
    : within === 0
      ? "the mix of Receiving and Paying Parents was the same in every quarter"
      : `the share of Receiving Parents stayed within ${within} points over the quarters`;
}

/** Each reading of "decreased" with each mix. */
export const PARENT_READINGS: readonly ParentsReading[] = DECREASED.flatMap(({ code: decreased }) =>
  MIXES.map(({ code: mix }) => ({ decreased, mix })),
);
