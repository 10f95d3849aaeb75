import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { CountSystem } from "./counts.js";
import type { Pattern } from "./knowledge.js";
import type { Rounding } from "./rules.js";

/**
 * Rounds the shown counts of a build, by index.
 *
 * Controlled rounding draws a systematic sample of cells to round up, with probabilities proportional to their
 * remainders, so each is unbiased (Cox's unbiased controlled rounding, for one-way tables). In a table with a
 * suppressed cell the others are rounded independently: consistent sums would reveal the suppressed one.
 */
export function roundedCounts(
  { counts, tables }: CountSystem,
  pattern: Pattern,
  build: number,
  rounding: Rounding,
): ReadonlyMap<number, number> {
  const { base } = rounding;
  const sizeOf = (i: number) => counts[i].value;
  const isShown = (i: number) => counts[i]?.kind !== "rest" && !pattern.has(i);
  const rounded = new Map<number, number>();
  if (rounding.kind === "plain") {
    counts.forEach((count, i) => {
      if (count.build === build && isShown(i)) rounded.set(i, Math.floor(count.value / base + 0.5) * base);
    });
    return rounded;
  }
  const random = xoroshiro128plus(rounding.seed);
  const draw = () => uniformFloat64(random);
  const down = (i: number) => Math.floor(sizeOf(i) / base) * base;
  const one = (i: number) => down(i) + (draw() * base < sizeOf(i) - down(i) ? base : 0);
  const totals = new Map<string, number>();
  counts.forEach((count, i) => {
    if (count.build !== build || count.kind !== "total" || !isShown(i)) return;
    rounded.set(i, one(i));
    totals.set(count.base, i);
  });
  for (const members of tables) {
    const first = counts[members[0]];
    if (first?.build !== build) continue;
    const total = totals.get(first.base);
    if (total === undefined || !members.every(isShown)) {
      for (const i of members) if (isShown(i)) rounded.set(i, one(i));
      continue;
    }
    const ups = ((rounded.get(total) as number) - members.reduce((sum, i) => sum + down(i), 0)) / base;
    const parts = members.map((i) => (sizeOf(i) - down(i)) / base);
    const sum = parts.reduce((a, b) => a + b, 0);
    // A start below the fraction of the sum selects one more point.
    const fraction = sum - Math.floor(sum);
    const start = ups > Math.floor(sum) ? draw() * fraction : fraction + draw() * (1 - fraction);
    let reached = 0;
    let points = start;
    let left = Math.round(ups);
    members.forEach((i, k) => {
      reached += parts[k];
      const isUp = left > 0 && points < reached - 1e-9;
      rounded.set(i, down(i) + (isUp ? base : 0));
      if (!isUp) return;
      points += 1;
      left -= 1;
    });
  }
  return rounded;
}

/**
 * The possible numbers of a rounded count. For controlled rounding, those under both directions, as if both were
 * known: so publications that round anew reveal nothing more.
 */
export function roundingBox(value: number, { kind, base }: Rounding): readonly [low: number, high: number] {
  if (kind === "plain") {
    const shown = Math.floor(value / base + 0.5) * base;
    return [Math.max(0, Math.ceil(shown - base / 2)), Math.ceil(shown + base / 2) - 1];
  }
  const down = Math.floor(value / base) * base;
  return down === value ? [Math.max(0, value - base + 1), value + base - 1] : [down + 1, down + base - 1];
}
