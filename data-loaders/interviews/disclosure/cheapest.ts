import { costBeside, isOpen } from "./cost.js";
import type { Defence } from "./defence.js";
import { type Deviation, leastDeviation } from "./deviations.js";
import type { Limits } from "./knowledge.js";
import type { Target } from "./targets.js";

/**
 * The cheapest counts to suppress for a target to get its interval. Moving it to either end is a linear programme in
 * which each unit of change of a shown count has a cost; the counts that change are suppressed.
 *
 * @returns null where no further suppression of cells helps
 */
export function cheapestFor(defence: Defence, { form, value, required }: Target): number[] | null {
  const { system, raw } = defence;
  const least = (defence.rules.at(-1) as { least: number }).least;
  const open = system.counts.map((_, i) => isOpen(defence, i));
  // Limits of each count if it were suppressed as complementary.
  const limits: Limits = {
    low: raw.low.map((low, i) => (open[i] ? Math.min(least, low) : low)),
    high: raw.high.map((high, i) => (open[i] ? system.most : high)),
  };
  const costs = new Map<number, number>();
  const cost = (i: number) => {
    if (!open[i]) return 0;
    const known = costs.get(i) ?? costBeside(defence, i);
    costs.set(i, known);
    return known;
  };
  const isSingle = form.index.length === 1;
  const [first, last] = isSingle ? [limits.low[form.index[0]], limits.high[form.index[0]]] : [0, system.most];
  const moves = (shift: number, free: ReadonlySet<number>): number[] | null => {
    if (shift === 0) return [];
    const found = leastDeviation(system, {
      limits,
      form,
      shift,
      cost: (i) => (free.has(i) ? 0 : cost(i)),
    });
    return found === null ? null : leaving(found);
  };
  const leaving = (found: Deviation): number[] =>
    [...found].flatMap(([i, y]) => {
      const x = system.values[i] + y;
      const isInside = x >= raw.low[i] - 1e-6 && x <= raw.high[i] + 1e-6;
      return open[i] && !isInside ? [i] : [];
    });
  let best: { counts: number[]; cost: number } | null = null;
  const middle = value - Math.floor((required - 1) / 2);
  for (const start of new Set([middle, value - required + 1, value].map((from) => Math.max(first, from)))) {
    const end = start + required - 1;
    if (end > last || start > value || end < value) continue;
    const down = moves(start - value, new Set());
    const up = down && moves(end - value, new Set(down));
    if (!down || !up) continue;
    const counts = [...new Set([...down, ...up])];
    const sum = counts.reduce((total, i) => total + cost(i), 0);
    if (best === null || sum < best.cost) best = { counts, cost: sum };
  }
  return best?.counts ?? null;
}
