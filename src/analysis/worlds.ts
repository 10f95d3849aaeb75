import type { Result } from "../model/result.js";
import { type Options, variantKey } from "../model/variants.js";

/** A control as results depend on it: name, options, default. */
export interface Choice {
  readonly control: string;
  readonly options: readonly string[];
  readonly usual: string;
}

/** One combination of options, with those that differ from the defaults. */
export interface World {
  readonly chosen: Options;
  readonly when: Options;
}

/** Every combination of the controls' options, including the defaults. */
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

/** A result for each combination: itself for the defaults, a variant for every other. */
export function inWorlds(all: readonly World[], make: (world: World) => Result): Result[] {
  return all.map((world) => {
    const result = make(world);
    return Object.keys(world.when).length === 0 ? result : asVariant(result, world.when);
  });
}

/** A result as a variant under some options. */
export function asVariant(result: Result, when: Options): Result {
  return {
    ...result,
    id: `${result.id}.${variantKey(when).replaceAll("=", "-").replaceAll(";", ".")}`,
    variant: { of: result.id, when },
  };
}

/** A result without a value: no figures satisfy all assumptions. */
export function infeasible({ ranges: _ranges, ...result }: Result): Result {
  return { ...result, value: null, low: null, high: null, nothingFits: true };
}
