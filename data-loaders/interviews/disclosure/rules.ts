export interface Rules {
  /** Counts below this are small: suppressed, with all estimates based on them. */
  readonly least: number;
  /** Minimum number of possible values of a suppressed count, and as a share of its size. */
  readonly width: number;
  readonly share: number;
  /** Whether to protect small numbers who gave, or did not give, the counted answer. */
  readonly answers: boolean;
  /** Whether to protect small numbers of interviews added since an earlier publication. */
  readonly added: boolean;
  /** How to round shown counts; null for not at all. */
  readonly rounding: Rounding | null;
}

/**
 * `plain`: to the nearest multiple of `base`, halves up. `controlled`: randomly up or down, more often to the nearer,
 * such that the cells of a fully shown table sum to its rounded total.
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
 * Completes rules with defaults.
 *
 * @throws RangeError for invalid numbers, and for a width that the rule rules out: a count known to be below 10 has
 *   at most ten possible values
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

/** An invalid number in the rules, and what was expected. */
export interface RuleFault {
  readonly part: "least" | "width" | "share" | "rounding";
  readonly message: string;
  readonly expected: string;
}

/** Errors in the numbers of rules. */
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

/** The minimum number of possible values of a suppressed count of this size. */
export function requiredWidth(count: number, { width, share }: Pick<Rules, "width" | "share">): number {
  return Math.max(width, Math.ceil(share * count - 1e-9));
}
