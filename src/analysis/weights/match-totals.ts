import { entryAt } from "../../model/entry-at.js";
import type { Factor } from "../../stats/index.js";
import type { Totals } from "./totals.js";

/** Weighting is impossible: every problem, one per line. */
export class WeightingError extends RangeError {
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "WeightingError";
  }
}

/** Combinations with the total and the number of interviews of each. */
export interface Matched {
  readonly factor: Factor;
  readonly totals: Float64Array;
  readonly interviews: Int32Array;
}

/** Maps totals to the rows of a table of combinations, and lists errors in the totals. */
export function placeTotals(
  factor: Factor & { readonly parts: readonly (readonly string[])[] },
  { variables, cells }: Totals,
): Matched {
  const name = variables.join(" × ");
  const problems: string[] = [];
  const places = new Map(factor.parts.map((part, place) => [part.join("\n"), place]));
  const totals = new Float64Array(factor.levels.length).fill(Number.NaN);
  for (const { codes, total } of cells) {
    const words = codes.join(" × ");
    const place = places.get(codes.join("\n"));
    if (place === undefined) problems.push(`${name}: ${words} has a total and is no answer`);
    else if (!(total > 0 && total < Infinity))
      problems.push(`${name}: the total of ${words} is ${total}; expected above 0`);
    else if (!Number.isNaN(totals[place])) problems.push(`${name}: ${words} has two totals`);
    else totals[place] = total;
  }
  const interviews = new Int32Array(factor.levels.length);
  let missing = 0;
  for (const code of factor.codes) {
    if (code < 0) missing += 1;
    else interviews[code] = entryAt(interviews, code) + 1;
  }
  if (missing > 0) problems.push(`${name}: ${missing} of ${factor.codes.length} interviews have no answer`);
  if (problems.length > 0) throw new WeightingError(problems);
  return { factor, totals, interviews };
}

/**
 * Combinations to be fitted: those with both interviews and a total. Those with neither are dropped.
 *
 * @throws WeightingError for every combination with interviews and no total, or with a total and no interviews
 */
export function checkMatch({ factor, totals, interviews }: Matched): {
  readonly factor: Factor;
  readonly totals: Float64Array;
} {
  const problems = factor.levels.flatMap((level, place): string[] => {
    const count = entryAt(interviews, place);
    const total = entryAt(totals, place);
    if (count > 0 && Number.isNaN(total))
      return [`${factor.name}: ${level} has ${count} interviews and no total`];
    if (count === 0 && !Number.isNaN(total))
      return [
        `${factor.name}: ${level} has a total of ${total} and no interviews; collapse it with another, or give it no total`,
      ];
    return [];
  });
  if (problems.length > 0) throw new WeightingError(problems);
  const kept = factor.levels.flatMap((_, place) => (entryAt(interviews, place) > 0 ? [place] : []));
  const at = new Map(kept.map((place, i) => [place, i]));
  return {
    factor: {
      ...(factor.name === undefined ? {} : { name: factor.name }),
      levels: kept.map((place) => entryAt(factor.levels, place)),
      codes: factor.codes.map((code) => at.get(code) ?? -1),
    },
    totals: Float64Array.from(kept, (place) => entryAt(totals, place)),
  };
}
