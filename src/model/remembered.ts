/** How many answers a function keeps unless it says otherwise. */
const MOST = 500;

export interface RememberedOptions<A extends readonly unknown[]> {
  /** The most answers that are kept; one more takes the place of the one that was longest not asked for. */
  readonly most?: number;
  /** What tells arguments apart, where they are not plain data or only a part of them counts. */
  readonly key?: (...args: A) => string;
}

/**
 * A function that keeps its answers: tables are made again and again from numbers of which one has changed, and most of the
 * problems that they solve have not.
 *
 * @param work gives the same for the same arguments, which must be plain data unless there is a `key`: no maps, functions
 *   or missing numbers
 */
export function remembered<A extends readonly unknown[], R>(
  work: (...args: A) => R,
  { most = MOST, key = (...args) => JSON.stringify(args) }: RememberedOptions<A> = {},
): (...args: A) => R {
  // A map lists its keys in the order in which they came.
  const answers = new Map<string, R>();
  return (...args) => {
    const asked = key(...args);
    const known = answers.has(asked);
    const answer = known ? (answers.get(asked) as R) : work(...args);
    answers.delete(asked);
    answers.set(asked, answer);
    if (answers.size > most) answers.delete(answers.keys().next().value as string);
    return answer;
  };
}

/**
 * A function that works once for each object, by what object it is and not by what is in it, and keeps the answer for as long
 * as the object is in use. For objects that are never changed and too large to compare.
 */
export function oncePerObject<T extends object, R>(work: (one: T) => R): (one: T) => R {
  const answers = new WeakMap<T, { readonly answer: R }>();
  return (one) => {
    const known = answers.get(one) ?? { answer: work(one) };
    answers.set(one, known);
    return known.answer;
  };
}
