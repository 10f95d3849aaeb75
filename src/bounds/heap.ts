/** A priority queue: least key first, first in first out among equal keys. */
export class Heap<T> {
  private readonly items: { key: number; turn: number; item: T }[] = [];
  private turn = 0;

  get size(): number {
    return this.items.length;
  }

  /** The least key, or Infinity when there is no item. */
  get leastKey(): number {
    return this.items[0]?.key ?? Infinity;
  }

  push(key: number, item: T): void {
    const { items } = this;
    items.push({ key, turn: this.turn++, item });
    let i = items.length - 1;
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (this.before(up, i)) break;
      this.swap(i, up);
      i = up;
    }
  }

  pop(): T | undefined {
    const { items } = this;
    const first = items[0];
    const last = items.pop();
    if (first === undefined || last === undefined) return undefined;
    if (items.length === 0) return first.item;
    items[0] = last;
    let i = 0;
    for (;;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < items.length && !this.before(least, child)) least = child;
      }
      if (least === i) break;
      this.swap(i, least);
      i = least;
    }
    return first.item;
  }

  private before(i: number, j: number): boolean {
    const [a, b] = [this.items[i], this.items[j]];
    if (a === undefined || b === undefined) return true;
    return a.key < b.key || (a.key === b.key && a.turn < b.turn);
  }

  private swap(i: number, j: number): void {
    const { items } = this;
    [items[i], items[j]] = [items[j] as never, items[i] as never];
  }
}
