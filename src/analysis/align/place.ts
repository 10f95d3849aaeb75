import type { Window } from "./find-windows.js";
import type { Fingerprint } from "./fingerprint.js";
import { longestChain, type Placed } from "./longest-chain.js";

/** Shorter sentences could match anywhere: they are searched between their neighbours only. */
export const LONG = 6;

/** Windows by row: those in order, and those elsewhere in the file. */
export interface Places {
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
