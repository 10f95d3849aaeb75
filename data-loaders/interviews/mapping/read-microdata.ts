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

/** Valid interviews, and the unused parts of their file. */
export interface Microdata {
  readonly interviews: CodedInterviews;
  /** Columns without a variable, in file order. */
  readonly unusedColumns: readonly string[];
  /** Mapped codes that occur in no cell. */
  readonly unusedCodes: readonly { readonly variable: string; readonly code: string }[];
}

/**
 * Reads a file of interviews coded by a codebook: CSV, Parquet or Arrow, one row per interview, one column per
 * variable, with a mapping file where columns or codes differ. A column `simulated` names the generator of made-up
 * interviews, the same in each row. Other columns are ignored.
 *
 * @param data the file of interviews
 * @param mapping its mapping file, or null
 * @throws InputError with every error of the mapping file and every absent column; if there are none, with every
 *   error of the interviews: answers not listed or out of range, answers against routing, weights, duplicates,
 *   impossible combinations, dates and periods. Routing that depends on an invalid answer is not judged.
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

/** Problems for variables with neither a column nor a constant. */
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

/** Adds columns of constants, for those asked; problems for invalid ones. */
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

/** The columns read so far, for evaluating conditions. */
function partOf(
  codebook: Codebook,
  rows: number,
  columns: ReadonlyMap<string, CodedColumn>,
): CodedInterviews {
  const variables = codebook.variables.filter(({ id }) => columns.has(id));
  return codedInterviews({ ...codebook, variables }, rows, columns, null);
}

/** The generator of made-up interviews; null for none. */
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
