/** How a printed number was rounded. See `roundingRange`. */
export type RoundingRule = "half-up" | "half-even" | "via-one-decimal" | "truncated";

/** Whether the ends of a rounding interval belong to it: both, only the low end, or neither. */
export type RoundingEnds = "closed" | "half-open" | "open";

/** Fields of any statement, for citing it. */
export interface Citation {
  readonly name?: string;
  readonly locator?: string;
}

/** A percentage that is not known, from 0 to 100 unless it has limits of its own. */
export interface Unknown extends Citation {
  readonly id: string;
  readonly low?: number;
  readonly high?: number;
}

/**
 * Constraints on a share vector: the weights of the parts of one population, not negative, with sum 1.
 * - `bases`: interviews of the parts; their shares are the centre of `within` and `factor`;
 * - `within`: relative distance of each share from its base's share (0: fixed at the bases);
 * - `factor`: each share lies between its base's share divided by and multiplied by this number;
 * - `nondecreasing`: no share is below the one before it;
 * - `growthAtMost`: nondecreasing, and the last share is at most this many times the first.
 *
 * With bases but neither `within` nor `factor`, shares lie within 0.1. Without bases they are free.
 */
export interface ShareDefinition extends Citation {
  readonly bases?: readonly number[];
  readonly within?: number;
  readonly factor?: number;
  readonly nondecreasing?: boolean;
  readonly growthAtMost?: number;
}

/** A percentage by the id of its unknown, or as printed. */
export type Figure = { readonly id: string } | { readonly printed: string };

export type Part = Figure & { readonly base?: number };

/**
 * A total that is the weighted mean of its parts: by the vector `shares`, which serves every identity that names it, or
 * by a vector of its own within `shareTolerance` of its bases' shares (0.1 by default, free where a base lacks).
 * With `sum` the total is the plain sum of its parts and there are no shares.
 */
export interface Identity extends Citation {
  readonly total: Figure;
  readonly parts: readonly Part[];
  readonly shareTolerance?: number;
  readonly shares?: string;
  readonly sum?: boolean;
}

export type OrderSign = ">" | "<" | ">=" | "<=" | "=";

/** The first is above (below, equal to) the third, by at least the fourth in points; a fifth member cites it. */
export type Order =
  | readonly [string, OrderSign, string]
  | readonly [string, OrderSign, string, number]
  | readonly [string, OrderSign, string, number, Citation];

export interface RangeStatement extends Citation {
  readonly id: string;
  readonly low?: number;
  readonly high?: number;
}

/** `greater` is above `less`, significantly at 95% under the design effect; bases in that order. */
export interface SignificantStatement extends Citation {
  readonly greater: string;
  readonly less: string;
  readonly deff: number;
  readonly bases: readonly [number, number];
}

/** Two figures that do, or do not, differ significantly at 95% under the design effect; bases in their order. */
export interface PairStatement extends Citation {
  readonly a: string;
  readonly b: string;
  readonly deff: number;
  readonly bases: readonly [number, number];
}

/** One unknown, the first less the second, or the plain mean of several less (where given) that of others. */
export type Ask =
  | { readonly id: string }
  | { readonly difference: readonly [string, string] }
  | { readonly mean: readonly string[]; readonly minus?: readonly string[] };

/** A sum of unknowns, each times a coefficient, that lies from `low` to `high`: either may be left out. */
export interface LinearStatement extends Citation {
  readonly terms: readonly (readonly [id: string, coefficient: number])[];
  readonly low?: number;
  readonly high?: number;
}

/**
 * All that is printed and said about a set of percentages from 0 to 100. Silence about a pair is no statement.
 * Defaults: `rounding` half up; `ends` closed (a printed "39" is 38.5 to 39.5, both included); `ask` every unknown.
 */
export interface BoundProblem {
  readonly unknowns: readonly Unknown[];
  readonly shares?: Readonly<Record<string, ShareDefinition>>;
  readonly identities?: readonly Identity[];
  readonly order?: readonly Order[];
  readonly ranges?: readonly RangeStatement[];
  readonly linear?: readonly LinearStatement[];
  readonly significant?: readonly SignificantStatement[];
  readonly differ?: readonly PairStatement[];
  readonly notSignificant?: readonly PairStatement[];
  readonly rounding?: RoundingRule;
  readonly ends?: RoundingEnds;
  readonly ask?: readonly Ask[];
}

/** A complete set of numbers: unknowns by id, share vectors by name and printed numbers before rounding, by path. */
export interface CompleteSystem {
  readonly values: Readonly<Record<string, number>>;
  /** By the vector's name, or by the identity's path ("identities[0]") for a vector of its own. */
  readonly shares: Readonly<Record<string, readonly number[]>>;
  /** By the path of the printed number: "identities[0].total", "identities[0].parts[1]". */
  readonly printed: Readonly<Record<string, number>>;
}

/** A reference to a statement: its path, with name and locator if it has them. */
export interface CitedStatement extends Citation {
  readonly path: string;
}
