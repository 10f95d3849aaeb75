import {
  type Claim,
  type Composition,
  type Condition,
  type Ledger,
  type Phrase,
  parseSpan,
  type RecordedNumber,
  type Span,
} from "../../../src/claims/index.js";

/** A percentage of a made-up survey: printed digits, or not held. */
export function percent(
  id: string,
  printed: string | null,
  more: Partial<RecordedNumber> = {},
): RecordedNumber {
  const value = printed === null ? null : Number(printed);
  return {
    id,
    publication: "made-up",
    work: "made-up",
    measure: "made-up.satisfied",
    unit: "percent",
    group: {},
    period: null,
    printed,
    status: printed === null ? "plotted" : "printed",
    low: value === null ? null : value - 0.5,
    high: value === null ? null : value + 0.5,
    rounded: printed !== null,
    base: null,
    interviews: null,
    ...more,
  };
}

export function claim(id: string, more: Partial<Claim> = {}): Claim {
  return {
    id,
    publication: "made-up",
    work: "made-up",
    locator: "made-up: text",
    sentence: "made-up.sentence.001",
    chart: null,
    statement: id,
    kind: "comparison",
    values: [],
    states: [],
    restates: null,
    family: null,
    evidence: false,
    alternatives: null,
    note: null,
    disputed: null,
    readings: [],
    concern: null,
    weight: null,
    ...more,
  };
}

const span = (text: string) => parseSpan(text) as Span;

export const PHRASES: ReadonlyMap<string, Phrase> = new Map([
  [
    "almost half",
    {
      phrase: "almost half",
      usual: span("[45,50)"),
      narrow: span("[47.5,50)"),
      wide: span("[40,50)"),
      why: "below a half",
    },
  ],
]);

export interface Made {
  readonly numbers: readonly RecordedNumber[];
  readonly compositions?: readonly Composition[];
  readonly claims: readonly (readonly [Claim, Condition | null])[];
}

/** A ledger of made-up numbers and claims. */
export function made({ numbers, compositions = [], claims }: Made): Ledger {
  return {
    claims: claims.map(([c]) => c),
    conditions: new Map(claims.flatMap(([c, condition]) => (condition === null ? [] : [[c.id, condition]]))),
    outside: new Map(),
    comparisons: new Map([["made-up.parents", 18]]),
    phrases: PHRASES,
    evidence: { numbers: new Map(numbers.map((n) => [n.id, n])), compositions, sums: [] },
  };
}
