import { DEFAULT_ASSUMPTIONS } from "../../../src/claims/assumptions.js";
import { any, type Condition, type Difference } from "../../../src/claims/condition.js";
import { holds } from "../../../src/claims/holds.js";
import { type Claim, idsIn, type Ledger } from "../../../src/claims/index.js";
import { differenceTest, tProbability } from "../../../src/stats/index.js";
import type { FromInterviews, PairedValue } from "./from-interviews.js";

/** A sentence of a publication that the numbers of its interviews decide. */
export interface SentenceFromInterviews {
  readonly claim: Claim;
  /** Whether it is true of the unrounded numbers from the interviews. */
  readonly holds: boolean;
  /** The same of the numbers as they are printed; null where one is not, or where it speaks of significance. */
  readonly asPrinted: boolean | null;
  /** Whether it says that percentages differ significantly, or that they do not. */
  readonly significance: boolean;
}

/** The significance level that the publications name, or seem to mean. */
const LEVEL = 0.95;

/**
 * Judges the sentences of publications by the interviews behind them: those that speak of a number which the interviews give,
 * and of no other number that is not held. Percentages are those of the interviews, unrounded; phrases are read as usual;
 * differences are tested two-sided at 95% with the design of the interviews. A sentence with several fair readings is true where
 * one of them is. Sentences and readings that words alone decide are left out.
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

/** A condition in which what is said of significance is decided. */
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
 * Whether two percentages differ significantly. The covariance of two groups of one table counts; of two measures it is not
 * in a table, and is taken to be the one that makes the difference least sure.
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
