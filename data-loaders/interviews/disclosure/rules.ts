export interface Rules {
  /** A count below this is small: it is suppressed, with all estimates that rest on it. */
  readonly least: number;
  /** Each suppressed count may be any of at least so many whole numbers, and of at least `share` of its own size. */
  readonly width: number;
  readonly share: number;
  /** Whether few who gave, or few who did not give, the answer that a percentage counts are protected too. */
  readonly answers: boolean;
  /** Whether few interviews added to those of an earlier publication are protected from a comparison of the two. */
  readonly added: boolean;
  /** Whether, and how, the counts that are shown are rounded. */
  readonly rounding: Rounding | null;
}

/**
 * `plain`: each count to the nearest multiple of `base`, halves up. `controlled`: up or down at random, more often to the
 * nearer, in such a way that the cells of a table that shows all of them add up to its rounded total.
 */
export type Rounding =
  | { readonly kind: "plain"; readonly base: number }
  | { readonly kind: "controlled"; readonly base: number; readonly seed: number };

export const DEFAULT_RULES: Rules = {
  least: 10,
  width: 10,
  share: 0.2,
  answers: true,
  added: true,
  rounding: null,
};

/**
 * The rules with the defaults for what is left out.
 *
 * @throws RangeError for numbers that no rule can have, and for a width that the rule itself takes away: a count known to be
 *   below 10 can be one of ten whole numbers and no more
 */
export function rulesFrom(given: Partial<Rules> = {}): Rules {
  const rules = { ...DEFAULT_RULES, ...given };
  const faults = ruleFaults(rules);
  if (faults.length > 0)
    throw new RangeError(
      faults.map(({ message, expected }) => `${message}; expected ${expected}`).join("\n"),
    );
  return rules;
}

/** A number that a rule cannot have, and what was expected. */
export interface RuleFault {
  readonly part: "least" | "width" | "share" | "rounding";
  readonly message: string;
  readonly expected: string;
}

/** What is wrong with the numbers of rules; nothing where all is well. */
export function ruleFaults({ least, width, share, rounding }: Rules): RuleFault[] {
  const faults: RuleFault[] = [];
  const add = (part: RuleFault["part"], message: string, expected: string) =>
    faults.push({ part, message, expected });
  const isLeast = Number.isInteger(least) && least >= 2;
  if (!isLeast) add("least", `least is ${least}`, "a whole number above 1");
  if (!Number.isInteger(width) || width < 1 || (isLeast && width > least))
    add("width", `width is ${width}`, `a whole number from 1 to ${least}, the least count shown`);
  if (!(share >= 0 && share <= 1)) add("share", `share is ${share}`, "a number from 0 to 1");
  if (rounding !== null && (!Number.isInteger(rounding.base) || rounding.base < 2))
    add("rounding", `counts are rounded to ${rounding.base}`, "a whole number above 1");
  return faults;
}

/** How many whole numbers a suppressed count of this size must be able to be. */
export function requiredWidth(count: number, { width, share }: Pick<Rules, "width" | "share">): number {
  return Math.max(width, Math.ceil(share * count - 1e-9));
}
