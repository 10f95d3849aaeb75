import type { CompleteSystem } from "../../bounds/index.js";
import { formatNumber } from "../../model/format.js";
import { dateLabel } from "../../model/period.js";
import { before, type FeeFacts, type Quarter } from "./facts.js";

const AT_LIMIT = 1e-6;

/**
 * Why an end of a range is a corner: the quarters before the fee in which a set of numbers that attains it has everyone
 * satisfied, or nobody; null where it has neither. Where only May 2014 and February 2015 are compared, the sum stands first.
 *
 * @example "100 less 57.5: everyone satisfied in May 2014"
 */
export function cornerOf(
  facts: FeeFacts,
  system: CompleteSystem | undefined,
  asked: "fall" | "change",
): string | null {
  if (system === undefined) return null;
  const value = ({ id }: Quarter) => system.values[id] ?? Number.NaN;
  const last = facts.quarters[facts.feeQuarter - 1] as Quarter;
  const early =
    asked === "fall" ? [last] : before(facts).map((quarter) => facts.quarters[quarter] as Quarter);
  const at = (limit: number) => early.filter((quarter) => Math.abs(value(quarter) - limit) < AT_LIMIT);
  const phrases = [
    { who: "everyone", quarters: at(100) },
    { who: "nobody", quarters: at(0) },
  ].flatMap(({ who, quarters }) =>
    quarters.length === 0 ? [] : [`${who} satisfied in ${listed(quarters.map(({ end }) => dateLabel(end)))}`],
  );
  if (phrases.length === 0) return null;
  const words = phrases.join(", ");
  if (asked === "change") return words;
  const later = value(facts.quarters[facts.aroundFrom] as Quarter);
  return `${formatNumber(value(last))} less ${formatNumber(later, Number.isInteger(later) ? 0 : 1)}: ${words}`;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
