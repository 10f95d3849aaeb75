import type { Variable } from "../../../src/model/codebook.js";
import { answersOf } from "../../../src/model/condition-words.js";

/** Codes of an empty cell, and of a cell with none of the answers. */
export const MISSING = -1;
export const UNKNOWN = -2;

/** Code of the first special answer of a scale or count; the others count down. */
const SPECIAL = -3;

/**
 * Whole-number codes of a variable's answers in statements: the index in a category; the offset from the lowest in a
 * scale or count, with special answers below `UNKNOWN`; the number of months from the first.
 */
export interface AnswerCodes {
  /** Codes of listed answers. */
  readonly listed: ReadonlyMap<string, number>;
  /** The range of a scale or count; `lowest` has code 0. */
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

/** All answers with their codes, including numbers and months. */
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

/** Months since year 0 of a month such as 2023-07. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthName(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}
