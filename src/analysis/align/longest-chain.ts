import type { Window } from "./find-windows.js";

/** A row with its possible windows. */
export interface Placeable {
  /** Index of the row. */
  readonly row: number;
  readonly windows: readonly Window[];
}

/** A row with its chosen window. */
export interface Placed {
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
