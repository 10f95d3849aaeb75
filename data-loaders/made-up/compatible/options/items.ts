import type { CodedValue } from "../../../../src/analysis/interviews/index.js";
import { entryAt } from "../../../../src/model/entry-at.js";
import type { Random } from "../../random.js";
import { codesOf, type Draft, make, valuesOf } from "../draft.js";
import { CUT, ratingOf } from "../draws.js";
import { highestOf } from "../pick-rows.js";
import type { Printed } from "../printed.js";

const ITEMS = ["explained", "easy", "understanding", "information", "options", "best"];

/** The item that falls at first, the month from which it is level, and the size of the fall. */
const FALLING = "options";
const LEVEL_FROM = 5;
const FALL = [3.6, 4.4] as const;

/**
 * The six items of client service: steady by month, with the printed pooled share; one falls from April to September
 * 2014.
 *
 * Assumed: how items differ; that the satisfied rate them higher; that a few per cent give no rating.
 */
export function makeItems(draft: Draft, random: Random, printed: Printed, months: readonly string[]): void {
  const places = codesOf(draft, "month", months);
  const overall = valuesOf(draft, "overall");
  const [low, high] = printed.span("client-service");
  const together = random.between(low + 0.25, high - 0.25);
  const drawn = ITEMS.map(() => random.between(-1.4, 1.4));
  const middle = drawn.reduce((sum, value) => sum + value, 0) / ITEMS.length;
  const fall = random.between(...FALL);
  // Contribution of the fall to the mean over all items and months.
  const added = (fall * LEVEL_FROM) / 2 / months.length / ITEMS.length;
  ITEMS.forEach((item, i) => {
    const level = together - added + entryAt(drawn, i) - middle;
    const mood = Float64Array.from({ length: draft.n }, (_, row) => {
      const rating = overall[row];
      return random.next() + (typeof rating === "number" && rating >= CUT ? 0.5 : 0);
    });
    const ratings: CodedValue[] = Array.from({ length: draft.n }, () => special(random));
    const byMonth: number[][] = months.map(() => []);
    for (let row = 0; row < draft.n; row++)
      if (ratings[row] === null) entryAt(byMonth, entryAt(places, row)).push(row);
    byMonth.forEach((rows, m) => {
      const early = item === FALLING ? fall * Math.max(0, 1 - m / LEVEL_FROM) : 0;
      const percent = level + early + random.between(-0.6, 0.6);
      const good = highestOf(rows, mood, Math.round((percent / 100) * rows.length));
      for (const row of rows) ratings[row] = ratingOf(random, good.has(row));
    });
    make(draft, `item-${item}`, (row) => ratings[row] ?? null);
  });
}

function special(random: Random): CodedValue {
  const chance = random.next();
  if (chance < 0.008) return "dont-know";
  if (chance < 0.012) return "prefer-not-to-say";
  return chance < 0.03 ? "not-applicable" : null;
}
