import { degreesOfFreedom, degreesOfFreedomByGroup } from "../design/degrees-of-freedom.js";
import { crossFactors, type Factor } from "../design/factor.js";
import type { SurveyDesign } from "../design/survey-design.js";

/** Rows by group; rows outside the domain, without an answer or with weight 0 are in none. */
export interface Groups {
  /** The group of each row, -1 for none. */
  readonly codes: Int32Array;
  readonly count: number;
  /** What each group is called, by the names of the factors. */
  readonly names: readonly Readonly<Record<string, string>>[];
  /** Interviews and sum of weights of each group. */
  readonly n: Float64Array;
  readonly weightedN: Float64Array;
  readonly df: Float64Array;
  /** The degrees of freedom of several groups taken together. */
  degreesOfFreedom(groups: readonly number[]): number;
}

/**
 * Sorts the rows of a design into groups.
 *
 * @param answers variables of which a row must have all (NaN is missing) in order to count
 * @throws RangeError for a variable, factor or domain of another length, two factors of one name, and an answer that is infinite
 */
export function groupsOf(
  design: SurveyDesign,
  answers: readonly Float64Array[],
  { by = [], domain }: { readonly by?: readonly Factor[]; readonly domain?: ArrayLike<number | boolean> },
): Groups {
  const { n: rows, weights, replicates } = design;
  for (const { length } of [
    ...answers,
    ...by.map(({ codes }) => codes),
    ...(domain === undefined ? [] : [domain]),
  ])
    if (length !== rows) throw new RangeError(`a column of ${length} rows for a design of ${rows}`);
  const named = by.map(({ name }, f) => name ?? `by${f + 1}`);
  const again = named.find((name, f) => named.indexOf(name) !== f);
  if (again !== undefined) throw new RangeError(`two of the factors are called ${again}`);
  const crossed = by.length === 0 ? null : crossFactors(by);
  const codes = crossed === null ? new Int32Array(rows) : crossed.codes;
  if (domain !== undefined) for (let i = 0; i < rows; i++) if (!domain[i]) codes[i] = -1;
  for (const answer of answers) {
    for (let i = 0; i < rows; i++) {
      const value = answer[i];
      if (value - value !== 0) {
        if (!Number.isNaN(value)) throw new RangeError(`row ${i + 1} has an infinite answer`);
        codes[i] = -1;
      }
    }
  }
  const count = crossed === null ? 1 : crossed.levels.length;
  const n = new Float64Array(count);
  const weightedN = new Float64Array(count);
  for (let i = 0; i < rows; i++) {
    const g = codes[i];
    if (g < 0) continue;
    const w = weights[i];
    if (w === 0) {
      codes[i] = -1;
      continue;
    }
    n[g] += 1;
    weightedN[g] += w;
  }
  const fixed = replicates === null ? null : replicates.df;
  return {
    codes,
    count,
    names:
      crossed === null
        ? [{}]
        : crossed.parts.map((part) => Object.fromEntries(part.map((level, f) => [named[f], level]))),
    n,
    weightedN,
    df: fixed === null ? degreesOfFreedomByGroup(design, codes, count) : new Float64Array(count).fill(fixed),
    degreesOfFreedom(groups) {
      if (fixed !== null) return fixed;
      const wanted = new Uint8Array(count);
      for (const g of groups) wanted[g] = 1;
      return degreesOfFreedom(design, (row) => {
        const g = codes[row];
        return g >= 0 && wanted[g] === 1;
      });
    },
  };
}
