import type { Window } from "./find-windows.js";

/** A row with the windows in which it may stand. */
export interface Placeable {
  /** Index of the row. */
  readonly row: number;
  readonly windows: readonly Window[];
}

/** A row where it stands. */
export interface Placed {
  readonly row: number;
  readonly window: Window;
}

/**
 * The most rows that can stand in the order of the rows, one after another without overlap; of several such choices the one
 * that ends first. Takes time of order m log n for m windows over n words.
 */
export function longestChain(rows: readonly Placeable[]): Placed[] {
  interface Link extends Placed {
    readonly length: number;
    readonly before: Link | null;
  }
  const size = Math.max(0, ...rows.flatMap(({ windows }) => windows.map(({ last }) => last + 1)));
  // A Fenwick tree of the longest chain that ends before a word.
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
    // All windows of a row are linked before any is entered, so that a row stands once.
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
