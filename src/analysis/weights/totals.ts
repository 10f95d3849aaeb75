import type { Codebook } from "../../model/codebook.js";
import { entryAt } from "../../model/entry-at.js";
import { monthAfter } from "../../model/period.js";
import { crossFactors, type Factor } from "../../stats/index.js";
import { type CodedInterviews, variableOf } from "../interviews/coded-interviews.js";

/** The target sum of the weights of a combination of answers: a number of people, or a share. */
export interface CellTotal {
  /** One code a variable. */
  readonly codes: readonly string[];
  readonly total: number;
}

/** Population totals of the combinations of some variables; of one variable, of its answers. */
export interface Totals {
  readonly variables: readonly string[];
  readonly cells: readonly CellTotal[];
}

/** Coded interviews, or anything else with their variables, such as a population that samples are drawn from. */
export type CodedRows = Pick<CodedInterviews, "codebook" | "rows" | "reader">;

/**
 * The codes that a variable can have, in order: those of its answers, special ones included, or the months of a date.
 *
 * @throws RangeError for a variable of numbers, days or texts, which no weighting has classes of
 */
export function levelsOf(codebook: Codebook, id: string): string[] {
  const variable = variableOf(codebook, id);
  if (variable.kind === "category") return variable.answers.map(({ code }) => code);
  if (variable.kind !== "date" || variable.precision !== "month")
    throw new RangeError(`${id} is no list of answers and no month, so that weights cannot be fitted to it`);
  const months: string[] = [];
  for (let month = variable.from; month <= variable.to; month = monthAfter(month, 1)) months.push(month);
  return months;
}

/** A variable as a factor: all possible codes are levels; -1 where it was not asked. */
export function levelFactor(rows: CodedRows, id: string): Factor {
  const levels = levelsOf(rows.codebook, id);
  const places = new Map(levels.map((level, place) => [level, place]));
  const read = rows.reader(id);
  return {
    name: id,
    levels,
    codes: Int32Array.from({ length: rows.rows }, (_, row) => places.get(String(read(row))) ?? -1),
  };
}

/** Combinations of several variables as one factor; `parts` are the codes of each. */
export function cellFactor(rows: CodedRows, variables: readonly string[]) {
  return {
    ...crossFactors(variables.map((id) => levelFactor(rows, id))),
    name: variables.join(" × "),
  };
}

/**
 * Totals of the combinations that occur in a population with known people.
 *
 * @param weights how many people a row stands for; 1 by default
 */
export function totalsOf(rows: CodedRows, variables: readonly string[], weights?: ArrayLike<number>): Totals {
  const { codes, levels, parts } = cellFactor(rows, variables);
  const sums = new Float64Array(levels.length);
  for (let row = 0; row < rows.rows; row++) {
    const cell = entryAt(codes, row);
    if (cell >= 0) sums[cell] = entryAt(sums, cell) + (weights?.[row] ?? 1);
  }
  return {
    variables,
    cells: parts.flatMap((part, cell) => {
      const total = entryAt(sums, cell);
      return total > 0 ? [{ codes: part, total }] : [];
    }),
  };
}

/** Marginal totals: sums over the other variables. Throws a RangeError for a variable that is not there. */
export function marginalTotals({ variables, cells }: Totals, kept: readonly string[]): Totals {
  const places = kept.map((id) => variables.indexOf(id));
  if (places.includes(-1)) throw new RangeError(`the totals are of ${variables.join(", ")}, not of ${kept}`);
  const sums = new Map<string, CellTotal>();
  for (const { codes, total } of cells) {
    const own = places.map((place) => entryAt(codes, place));
    sums.set(own.join("\n"), { codes: own, total: total + (sums.get(own.join("\n"))?.total ?? 0) });
  }
  return { variables: kept, cells: [...sums.values()] };
}
