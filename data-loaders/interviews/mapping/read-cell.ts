import type { CodedValue } from "../../../src/analysis/interviews/coded-interviews.js";
import type { Codebook, Variable } from "../../../src/model/codebook.js";
import { dateLabel, isPeriod, isWithin, periodLabel } from "../../../src/model/period.js";
import { quantiseWeights } from "../../../src/stats/index.js";
import { numberOf } from "../../read/interviews/number.js";
import type { CellValue } from "../../read/interviews/types.js";
import { codedAs, expectedOf } from "./answers.js";
import { dateReader } from "./dates.js";
import type { Rule } from "./faults.js";
import type { Mapping } from "./mapping.js";

/** A parsed cell, or its error: not listed, or out of range. */
export type Coded = { readonly value: CodedValue } | Wrong;
export interface Wrong {
  readonly rule: Rule;
  /** Text after the cell in the message. */
  readonly why?: string;
  readonly expected: string;
}

/** A parser for the cells of a variable. */
export function readerOf(
  codebook: Codebook,
  variable: Variable,
  mapping: Mapping | null,
): (text: string, cell: CellValue) => Coded {
  const { roles, contacts, fieldwork } = codebook;
  if (variable.id === roles.weight) return (_, cell) => weightOf(cell);
  switch (variable.kind) {
    case "text":
      return (text) => ({ value: text });
    case "date": {
      const { precision, from, to } = variable;
      const read = dateReader(precision, mapping?.dates.get(variable.id));
      const like = precision === "day" ? "a day such as 2023-07-14" : "a month such as 2023-07";
      return (text) => {
        const value = read?.(text) ?? null;
        if (value === null)
          return {
            rule: "code",
            expected: mapping?.dates.has(variable.id) ? "a date written as the mapping says" : like,
          };
        if (variable.id === roles.date && !inside(value, fieldwork))
          return { rule: "fieldwork", why: ", out of the fieldwork", expected: daysOf(fieldwork) };
        if (variable.id === roles.period && !isWithin(value, contacts))
          return { rule: "period", why: ", out of the survey's contacts", expected: monthsOf(contacts) };
        return inside(value, { from, to }) ? { value } : { rule: "range", expected: daysOf({ from, to }) };
      };
    }
    case "number":
      return (_, cell) => {
        const number = cell === null ? null : numberOf(cell);
        if (typeof number !== "number") return { rule: "code", expected: "a number such as 57.5" };
        const { lowest, above } = variable;
        const low = above ? number <= lowest : number < lowest;
        return low
          ? { rule: "range", expected: `a number ${above ? `above ${lowest}` : `of ${lowest} or more`}` }
          : { value: number };
      };
    case "category": {
      const codes = new Set(variable.answers.map(({ code }) => code));
      const expected = expectedOf(variable) as string;
      return (text) => {
        if (codes.has(text)) return { value: text };
        return variable.id === roles.period && isPeriod(text) && !isWithin(text, contacts)
          ? { rule: "period", why: ", out of the survey's contacts", expected: monthsOf(contacts) }
          : { rule: "code", expected };
      };
    }
    default: {
      const expected = expectedOf(variable) as string;
      return (text, cell) => {
        const value = codedAs(variable, text);
        if (value !== undefined) return { value };
        const number = cell === null ? null : numberOf(cell);
        const listed = typeof number === "number" ? codedAs(variable, String(number)) : undefined;
        if (listed !== undefined) return { value: listed };
        return { rule: number === null ? "code" : "range", expected };
      };
    }
  }
}

function weightOf(cell: CellValue): Coded {
  const number = cell === null ? null : numberOf(cell);
  const expected = "a weight above 0";
  if (typeof number !== "number" || number <= 0) return { rule: "weight", expected };
  try {
    quantiseWeights([number]);
    return { value: number };
  } catch {
    return {
      rule: "weight",
      why: ", which six decimals do not hold",
      expected: "a weight near 1 (multiply all with the same number)",
    };
  }
}

interface Ends {
  readonly from: string;
  readonly to: string;
}

/** Whether a day or month lies within days or months, both ends included. */
const inside = (date: string, { from, to }: Ends) =>
  date >= from.slice(0, date.length) && date.slice(0, to.length) <= to.slice(0, date.length);

const daysOf = ({ from, to }: Ends) => `${dateLabel(from)} to ${dateLabel(to)}`;
const monthsOf = ({ from, to }: Ends) => `a contact in ${periodLabel(`${from}/${to}`)}`;
