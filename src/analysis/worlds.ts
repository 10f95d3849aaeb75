import type { Result } from "../model/result.js";
import { type Options, variantKey } from "../model/variants.js";

/** A control of the reader as far as results hang on it: its name, its options, and the one that stands there first. */
export interface Choice {
  readonly control: string;
  readonly options: readonly string[];
  readonly usual: string;
}

/** One setting of some controls: what is chosen of each, and of these what differs from the usual. */
export interface World {
  readonly chosen: Options;
  readonly when: Options;
}

/** Every combination of the controls' options, the usual one among them. */
export function worlds(choices: readonly Choice[]): World[] {
  return choices.reduce<World[]>(
    (made, { control, options, usual }) =>
      made.flatMap(({ chosen, when }) =>
        options.map((option) => ({
          chosen: { ...chosen, [control]: option },
          when: option === usual ? when : { ...when, [control]: option },
        })),
      ),
    [{ chosen: {}, when: {} }],
  );
}

/** A result in each world: as it is in the usual one, and as its variant in every other. */
export function inWorlds(all: readonly World[], make: (world: World) => Result): Result[] {
  return all.map((world) => {
    const result = make(world);
    return Object.keys(world.when).length === 0 ? result : asVariant(result, world.when);
  });
}

/** A result as what the usual result of its name becomes under some options. */
export function asVariant(result: Result, when: Options): Result {
  return {
    ...result,
    id: `${result.id}.${variantKey(when).replaceAll("=", "-").replaceAll(";", ".")}`,
    variant: { of: result.id, when },
  };
}

/** A result where no figures agree with all that is assumed. */
export function infeasible({ ranges: _ranges, ...result }: Result): Result {
  return { ...result, value: null, low: null, high: null, nothingFits: true };
}
