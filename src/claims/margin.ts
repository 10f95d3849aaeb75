import { boundProblem } from "../bounds/index.js";
import { memoize } from "../model/memoize.js";
import type { Assumptions } from "./assumptions.js";
import type { Claim } from "./claim.js";
import type { Condition } from "./condition.js";
import { entryOf, type Ledger } from "./ledger.js";
import type { Margin } from "./margin-words.js";
import { spanOf } from "./phrase.js";
import { roundingSpan } from "./rounding.js";
import { claimSystem } from "./system.js";
import { idsOf, type Term } from "./term.js";

const boundsOf = memoize(boundProblem, { size: 600 });

/**
 * The margin of a claim about one number, or one difference; null for claims of several parts, of significance, or
 * about numbers that are not percentages. The number's range is what everything but the claim allows.
 */
export function marginOf(
  ledger: Ledger,
  { id }: Pick<Claim, "id">,
  condition: Condition,
  assumptions: Assumptions,
): Margin | null {
  const asked = soleTerm(condition);
  if (asked === null) return null;
  const { siblings } = entryOf(ledger, id);
  const { numbers } = ledger.evidence;
  const ids = idsOf(asked.term);
  if (ids.length === 0 || ids.some((one) => numbers.get(one)?.unit !== "percent")) return null;
  const freed = new Set(siblings.flatMap((c) => c.states));
  const system = claimSystem(ledger.evidence, assumptions, { ids, freed });
  const ask = askOf(asked.term);
  if (ask === null) return null;
  const { feasible, bounds } = boundsOf(
    { ...system.problem, ask: [ask.ask] },
    { holes: false, leaveOneOut: false, conflict: false },
  );
  const [bound] = bounds;
  if (!feasible || bound === undefined) return null;
  const shift = (x: number) => x + ask.plus;
  const unit = ids.length === 1 && ask.plus === 0 ? "percent" : "points";
  const required = requiredOf(asked.condition, ledger, assumptions);
  // A threshold for one percentage is shown as such, not as a difference.
  if (ids.length === 1 && ask.plus !== 0) {
    const least = (x: number | null) => (x === null ? null : x - ask.plus);
    return {
      low: bound.low,
      high: bound.high,
      from: least(required.from),
      to: least(required.to),
      unit: "percent",
    };
  }
  return { low: shift(bound.low), high: shift(bound.high), ...required, unit };
}

type Sole = Extract<Condition, { term: Term }>;

/** The single comparison of a condition; a two-sided one of the same number counts as one. */
function soleTerm(condition: Condition): { condition: Sole; term: Term } | null {
  if ("term" in condition) return { condition, term: condition.term };
  if ((condition.type === "all" || condition.type === "any") && condition.of.length === 1) {
    return soleTerm(condition.of[0] as Condition);
  }
  return null;
}

/** A term as a question to the bounds engine: one number, or a difference of two. */
function askOf({ of, plus }: Term) {
  const entries = Object.entries(of);
  const [first, second] = entries;
  if (entries.length === 1 && first?.[1] === 1) return { ask: { id: first[0] }, plus };
  if (entries.length === 2 && first !== undefined && second !== undefined) {
    if (first[1] === 1 && second[1] === -1)
      return { ask: { difference: [first[0], second[0]] as const }, plus };
    if (first[1] === -1 && second[1] === 1)
      return { ask: { difference: [second[0], first[0]] as const }, plus };
  }
  return null;
}

function requiredOf(
  condition: Sole,
  { phrases }: Ledger,
  assumptions: Assumptions,
): { from: number | null; to: number | null } {
  switch (condition.type) {
    case "reads": {
      const { low, high } = spanOf(phrases, condition.phrase, assumptions.phrases);
      return { from: low, to: high };
    }
    case "prints": {
      const { low, high } = roundingSpan(condition.printed, assumptions.rounding);
      return { from: low, to: high };
    }
    case "equal":
      return { from: 0, to: 0 };
    default:
      return { from: 0, to: null };
  }
}
