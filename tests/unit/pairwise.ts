/** Choices by the name of what is chosen. */
export type Choices = Readonly<Record<string, string>>;

/**
 * Combinations of choices in which every two options of any two names occur together, or every combination with FULL=1
 * (`npm run test:full`). The same each time. The first options stand together in the first combination.
 *
 * @example combinations({ a: ["1", "2"], b: ["x", "y"] }) // all four: two names leave nothing out
 */
export function combinations(
  options: Readonly<Record<string, readonly string[]>>,
  isFull = process.env.FULL === "1",
): Choices[] {
  return isFull ? product(options) : pairwise(options);
}

function product(options: Readonly<Record<string, readonly string[]>>): Choices[] {
  return Object.entries(options).reduce<Choices[]>(
    (made, [name, codes]) => made.flatMap((choices) => codes.map((code) => ({ ...choices, [name]: code }))),
    [{}],
  );
}

/** Greedy: each combination starts from a pair that is still open and takes, name by name, what closes most others. */
function pairwise(options: Readonly<Record<string, readonly string[]>>): Choices[] {
  const names = Object.keys(options);
  const [first] = product(options);
  if (names.length < 3 || first === undefined) return product(options);
  const open = pairsOf(options);
  const made: Choices[] = [];
  for (let start: Choices | undefined = first; start !== undefined; start = [...open.values()][0]) {
    const choices: Record<string, string> = { ...start };
    for (const name of names) {
      if (choices[name] !== undefined) continue;
      const closes = (code: string) =>
        Object.entries(choices).filter(([other, chosen]) => open.has(keyOf(name, code, other, chosen)))
          .length;
      choices[name] = (options[name] ?? []).reduce((best, code) =>
        closes(code) > closes(best) ? code : best,
      );
    }
    for (const [a, one] of Object.entries(choices))
      for (const [b, two] of Object.entries(choices)) if (a < b) open.delete(keyOf(a, one, b, two));
    made.push(choices);
  }
  return made;
}

/** Every two options of two names, by a key that does not depend on their order. */
function pairsOf(options: Readonly<Record<string, readonly string[]>>): Map<string, Choices> {
  const pairs = new Map<string, Choices>();
  for (const [a, ones] of Object.entries(options))
    for (const [b, twos] of Object.entries(options))
      if (a < b)
        for (const one of ones)
          for (const two of twos) pairs.set(keyOf(a, one, b, two), { [a]: one, [b]: two });
  return pairs;
}

function keyOf(a: string, one: string, b: string, two: string): string {
  return a < b ? JSON.stringify([a, one, b, two]) : JSON.stringify([b, two, a, one]);
}
