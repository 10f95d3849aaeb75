import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Seeded random numbers, the same on any machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Between two numbers. */
  between(low: number, high: number): number;
  /** A whole number, both ends included. */
  whole(low: number, high: number): number;
  /** Throws a RangeError for a list without members. */
  pick<T>(list: readonly T[]): T;
  /** A shuffled copy. */
  shuffled<T>(list: readonly T[]): T[];
}

/**
 * A stream of random numbers.
 *
 * @param seed a whole number from 0 to 4,294,967,295; its lower 32 bits count
 * @example randomOf(7).whole(1, 6)
 */
export function randomOf(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const next = () => uniformFloat64(generator);
  const whole = (low: number, high: number) => uniformInt(generator, low, high);
  return {
    next,
    whole,
    between: (low, high) => low + (high - low) * next(),
    pick(list) {
      if (list.length === 0) throw new RangeError("there is nothing to pick from");
      return list[whole(0, list.length - 1)] as (typeof list)[number];
    },
    shuffled(list) {
      const order = [...list];
      for (let i = order.length - 1; i > 0; i--) {
        const j = whole(0, i);
        const moved = order[i] as (typeof order)[number];
        order[i] = order[j] as (typeof order)[number];
        order[j] = moved;
      }
      return order;
    },
  };
}
