import type { CodedValue } from "../../../../src/analysis/interviews/index.js";
import { entryAt } from "../../../../src/model/entry-at.js";
import type { Random } from "../../random.js";
import { codesOf, type Draft, make, valuesOf } from "../draft.js";
import { CUT, ratingOf } from "../draws.js";
import { reach } from "../pick-rows.js";
import type { Printed } from "../printed.js";

const OTHERS = [2, 3, 4, 5, 6, 7, 8].map((number) => `item-${number}`);
const INFORMED = "item-informed";
const AUGUST_2015 = 7;

/**
 * The eight items of client service: the pooled share matches the printed one; seven end lower than they start;
 * keeping clients informed is lower in August 2015 than at first, rises since and ends highest.
 *
 * Assumed: how items differ; that the satisfied rate them higher; that a few per cent give no rating.
 */
export function makeItems(
  draft: Draft,
  random: Random,
  printed: Printed,
  quarters: readonly string[],
): boolean {
  const weights = valuesOf(draft, "weight") as number[];
  const places = codesOf(draft, "quarter", quarters);
  const overall = valuesOf(draft, "satisfaction");
  const last = quarters.length - 1;
  const [low, high] = printed.span("client-service");
  const path = new Map<string, number[]>(
    OTHERS.map((item) => {
      const [from, fall] = [random.between(80, 86), random.between(2, 5)];
      return [item, quarters.map((_, q) => from - (fall * q) / last + random.between(-0.6, 0.6))];
    }),
  );
  const start = random.between(69, 73);
  const dip = random.between(1.5, 3.5);
  const rise = random.between(4, 6);
  path.set(
    INFORMED,
    quarters.map((_, q) =>
      q <= AUGUST_2015
        ? start - (dip * q) / AUGUST_2015
        : start - dip + (rise * (q - AUGUST_2015)) / (last - AUGUST_2015),
    ),
  );
  // Shifted together to match the printed pooled share.
  const size = quarters.map((_, q) =>
    weights.reduce((sum, weight, row) => sum + (places[row] === q ? weight : 0), 0),
  );
  const all = size.reduce((sum, weight) => sum + weight, 0);
  const mean =
    [...path.values()].reduce(
      (sum, percents) =>
        sum + percents.reduce((part, percent, q) => part + percent * entryAt(size, q), 0) / all,
      0,
    ) / path.size;
  const shift = random.between(low + 0.2, high - 0.2) - mean;
  if (Math.abs(shift) > 4) return false;
  for (const [item, percents] of path) {
    const ratings: CodedValue[] = Array.from({ length: draft.n }, () => special(random));
    const mood = Float64Array.from({ length: draft.n }, (_, row) => {
      const rating = overall[row];
      return random.next() + (typeof rating === "number" && rating >= CUT ? 0.4 : 0);
    });
    percents.forEach((percent, q) => {
      const rows = Array.from({ length: draft.n }, (_, row) => row).filter(
        (row) => places[row] === q && ratings[row] === null,
      );
      const good = reach(
        rows.toSorted((a, b) => entryAt(mood, b) - entryAt(mood, a)),
        weights,
        percent + shift,
      );
      for (const row of rows) ratings[row] = ratingOf(random, good.has(row));
    });
    make(draft, item, (row) => ratings[row] ?? null);
  }
  return true;
}

function special(random: Random): CodedValue {
  const chance = random.next();
  if (chance < 0.01) return "dont-know";
  if (chance < 0.015) return "prefer-not-to-say";
  return chance < 0.04 ? "not-applicable" : null;
}
