import type { Window } from "./find-windows.js";
import type { Fingerprint } from "./fingerprint.js";

/** Shorter sentences could match anywhere: they are searched between their neighbours only. */
export const LONG = 6;

/** Windows by row: those in order, and those elsewhere in the file. */
interface Places {
  readonly inOrder: ReadonlyMap<number, Window>;
  readonly elsewhere: ReadonlyMap<number, Window>;
}

/**
 * Chooses a window for each sentence of a publication, in its order. First a longest chain of long sentences; then
 * short sentences between two of them, near to one; last, long sentences out of order, such as footnotes or boxes, on
 * words that are still free. Nothing is placed relative to those.
 */
export function place(
  rows: readonly Fingerprint[],
  windows: ReadonlyMap<string, readonly Window[]>,
  fileWords: number,
): Places {
  const windowsOf = (row: number) => windows.get(rows[row]?.fingerprint ?? "") ?? [];
  const all = rows.map((_, row) => row);
  const isLong = (row: number) => (rows[row]?.words ?? 0) >= LONG;
  const long = longestChain(all.filter(isLong).map((row) => ({ row, windows: windowsOf(row) })));
  const inOrder = new Map(long.map(({ row, window }) => [row, window]));
  const ends = [
    START,
    ...long,
    { row: rows.length, window: { first: fileWords, last: fileWords, most: 0 as const } },
  ];
  for (const [index, after] of ends.entries()) {
    const before = ends[index - 1];
    if (before === undefined) continue;
    const between = all.slice(before.row + 1, after.row);
    const reach = 2 * between.reduce((sum, row) => sum + (rows[row]?.words ?? 0), 0) + REACH;
    const isNear = ({ first, last }: Window) =>
      first > before.window.last &&
      last < after.window.first &&
      ((before !== START && last - before.window.last <= reach) ||
        (after.row < rows.length && after.window.first - first <= reach));
    const short = between
      .filter((row) => !isLong(row))
      .map((row) => ({ row, windows: windowsOf(row).filter(isNear) }));
    for (const { row, window } of longestChain(short)) inOrder.set(row, window);
  }
  return { inOrder, elsewhere: placeElsewhere(all.filter(isLong), inOrder, windowsOf) };
}

const START: Placed = { row: -1, window: { first: -1, last: -1, most: 0 } };

/** Maximum distance between a short sentence and its neighbour: this plus twice the words of the rows between. */
const REACH = 60;

function placeElsewhere(
  long: readonly number[],
  inOrder: ReadonlyMap<number, Window>,
  windowsOf: (row: number) => readonly Window[],
): Map<number, Window> {
  const elsewhere = new Map<number, Window>();
  const taken = [...inOrder.values()];
  for (const row of long) {
    if (inOrder.has(row)) continue;
    const free = windowsOf(row).find(
      ({ first, last }) => !taken.some((other) => first <= other.last && other.first <= last),
    );
    if (free === undefined) continue;
    elsewhere.set(row, free);
    taken.push(free);
  }
  return elsewhere;
}

/** A row with its possible windows. */
export interface Placeable {
  /** Index of the row. */
  readonly row: number;
  readonly windows: readonly Window[];
}

/** A row with its chosen window. */
interface Placed {
  readonly row: number;
  readonly window: Window;
}

/**
 * A longest chain of rows whose windows are in order and do not overlap; of several the one that ends first. O(m log
 * n) for m windows over n words.
 */
export function longestChain(rows: readonly Placeable[]): Placed[] {
  interface Link extends Placed {
    readonly length: number;
    readonly before: Link | null;
  }
  const size = Math.max(0, ...rows.flatMap(({ windows }) => windows.map(({ last }) => last + 1)));
  // Fenwick tree: longest chain that ends before a word.
  const tree: (Link | null)[] = new Array(size + 1).fill(null);
  const endingBefore = (word: number): Link | null => {
    let best: Link | null = null;
    for (let at = word; at > 0; at -= at & -at) best = longer(best, tree[at] ?? null);
    return best;
  };
  const longer = (a: Link | null, b: Link | null): Link | null => {
    if (a === null || b === null) return a ?? b;
    if (a.length !== b.length) return a.length > b.length ? a : b;
    return b.window.last < a.window.last ? b : a;
  };
  for (const { row, windows } of rows) {
    // All windows of a row are linked before any is inserted, so that a row is used once.
    const links = windows.map((window): Link => {
      const before = endingBefore(window.first);
      return { row, window, length: (before?.length ?? 0) + 1, before };
    });
    for (const link of links) {
      for (let at = link.window.last + 1; at <= size; at += at & -at)
        tree[at] = longer(tree[at] ?? null, link);
    }
  }
  const chain: Placed[] = [];
  for (let link = endingBefore(size); link !== null; link = link.before) {
    chain.push({ row: link.row, window: link.window });
  }
  return chain.reverse();
}
