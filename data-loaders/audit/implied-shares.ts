import { proportionInterval } from "../../src/analysis/proportion.js";
import { codeLabel } from "../../src/model/dimensions.js";
import { formatRange } from "../../src/model/format.js";
import { impliedShare } from "../../src/stats/index.js";
import type { Raw } from "../read/index.js";
import type { Check } from "./check.js";
import { heldParts, inputsOf, type Split, splits } from "./splits.js";
import type { Held } from "./words.js";

/**
 * The share of the weights of `part` implied by total, part and rest, 0 to 1. Null where none fits; "overlap" where
 * it is not identified.
 */
export function shareOf(
  total: Held,
  part: Held,
  rest: Held,
): { low: number; high: number } | "overlap" | null {
  if (part.low <= rest.high && rest.low <= part.high) return "overlap";
  const [lower, upper] = part.low > rest.high ? [rest, part] : [part, rest];
  if (total.high < lower.low || total.low > upper.high) return null;
  return impliedShare(proportionInterval(total), proportionInterval(part), proportionInterval(rest));
}

/** "43.7 to 56.3%" of the weights, rounded outwards. */
export function shareSpan({ low, high }: { low: number; high: number }): string {
  return `${formatRange(100 * low, 100 * high)}%`;
}

/** Checks that a total and its two groups imply a share of the weights from 0 to 1. */
export function checkImpliedShares(raw: Raw): Check[] {
  return splits(raw)
    .filter(({ parts }) => parts.length === 2)
    .map((split) => ({
      id: `${split.total.id}.implied-share.${split.dimension}`,
      kind: "implied-share",
      inputs: inputsOf(split),
      ...outcome(split),
    }));
}

function outcome(split: Split): Pick<Check, "status" | "because"> {
  const known = heldParts(split);
  if ("why" in known) return { status: "not checked", because: known.why };
  const { total, dimension } = split;
  const [part, rest] = known.parts as readonly [Held, Held];
  const share = shareOf(total, part, rest);
  if (share === "overlap") {
    const because = "the roundings of the two groups overlap, so the share is not identified";
    return { status: "not checked", because };
  }
  const label = codeLabel(dimension, part.group[dimension] ?? "");
  const [whole, first, second] = [total, part, rest].map((v) => v.printed ?? v.words);
  const numbers = `the total ${whole} and the groups ${first} and ${second}`;
  return share === null
    ? { status: "failed", because: `no share of ${label} from 0 to 100% gives ${numbers}` }
    : { status: "passed", because: `${label} are ${shareSpan(share)} of the weights by ${numbers}` };
}
