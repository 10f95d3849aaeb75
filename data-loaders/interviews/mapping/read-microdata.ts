import {
  type CodedColumn,
  type CodedInterviews,
  codedInterviews,
  WATERMARK,
} from "../../../src/analysis/interviews/coded-interviews.js";
import { conditionMask } from "../../../src/analysis/interviews/condition-mask.js";
import type { Codebook } from "../../../src/model/codebook.js";
import { readInterviews } from "../../read/interviews/index.js";
import { InputError, type Problem } from "../../read/problem.js";
import { codeColumn, constantColumn } from "./code-column.js";
import { type Fault, problemsOf } from "./faults.js";
import { type Mapping, readMapping } from "./mapping.js";
import { readerOf } from "./read-cell.js";
import { duplicateFaults, impossibleFaults, orderFaults, routingFaults, watermarkFaults } from "./rules.js";
import { type Source, sourceOf, textOf } from "./source.js";

/** Interviews that are as their codebook says, and what of their file was not needed. */
export interface Microdata {
  readonly interviews: CodedInterviews;
  /** Columns that no variable is in, in the order of the file. */
  readonly unusedColumns: readonly string[];
  /** Codes of the mapping that stand in no cell. */
  readonly unusedCodes: readonly { readonly variable: string; readonly code: string }[];
}

/**
 * Reads a file of interviews into the codes of a codebook: CSV, Parquet or Arrow, a row an interview, a column for each
 * variable, with a mapping file where columns and codes are other ones. A column `simulated` says of made-up interviews what
 * made them, the same in each row. Further columns are left alone.
 *
 * @param data the file of interviews
 * @param mapping its mapping file, or null
 * @throws InputError with everything that is wrong in the mapping file and with every column that is absent; where nothing
 *   is, with everything that is wrong with the interviews: answers that are not listed or out of range, answers that routing
 *   forbids or misses, weights, duplicates, impossible combinations, dates and periods. A question whose routing rests on a
 *   wrong answer is not judged
 * @example (await readMicrodata(codebook, "ces-2023-24.csv", null)).interviews.value("parent", 0) // "receiving"
 */
export async function readMicrodata(
  codebook: Codebook,
  data: string,
  mapping: string | null,
): Promise<Microdata> {
  const file = await readInterviews(data);
  const read = mapping === null ? null : readMapping(mapping, codebook, file);
  const source = sourceOf(file, read);
  const problems = absentColumns(codebook, source);
  const faults: Fault[] = [];
  const columns = new Map<string, CodedColumn>();
  const doubts = new Map<string, Uint8Array>();
  for (const variable of codebook.variables) {
    const { id } = variable;
    if (id === WATERMARK || read?.constants.has(id)) continue;
    const name = source.columnOf(id);
    const doubt = new Uint8Array(file.rows).fill(name === null ? 1 : 0);
    doubts.set(id, doubt);
    if (name === null) {
      columns.set(id, constantColumn(variable, null, doubt));
      continue;
    }
    const { column, wrong } = codeColumn(codebook, variable, file.column(name).values, read);
    columns.set(id, column);
    for (const { row, rule, why = "", expected } of wrong) {
      doubt[row] = 1;
      const words = () => ({ message: `${source.said(id, row)}${why}`, expected });
      faults.push({ rule, variable: id, row, words });
    }
  }
  if (read !== null) problems.push(...addConstants(codebook, read, columns, doubts, file.rows));

  const watermark = watermarkOf(source, faults);
  const interviews = codedInterviews(codebook, file.rows, columns, watermark);
  faults.push(
    ...routingFaults(interviews, source, doubts),
    ...duplicateFaults(interviews, source),
    ...impossibleFaults(interviews, source, doubts),
    ...orderFaults(interviews, source),
  );
  problems.push(...problemsOf(faults, source));
  if (problems.length > 0) throw new InputError(problems);
  return { interviews, ...unusedOf(codebook, source) };
}

/** A problem for each variable that has neither a column nor a constant. */
function absentColumns({ variables }: Codebook, source: Source): Problem[] {
  const { interviews, mapping } = source;
  return variables
    .filter(
      ({ id }) =>
        id !== WATERMARK && source.columnOf(id) === null && mapping?.constants.get(id) === undefined,
    )
    .map(({ id }) => ({
      file: interviews.file,
      line: 1,
      column: 1,
      message: `column "${id}" is absent`,
      expected: `it, or its name in the mapping file: one of ${interviews.columns.join(", ")}`,
    }));
}

/** Adds the columns of constants, which stand wherever the variable was asked; a problem for each that cannot be. */
function addConstants(
  codebook: Codebook,
  mapping: Mapping,
  columns: Map<string, CodedColumn>,
  doubts: Map<string, Uint8Array>,
  rows: number,
): Problem[] {
  const problems: Problem[] = [];
  for (const variable of codebook.variables) {
    const { id, asked } = variable;
    const text = mapping.constants.get(id);
    if (text === undefined || id === WATERMARK) continue;
    const coded = readerOf(codebook, variable, null)(text, text);
    const everyone = new Uint8Array(rows).fill(1);
    const mask = asked === undefined ? everyone : conditionMask(partOf(codebook, rows, columns), asked);
    doubts.set(id, "rule" in coded ? everyone : new Uint8Array(rows));
    columns.set(id, constantColumn(variable, "rule" in coded ? null : coded.value, mask));
    if ("rule" in coded) {
      const message = `${id} is "${text}"${coded.why ?? ""}`;
      problems.push({ ...mapping.place("constants", id), message, expected: coded.expected });
    }
  }
  return problems;
}

/** What is read already, for conditions on it. */
function partOf(
  codebook: Codebook,
  rows: number,
  columns: ReadonlyMap<string, CodedColumn>,
): CodedInterviews {
  const variables = codebook.variables.filter(({ id }) => columns.has(id));
  return codedInterviews({ ...codebook, variables }, rows, columns, null);
}

/** What made the interviews up; null where nothing says that anything did. */
function watermarkOf(source: Source, faults: Fault[]): string | null {
  const { interviews, mapping } = source;
  const name = source.columnOf(WATERMARK);
  if (name === null) return mapping?.constants.get(WATERMARK) ?? null;
  const texts = interviews.column(name).values.map(textOf);
  faults.push(...watermarkFaults(texts, WATERMARK, source));
  return texts.find((text) => text !== null) ?? "";
}

function unusedOf({ variables }: Codebook, source: Source): Omit<Microdata, "interviews"> {
  const { interviews, mapping } = source;
  const used = new Set([...variables.map(({ id }) => id), WATERMARK].map((id) => source.columnOf(id)));
  const unusedCodes = [...(mapping?.codes ?? [])].flatMap(([variable, codes]) => {
    const column = source.columnOf(variable);
    const cells = new Set(column === null ? [] : interviews.column(column).values.map(textOf));
    return [...codes.keys()].filter((code) => !cells.has(code)).map((code) => ({ variable, code }));
  });
  return { unusedColumns: interviews.columns.filter((column) => !used.has(column)), unusedCodes };
}
