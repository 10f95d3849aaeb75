import { DEFAULT_ASSUMPTIONS } from "../../../src/claims/assumptions.js";
import { any, type Condition, type Difference } from "../../../src/claims/condition.js";
import { holds } from "../../../src/claims/holds.js";
import { type Claim, idsIn, type Ledger } from "../../../src/claims/index.js";
import { differenceTest, tProbability } from "../../../src/stats/index.js";
import type { FromInterviews, PairedValue } from "./from-interviews.js";

/** A sentence that can be decided by its interviews. */
export interface SentenceFromInterviews {
  readonly claim: Claim;
  /** Whether it is true of the unrounded numbers from the interviews. */
  readonly holds: boolean;
  /** Whether it is true of the numbers as printed; null where one is not printed, or for significance. */
  readonly asPrinted: boolean | null;
  /** Whether it is about significance. */
  readonly significance: boolean;
}

/** The confidence level that the publications name or imply. */
const LEVEL = 0.95;

/**
 * Judges sentences by the interviews behind them: those that use a number from the interviews, and no other unknown
 * number. Percentages are unrounded; phrases are read as usual; differences are tested two-sided at 95% with the
 * interviews' design. A sentence with several readings is true if one is. Sentences and readings decided by words
 * alone are left out.
 *
 * @param beside the published numbers beside those from the interviews
 */
export function sentencesFromInterviews(
  { claims, conditions, phrases, evidence }: Ledger,
  beside: FromInterviews,
): SentenceFromInterviews[] {
  const values = new Map<string, PairedValue>();
  const known: Record<string, number> = {};
  const printed: Record<string, number> = {};
  for (const { id, low, high } of evidence.numbers.values()) {
    if (low === null || high === null) continue;
    printed[id] = (low + high) / 2;
    if (low === high) known[id] = low;
  }
  const given = new Set<string>();
  for (const paired of beside.values)
    if (paired.value !== null && paired.number !== null) {
      values.set(paired.value.id, paired);
      known[paired.value.id] = paired.number;
      given.add(paired.value.id);
    }
  for (const { base, number } of beside.bases)
    if (number !== null) {
      known[base.id] = number;
      given.add(base.id);
    }
  return claims.flatMap((claim) => {
    const condition = any(
      ...[claim, ...claim.readings]
        .flatMap(({ id }) => conditions.get(id) ?? [])
        .filter((way) => idsIn(way).length > 0),
    );
    const ids = idsIn(condition);
    if (!ids.some((id) => given.has(id)) || !ids.every((id) => id in known)) return [];
    let significance = false;
    const tested = replaceDifferences(condition, (difference) => {
      significance = true;
      return differs(beside, values, difference);
    });
    const isTrueOf = (numbers: Readonly<Record<string, number>>) =>
      holds(tested, numbers, phrases, evidence.numbers, DEFAULT_ASSUMPTIONS);
    const asPrinted = significance || !ids.every((id) => id in printed) ? null : isTrueOf(printed);
    return [{ claim, holds: isTrueOf(known), asPrinted, significance }];
  });
}

/** Replaces conditions of significance by their decisions. */
function replaceDifferences(condition: Condition, decide: (difference: Difference) => boolean): Condition {
  const again = (part: Condition) => replaceDifferences(part, decide);
  switch (condition.type) {
    case "differ":
      return { type: "by-definition", holds: decide(condition), because: "tested with the design" };
    case "all":
    case "any":
      return { ...condition, of: condition.of.map(again) };
    case "not":
      return { ...condition, of: again(condition.of) };
    default:
      return condition;
  }
}

/**
 * Whether two percentages differ significantly. Uses the covariance of groups in one table; between measures it is
 * unknown, and the least favourable one is used.
 */
function differs(
  { estimates }: FromInterviews,
  values: ReadonlyMap<string, PairedValue>,
  { a, b, direction }: Difference,
): boolean {
  const [first, second] = [a, b].map((id) => {
    const paired = values.get(id);
    const found = paired === undefined ? null : estimates.find(paired.asked);
    if (found === null) throw new RangeError(`the interviews give no estimate of ${id}`);
    return found;
  });
  if (first === undefined || second === undefined) throw new RangeError("a difference of one number");
  const by = first.estimate.estimate - second.estimate.estimate;
  if (direction === "ab" && by <= 0) return false;
  if (first.table === second.table)
    return differenceTest(first.table.estimates, second.place, first.place, { level: LEVEL }).p < 1 - LEVEL;
  const error = first.estimate.standardError + second.estimate.standardError;
  const df = Math.min(first.estimate.df, second.estimate.df);
  return 2 * tProbability(Math.abs(by) / error, df, "upper") < 1 - LEVEL;
}
