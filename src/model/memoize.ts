/** Cache size of a memoized function unless it says otherwise. */
const SIZE = 500;

export interface MemoizeOptions<A extends readonly unknown[]> {
  /** Cache size; evicts least recently used. */
  readonly size?: number;
  /** Cache key of the arguments; their JSON by default. */
  readonly key?: (...args: A) => string;
}

/**
 * Memoizes a function by the content of its arguments. Tables are rebuilt whenever a number changes, and most of the problems
 * that they solve are the same as before.
 *
 * @param work a pure function. Without a `key`, its arguments must be plain data: JSON drops maps and functions, and writes NaN
 *   as null
 */
export function memoize<A extends readonly unknown[], R>(
  work: (...args: A) => R,
  { size = SIZE, key = (...args) => JSON.stringify(args) }: MemoizeOptions<A> = {},
): (...args: A) => R {
  // Maps list keys in the order of insertion: the first is the least recently used.
  const cache = new Map<string, R>();
  return (...args) => {
    const id = key(...args);
    const result = cache.has(id) ? (cache.get(id) as R) : work(...args);
    cache.delete(id);
    cache.set(id, result);
    if (cache.size > size) cache.delete(cache.keys().next().value as string);
    return result;
  };
}

/** Memoizes a function by the identity of its argument, for large objects that never change. */
export function memoizeByObject<T extends object, R>(work: (one: T) => R): (one: T) => R {
  const cache = new WeakMap<T, { readonly result: R }>();
  return (one) => {
    const entry = cache.get(one) ?? { result: work(one) };
    cache.set(one, entry);
    return entry.result;
  };
}
