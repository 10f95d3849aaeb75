import type { Build, CountSystem } from "./counts.js";
import type { Boxes, Pattern } from "./knowledge.js";
import { roundingBox } from "./rounding.js";
import type { Rules } from "./rules.js";
import { countId, type Measure, type Share, type Tables } from "./tables.js";

/**
 * The uncertainty that rounding leaves about shown counts. Totals are treated as known, and so is a count with an
 * unweighted percentage or a mean: together with the standard error that reveals it. With a weighted percentage a
 * count is uncertain as far as the range of weights can compensate for another number of interviews.
 */
export function boxesOf(
  { counts, tables }: CountSystem,
  builds: readonly Build[],
  rules: readonly Rules[],
  pattern: Pattern,
): Boxes {
  const boxes = new Map<number, readonly [number, number]>();
  for (const members of tables) {
    const first = counts[members[0]];
    const { rounding, least } = rules[first?.build ?? -1] ?? { rounding: null, least: 0 };
    const tablesOf = builds[first?.build ?? -1]?.tables;
    if (first === undefined || tablesOf === undefined || rounding === null) continue;
    const isShown = (i: number) => counts[i]?.kind !== "rest" && !counts[i]?.structural && !pattern.has(i);
    const dimension = first.id.slice(first.base.length + 1).split("=")[0];
    const codeOf = (i: number) => counts[i].id.slice(countId(first.base, dimension, "").length);
    const measures = tablesOf.measures.filter((m) => m.base === first.base);
    const sizes = new Map(members.filter(isShown).map((i) => [codeOf(i), counts[i].value]));
    const total = members.reduce((sum, i) => sum + counts[i].value, 0);
    for (const i of members.filter(isShown)) {
      const { value } = counts[i];
      const [low, high] = roundingBox(value, rounding);
      let [fewer, more] = [value - Math.max(low, least), high - value];
      for (const measure of measures) {
        const open = room(measure, dimension, codeOf(i), { sizes, total }, tablesOf.weights);
        fewer = Math.min(fewer, open.fewer);
        more = Math.min(more, open.more);
      }
      boxes.set(i, [value - fewer, value + more]);
    }
  }
  return boxes;
}

/** How many interviews fewer or more a count may be. */
interface Room {
  readonly fewer: number;
  readonly more: number;
}

/** How many interviews fewer, and more, the group may have given the measure's weighted sums. */
function room(
  { all, groups }: Measure,
  dimension: string,
  code: string,
  { sizes, total }: { readonly sizes: ReadonlyMap<string, number>; readonly total: number },
  weights: Tables["weights"],
): Room {
  const shown = (groups.find((group) => group.dimension === dimension)?.cells ?? []).filter((cell) =>
    sizes.has(cell.code),
  );
  const own = shown.find((cell) => cell.code === code);
  if (own === undefined) return { fewer: Number.POSITIVE_INFINITY, more: Number.POSITIVE_INFINITY };
  if (all.share === undefined || shown.some(({ share }) => share === undefined)) return { fewer: 0, more: 0 };
  const mine = roomOf(othersOf(own.share as Share, sizes.get(code) as number), weights);
  // The unpublished part of the base absorbs the difference.
  const left = shown
    .map(({ share, code: each }) => othersOf(share as Share, sizes.get(each) as number))
    .reduce(
      (rest, { count, weight }) => ({ count: rest.count - count, weight: rest.weight - weight }),
      othersOf(all.share, total),
    );
  if (left.count === 0) return mine;
  const rest = roomOf(left, weights);
  return {
    fewer: Math.min(mine.fewer, Math.floor(rest.more / shown.length)),
    more: Math.min(mine.more, Math.floor(rest.fewer / shown.length)),
  };
}

/** The interviews of a group that are not counted by the percentage. */
interface Others {
  readonly count: number;
  readonly weight: number;
}

function othersOf({ answers, weighted }: Share, size: number): Others {
  return { count: size - answers, weight: weighted?.others ?? size - answers };
}

function roomOf({ count, weight }: Others, { low, high }: Tables["weights"]): Room {
  return {
    fewer: Math.max(0, count - Math.ceil(weight / high - 1e-9)),
    more: Math.max(0, Math.floor(weight / low + 1e-9) - count),
  };
}
