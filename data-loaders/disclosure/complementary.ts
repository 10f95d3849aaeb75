import type { Defence } from "./defence.js";
import { type Deviation, leastDeviation } from "./deviations.js";
import type { Limits } from "./knowledge.js";
import type { Target } from "./targets.js";

/** What it costs to suppress the total of a base, in cells: with it go all estimates of the base. */
const COST_OF_TOTAL = 50;

/**
 * Complementary suppression: adds to the pattern until every target is protected. A heuristic of two steps, as large tables
 * need: for a target whose interval is too narrow, the cheapest way to move it to either end is a linear programme, where
 * a count that is shown costs for each unit by which it must move; what moves is suppressed. Then each complementary
 * suppression that the others make needless is taken back, the dearest first. What is left is a smallest set in the sense
 * that none of it can be taken back; there may be another with fewer cells.
 *
 * @returns the targets that nothing protects; the pattern is not for publication unless there are none
 */
export function suppressComplementary(defence: Defence): Target[] {
  for (;;) {
    const narrow = defence.targets.filter((target) => !defence.isProtected(target));
    if (narrow.length === 0) break;
    let isChanged = false;
    for (const target of narrow) {
      if (isChanged && defence.isProtected(target)) continue;
      const extra = cheapest(defence, target);
      for (const i of extra ?? []) defence.suppress(i, "complementary");
      if ((extra?.length ?? 0) > 0) isChanged = true;
    }
    if (isChanged) continue;
    const withheld = narrow.map((target) => withholdMore(defence, target));
    if (!withheld.includes(true)) return narrow;
  }
  takeBack(defence);
  return [];
}

/** Whether a count may be suppressed still. */
function isOpen({ system: { counts }, pattern }: Defence, i: number): boolean {
  const count = counts[i];
  return (
    count !== undefined && !count.locked && !count.structural && count.kind !== "rest" && !pattern.has(i)
  );
}

function costOf({ system: { counts, most } }: Defence, i: number): number {
  const { kind, value } = counts[i] as { kind: string; value: number };
  return (kind === "total" ? COST_OF_TOTAL : 1) + value / (most + 1);
}

/** The counts whose suppression lets the target have its interval at the least cost; null where none do. */
function cheapest(defence: Defence, { form, value, required }: Target): number[] | null {
  const { system, raw } = defence;
  const least = (defence.rules.at(-1) as { least: number }).least;
  const open = system.counts.map((_, i) => isOpen(defence, i));
  // What the attacker would know of each if it were suppressed as a complementary one.
  const limits: Limits = {
    low: raw.low.map((low, i) => (open[i] ? Math.min(least, low) : low)),
    high: raw.high.map((high, i) => (open[i] ? system.most : high)),
  };
  const cost = (i: number) => (open[i] ? costOf(defence, i) : 0);
  const isSingle = form.index.length === 1;
  const [first, last] = isSingle
    ? [limits.low[form.index[0] as number] as number, limits.high[form.index[0] as number] as number]
    : [0, system.most];
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
      const x = (system.values[i] as number) + y;
      const isInside = x >= (raw.low[i] as number) - 1e-6 && x <= (raw.high[i] as number) + 1e-6;
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

/**
 * Where no cell helps: withholds a table that the target stands in, or else one of the same groups that is tied to it, or
 * else the total of its base. A table that shows nothing does not tell which of its cells is small. Whether it found any.
 */
function withholdMore(defence: Defence, target: Target): boolean {
  const { system } = defence;
  const last = defence.rules.length - 1;
  const seen = new Set<number>();
  let edge = [...target.form.index];
  while (edge.length > 0) {
    for (const i of edge.toSorted((a, b) => sizeOf(a) - sizeOf(b))) {
      const { table, build } = system.counts[i] as { table: number; build: number };
      const open = (table < 0 || build < last ? [] : (system.tables[table] as readonly number[])).filter(
        (j) => isOpen(defence, j),
      );
      for (const j of open) defence.suppress(j, "complementary");
      if (open.length > 0) return true;
    }
    for (const i of edge) seen.add(i);
    const next = new Set(
      edge.flatMap((i) =>
        (system.rowsOf[i] as readonly number[]).flatMap((r) =>
          (system.rows[r] as { index: readonly number[] }).index.filter(
            (j) => system.counts[j]?.kind !== "total",
          ),
        ),
      ),
    );
    edge = [...next].filter((i) => !seen.has(i));
  }
  const bases = new Set(target.form.index.map((i) => system.counts[i]?.base));
  const total = system.counts.findIndex(
    ({ kind, base }, i) => kind === "total" && bases.has(base) && isOpen(defence, i),
  );
  if (total < 0) return false;
  defence.suppress(total, "complementary");
  return true;

  function sizeOf(i: number): number {
    return (system.counts[i] as { value: number }).value;
  }
}

/** Shows again each complementary count without which all targets stay protected, the dearest first. */
function takeBack(defence: Defence): void {
  const last = defence.rules.length - 1;
  const added = [...defence.pattern].flatMap(([i, reason]) =>
    reason === "complementary" && defence.system.counts[i]?.build === last ? [i] : [],
  );
  for (const i of added.toSorted((a, b) => costOf(defence, b) - costOf(defence, a))) {
    const tied = defence.tiedTo([i]);
    defence.restore(i);
    const touched = defence.targets.filter(({ form }) => form.index.some((j) => tied.has(j)));
    const isSafe =
      !touched.some((target) => defence.isPlainlyNarrow(target)) &&
      touched.every((target) => defence.isProtected(target));
    if (!isSafe) defence.suppress(i, "complementary");
  }
}
