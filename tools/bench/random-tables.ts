import fc from "fast-check";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Base, CountTable, Measure, Tables } from "../../data-loaders/interviews/disclosure/index.js";
import { entryAt } from "../../src/model/entry-at.js";

/** A file of made-up interviews and its tables. */
export interface File {
  readonly seed: number;
  readonly size: number;
  /** Groups of each dimension. */
  readonly dimensions: readonly number[];
  /** Further bases: the base it is within, how many per cent of that are in it, and what is left out. */
  readonly bases: readonly {
    readonly within: number;
    readonly share: number;
    readonly outside: "group" | "no-answer";
  }[];
  /** Percentage in no group of a dimension. */
  readonly unknown: number;
}

/** 2 to 6 consistent tables of up to 8 cells, computed from interviews. */
export const files = (most: { readonly size: number; readonly cells: number }): fc.Arbitrary<File> =>
  fc
    .record({
      seed: fc.integer(),
      size: fc.integer({ min: Math.ceil(most.size / 3), max: most.size }),
      dimensions: fc.array(fc.integer({ min: 2, max: most.cells }), { minLength: 1, maxLength: 2 }),
      bases: fc.array(
        fc.record({
          within: fc.nat({ max: 2 }),
          share: fc.integer({ min: 30, max: 100 }),
          outside: fc.constantFrom("group", "no-answer"),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      unknown: fc.constantFrom(0, 0, 5),
    })
    .filter(({ size }) => size > 4) as fc.Arbitrary<File>;

/** The tables of the first `size` interviews; a larger size adds interviews. */
export function tablesOf({ seed, dimensions, bases, unknown }: File, size: number): Tables {
  const random = xoroshiro128plus(seed);
  const draw = (most: number) => uniformInt(random, 0, most);
  const ids = ["all", ...bases.map((_, b) => `base-${b + 1}`)];
  const people = Array.from({ length: size }, () => {
    // Low groups are more common than high ones.
    const groups = dimensions.map((count) =>
      draw(99) < unknown ? -1 : Math.min(draw(count - 1), draw(count - 1)),
    );
    const member = [true];
    bases.forEach(({ within, share }, b) => {
      const isIn = draw(99) < share;
      member.push(isIn && (member[Math.min(within, b)] as boolean));
    });
    return { groups, member, answer: draw(99) < 40 };
  });
  const inBase = (b: number) => people.filter(({ member }) => member[b]);
  const counts = ids.flatMap((base, b): CountTable[] =>
    dimensions.map((count, d) => ({
      base,
      dimension: `d${d}`,
      cells: Array.from({ length: count }, (_, g) => ({
        code: `g${g}`,
        count: inBase(b).filter(({ groups }) => groups[d] === g).length,
      })),
      rest: inBase(b).filter(({ groups }) => groups[d] === -1).length,
    })),
  );
  const list = ids.map((id, b): Base => {
    const own = bases[b - 1];
    const total = inBase(b).length;
    if (own === undefined) return { id, total };
    return {
      id,
      total,
      within: [{ base: entryAt(ids, Math.min(own.within, b - 1)), outside: own.outside }],
    };
  });
  const measures = ids.map((base, b): Measure => {
    const estimate = (of: typeof people) => {
      const answers = of.filter(({ answer }) => answer).length;
      const share = { answers, percentage: percentageOf(answers, of.length) };
      return { share, details: { n: of.length, secret: `${answers}/${of.length}` } };
    };
    return {
      id: `m-${base}`,
      base,
      all: estimate(inBase(b)),
      groups: dimensions.map((count, d) => ({
        dimension: `d${d}`,
        cells: Array.from({ length: count }, (_, g) => ({
          code: `g${g}`,
          ...estimate(inBase(b).filter(({ groups }) => groups[d] === g)),
        })),
      })),
    };
  });
  return { bases: list, counts, measures, weights: { low: 1, high: 1 } };
}

/** A whole percentage, halves up. */
export const percentageOf = (answers: number, size: number): string =>
  size === 0 ? "0" : String(Math.floor((100 * answers) / size + 0.5));
