import {
  type CodedColumn,
  type CodedValue,
  formOf,
} from "../../../src/analysis/interviews/coded-interviews.js";
import type { Codebook, Variable } from "../../../src/model/codebook.js";
import { answersOf } from "../../../src/model/condition-words.js";
import { dateLabel, isPeriod, isWithin, periodLabel } from "../../../src/model/period.js";
import { quantiseWeights } from "../../../src/stats/index.js";
import { numberOf } from "../interviews/number.js";
import type { CellValue } from "../interviews/types.js";
import { dateReader } from "./dates.js";
import type { Rule } from "./faults.js";
import { codedAs, expectedOf, type Mapping } from "./mapping.js";
import { textOf } from "./source.js";

/** What a cell is in the codebook's terms, or what is wrong with it: nothing that the codebook lists, or out of range. */
type Coded = { readonly value: CodedValue } | Wrong;
interface Wrong {
  readonly rule: Rule;
  /** What follows the cell in the message. */
  readonly why?: string;
  readonly expected: string;
}

/** A column in the codes of the codebook, with the rows whose cell is none of them and what is wrong there. */
export interface CodedCells {
  readonly column: CodedColumn;
  readonly wrong: readonly (Wrong & { readonly row: number })[];
}

/** Answers repeat: this many different cells of a column are each coded once. */
const KEPT_ONCE = 10_000;

/** Codes the cells of one variable. Cells that are wrong are empty in the column. */
export function codeColumn(
  codebook: Codebook,
  variable: Variable,
  cells: readonly CellValue[],
  mapping: Mapping | null,
): CodedCells {
  const rows = cells.length;
  const codes = mapping?.codes.get(variable.id);
  const reader = readerOf(codebook, variable, mapping);
  const known = new Map<CellValue, Coded>();
  const wrong: (Wrong & { row: number })[] = [];
  const set = setterOf(variable, rows);
  for (let row = 0; row < rows; row++) {
    const cell = cells[row] ?? null;
    if (cell === null) continue;
    let coded = known.get(cell);
    if (coded === undefined) {
      const text = textOf(cell) as string;
      if (codes?.has(text)) coded = { value: codes.get(text) ?? null };
      else coded = mapping?.missing.has(text) ? { value: null } : reader(text, cell);
      if (known.size < KEPT_ONCE) known.set(cell, coded);
    }
    if ("rule" in coded) wrong.push({ ...coded, row });
    else if (coded.value !== null) set.value(row, coded.value);
  }
  return { column: set.column, wrong };
}

/** The column of a variable that has one value wherever `asked` is 1. */
export function constantColumn(variable: Variable, value: CodedValue, asked: Uint8Array): CodedColumn {
  const set = setterOf(variable, asked.length);
  for (let row = 0; row < asked.length; row++) if (asked[row] && value !== null) set.value(row, value);
  return set.column;
}

/** What reads one cell of a variable. */
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

/** Where the values of a column go as they are coded. */
function setterOf(
  variable: Variable,
  rows: number,
): { readonly column: CodedColumn; value(row: number, value: string | number): void } {
  const places = new Map(answersOf(variable).map(({ code }, place) => [code, place]));
  switch (formOf(variable)) {
    case "texts": {
      const texts: (string | null)[] = Array.from({ length: rows }, () => null);
      return {
        column: { form: "texts", texts },
        value(row, value) {
          texts[row] = String(value);
        },
      };
    }
    case "answers": {
      const codes = new Int32Array(rows).fill(-1);
      return {
        column: { form: "answers", codes },
        value(row, value) {
          codes[row] = places.get(String(value)) ?? -1;
        },
      };
    }
    case "numbers": {
      const numbers = new Float64Array(rows).fill(Number.NaN);
      const special = new Int32Array(rows).fill(-1);
      return {
        column: { form: "numbers", numbers, special },
        value(row, value) {
          if (typeof value === "number") numbers[row] = value;
          else special[row] = places.get(value) ?? -1;
        },
      };
    }
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
