/** Options by the name of their control: what a result is under, or what a reader has chosen. */
export type Options = Readonly<Record<string, string>>;

/** What something becomes when all of these options are chosen. */
export interface Variant {
  readonly when: Options;
}

/**
 * The variant that holds in a state: of those whose options are all chosen, the one that names most. Of two that name as
 * many, the first. Undefined where none holds.
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
 * Why a result's variants leave open which one holds, null where they do not: two of the same options, or two that can
 * hold at once, name as many, and have no variant that names what both do.
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

/** Options as text, whatever their order: `interview=half;silence=yes`. */
export function variantKey(when: Options): string {
  return Object.entries(when)
    .map(([control, option]) => `${control}=${option}`)
    .sort()
    .join(";");
}

/** The options that a key was made from. */
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
