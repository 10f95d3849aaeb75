import type { Variable } from "../../../src/model/codebook.js";
import { answersOf } from "../../../src/model/condition-words.js";

/** An empty cell, and a cell that holds none of the answers. */
export const MISSING = -1;
export const UNKNOWN = -2;

/** The first of the codes of special answers of a scale or count; the others follow downwards. */
const SPECIAL = -3;

/**
 * The answers of a variable as whole numbers, by which a statement knows them: the place of an answer in a category; a
 * number above the lowest in a scale or count, with its special answers below `UNKNOWN`; months from the first.
 */
export interface AnswerCodes {
  /** Of the answers that are listed one by one. */
  readonly listed: ReadonlyMap<string, number>;
  /** The numbers of a scale or count, of which `lowest` has code 0. */
  readonly range: { readonly lowest: number; readonly highest: number } | null;
  /** The months of a date: the first has code 0. */
  readonly months: { readonly first: string; readonly count: number } | null;
}

/** @throws RangeError for a variable of any other kind: texts, numbers with decimals and days are no answers */
export function answerCodes(variable: Variable): AnswerCodes {
  switch (variable.kind) {
    case "category":
      return {
        listed: new Map(variable.answers.map(({ code }, place) => [code, place])),
        range: null,
        months: null,
      };
    case "scale":
    case "count": {
      const { lowest, highest } = variable;
      return {
        listed: new Map(answersOf(variable).map(({ code }, i) => [code, SPECIAL - i])),
        range: { lowest, highest },
        months: null,
      };
    }
    case "date": {
      if (variable.precision === "month") {
        const count = monthNumber(variable.to) - monthNumber(variable.from) + 1;
        return { listed: new Map(), range: null, months: { first: variable.from, count } };
      }
      throw new RangeError(`${variable.id} is a day; expected a variable with few answers`);
    }
    default:
      throw new RangeError(`${variable.id} is a ${variable.kind}; expected a variable with listed answers`);
  }
}

/** The answers with their codes, those that are numbers or months too. */
export function allCodes(variable: Variable): [answer: string, code: number][] {
  const { listed, range, months } = answerCodes(variable);
  const numbers = range === null ? 0 : range.highest - range.lowest + 1;
  return [
    ...Array.from({ length: numbers }, (_, i): [string, number] => [String((range?.lowest ?? 0) + i), i]),
    ...Array.from({ length: months?.count ?? 0 }, (_, i): [string, number] => [
      monthName(monthNumber(months?.first ?? "") + i),
      i,
    ]),
    ...listed,
  ];
}

/** The months from the year 0 to a month, 2023-07. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthName(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}
