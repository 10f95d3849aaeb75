import type { Control, ControlOption } from "../model/control.js";
import type { Result } from "../model/result.js";
import { type Options, variantKey } from "../model/variants.js";

/** One setting of some controls: what is chosen of each, and of these what differs from the usual. */
export interface World {
  readonly chosen: Options;
  readonly when: Options;
}

/** Every combination of the controls' options, the usual one among them. */
export function worlds(controls: readonly Pick<Control, "name" | "options" | "default">[]): World[] {
  return controls.reduce<World[]>(
    (made, { name, options, default: usual }) =>
      made.flatMap(({ chosen, when }) =>
        options.map(({ code }) => ({
          chosen: { ...chosen, [name]: code },
          when: code === usual ? when : { ...when, [name]: code },
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

/** A result under each option of one control: under an option that is not the usual one as a variant, named by its code. */
export function underOptions<Option extends ControlOption>(
  { name, options, default: usual }: Control<Option>,
  make: (option: Option) => Result,
): Result[] {
  return options.map((option) => {
    const result = make(option);
    if (option.code === usual) return result;
    const { id } = result;
    return { ...result, id: `${id}.${option.code}`, variant: { of: id, when: { [name]: option.code } } };
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
