/** Options by the name of their control: those of a variant, or those a reader chose. */
export type Options = Readonly<Record<string, string>>;

/** An alternative for when all of these options are chosen. */
export interface Variant {
  readonly when: Options;
}

/**
 * The variant for a state: of those whose options are all chosen, the one with the most options, the first of equals.
 * Undefined for none.
 *
 * @example chosenVariant([{ when: { a: "1" } }, { when: { a: "1", b: "2" } }], { a: "1", b: "2" }) // the second
 */
export function chosenVariant<V extends Variant>(variants: readonly V[], state: Options): V | undefined {
  let chosen: V | undefined;
  for (const variant of variants) {
    if (!holds(variant.when, state)) continue;
    if (chosen === undefined || size(variant) > size(chosen)) chosen = variant;
  }
  return chosen;
}

/**
 * Why the choice among a result's variants is ambiguous; null where it is not. Ambiguous are two with the same
 * options, and two with equally many compatible options unless a third has the options of both.
 */
export function ambiguity(variants: readonly Variant[]): string | null {
  const keys = variants.map(({ when }) => variantKey(when));
  for (const [i, { when }] of variants.entries()) {
    if (size({ when }) === 0) return "a variant names no option";
    if (keys.indexOf(variantKey(when)) !== i) return `two variants are for ${variantKey(when)}`;
    for (const other of variants.slice(0, i)) {
      const both = { ...when, ...other.when };
      const together = holds(when, both) && holds(other.when, both);
      if (together && size(other) === size({ when }) && !keys.includes(variantKey(both)))
        return `${variantKey(other.when)} and ${variantKey(when)} can hold at once, and no variant names both`;
    }
  }
  return null;
}

/** Options as text, independent of their order: `interview=half;silence=yes`. */
export function variantKey(when: Options): string {
  return Object.entries(when)
    .map(([control, option]) => `${control}=${option}`)
    .sort()
    .join(";");
}

/** Parses a key of `variantKey`. */
export function readVariantKey(key: string): Options {
  return Object.fromEntries(
    key.split(";").map((part) => {
      const at = part.indexOf("=");
      return [part.slice(0, at), part.slice(at + 1)];
    }),
  );
}

function holds(when: Options, state: Options): boolean {
  return Object.entries(when).every(([control, option]) => state[control] === option);
}

function size({ when }: Variant): number {
  return Object.keys(when).length;
}
