import * as v from "valibot";
import { type CodedValue, variableOf, WATERMARK } from "../../../src/analysis/interviews/coded-interviews.js";
import type { Codebook, Variable } from "../../../src/model/codebook.js";
import { answersOf } from "../../../src/model/condition-words.js";
import type { Interviews } from "../interviews/index.js";
import { type JsonFile, readJson, schemaProblems } from "../json.js";
import { InputError, type Problem, shown } from "../problem.js";
import { dateReader } from "./dates.js";

/** How a file of interviews says what a codebook asks for. */
export interface Mapping {
  readonly file: string;
  /** The column of a variable; a variable that has none here is in the column of its own name. */
  readonly columns: ReadonlyMap<string, string>;
  /** Answers of a variable as the file writes them, and as the codebook does; null for an empty cell. */
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, CodedValue>>;
  /** What stands for an empty cell in every column. */
  readonly missing: ReadonlySet<string>;
  /** Values that are the same in all interviews, of everyone who was asked. */
  readonly constants: ReadonlyMap<string, string>;
  /** How the dates of a variable are written, dd/mm/yyyy. */
  readonly dates: ReadonlyMap<string, string>;
  /** Where an entry stands. */
  place(part: keyof typeof MAPPING.entries, key: string): Pick<Problem, "file" | "line" | "column">;
}

const name = v.pipe(
  v.string("expected a name in quotes"),
  v.minLength(1, "expected a name that is not empty"),
);
const written = v.pipe(
  v.union([v.string(), v.number()], "expected a text in quotes or a number"),
  v.transform(String),
);

/** Named entries; the library takes a list for such too. */
const entries = <S extends v.GenericSchema>(entry: S, message: string) =>
  v.pipe(
    v.custom<Record<string, unknown>>(
      (input) => typeof input === "object" && input !== null && !Array.isArray(input),
      message,
    ),
    v.record(v.string(), entry, message),
  );

const MAPPING = v.strictObject({
  survey: v.optional(name),
  columns: v.optional(entries(name, 'expected {"variable": "their column"}')),
  codes: v.optional(
    entries(
      entries(v.nullable(written), 'expected {"their code": "our code"}'),
      'expected {"variable": {"their code": "our code"}}',
    ),
  ),
  missing: v.optional(v.array(written, "expected a list in square brackets")),
  constants: v.optional(entries(written, 'expected {"variable": "its value in all interviews"}')),
  dates: v.optional(entries(name, 'expected {"variable": "dd/mm/yyyy"}')),
});

/**
 * Reads a mapping file: JSON, in which comments are allowed, with any of
 * - `survey`: the id of the codebook that it is for
 * - `columns`: the column of a variable, where it does not have the variable's name
 * - `codes`: for a variable, their code and ours; null for an empty cell. Codes that are not listed stay as they are
 * - `missing`: what stands for an empty cell in every column; `codes` goes before it
 * - `constants`: the value of a variable that is the same in all interviews, and that the file has no column for
 * - `dates`: how dates of a variable are written, with yyyy, mm or m, and dd or d
 *
 * @throws InputError with everything that is wrong in it, or that does not fit the file of interviews
 */
export function readMapping(file: string, codebook: Codebook, interviews: Interviews): Mapping {
  const json = readJson(file, { comments: true });
  const parsed = v.safeParse(MAPPING, json.value);
  const problems = [...json.repeatedKeys, ...schemaProblems(json, parsed.issues ?? [])];
  if (!parsed.success) throw new InputError(problems);
  problems.push(...faultsOf(json, parsed.output, codebook, interviews));
  if (problems.length > 0) throw new InputError(problems);
  const { columns = {}, codes = {}, missing = [], constants = {}, dates = {} } = parsed.output;
  return {
    file,
    columns: new Map(Object.entries(columns)),
    codes: new Map(
      Object.entries(codes).map(([id, theirs]) => [
        id,
        new Map(
          Object.entries(theirs).map(([their, our]) => [
            their.trim(),
            our === null ? null : (codedAs(variableOf(codebook, id), our) as CodedValue),
          ]),
        ),
      ]),
    ),
    missing: new Set(missing.map((mark) => mark.trim())),
    constants: new Map(Object.entries(constants)),
    dates: new Map(Object.entries(dates)),
    place: (part, key) => json.place([part, key]),
  };
}

function faultsOf(
  json: JsonFile,
  { survey, columns = {}, codes = {}, constants = {}, dates = {} }: v.InferOutput<typeof MAPPING>,
  codebook: Codebook,
  interviews: Interviews,
): Problem[] {
  const problems: Problem[] = [];
  const ids = codebook.variables.map(({ id }) => id);
  const add = (at: Pick<Problem, "file" | "line" | "column">, message: string, expected: string) =>
    problems.push({ ...at, message, expected });
  const find = (part: string, id: string): Variable | null => {
    if (ids.includes(id)) return variableOf(codebook, id);
    const expected = `one of ${ids.join(", ")}`;
    if (id !== WATERMARK)
      add(json.keyPlace([part, id]), `${codebook.id} has no variable ${shown(id)}`, expected);
    return null;
  };

  if (survey !== undefined && survey !== codebook.id)
    add(json.place(["survey"]), `the file is for ${shown(survey)}`, codebook.id);
  for (const [id, column] of Object.entries(columns)) {
    find("columns", id);
    if (interviews.has(column)) continue;
    const message = `column ${shown(column)} is absent from ${interviews.file}`;
    add(json.place(["columns", id]), message, `one of ${interviews.columns.join(", ")}`);
  }
  for (const [id, theirs] of Object.entries(codes)) {
    const variable = find("codes", id);
    if (variable === null) continue;
    const known = expectedOf(variable);
    if (known === null)
      add(json.keyPlace(["codes", id]), `${id} has no codes`, "a variable with listed answers");
    else
      for (const [their, our] of Object.entries(theirs))
        if (our !== null && codedAs(variable, our) === undefined)
          add(json.place(["codes", id, their]), `${id} has no code ${shown(our)}`, `${known}, or null`);
  }
  for (const [id, value] of Object.entries(constants)) {
    const variable = find("constants", id);
    if (id in columns)
      add(json.keyPlace(["constants", id]), `${id} has a column already`, "a column or a constant");
    if (id === codebook.roles.interview)
      add(json.keyPlace(["constants", id]), `${id} cannot be a constant`, "another one for each interview");
    const known = variable === null ? null : expectedOf(variable);
    if (variable !== null && known !== null && codedAs(variable, value) === undefined)
      add(json.place(["constants", id]), `${id} has no code ${shown(value)}`, known);
  }
  for (const [id, pattern] of Object.entries(dates)) {
    const variable = find("dates", id);
    if (variable === null) continue;
    if (variable.kind !== "date")
      add(json.keyPlace(["dates", id]), `${id} is no date`, "a variable that is a date");
    else if (dateReader(variable.precision, pattern) === null)
      add(
        json.place(["dates", id]),
        `${shown(pattern)} is no way to write a ${variable.precision}`,
        variable.precision === "day" ? "yyyy, mm and dd in some order" : "yyyy and mm in some order",
      );
  }
  return problems;
}

/** The listed answers of a variable and its range, for messages; null for numbers, dates and texts. */
export function expectedOf(variable: Variable): string | null {
  const codes = answersOf(variable).map(({ code }) => code);
  if (variable.kind === "category") return `one of ${codes.join(", ")}`;
  if (variable.kind !== "scale" && variable.kind !== "count") return null;
  const { lowest, highest } = variable;
  return [`a whole number from ${lowest} to ${highest}`, ...codes].join(", or ");
}

/** An answer of the codebook as its code or number; undefined where it is none. */
export function codedAs(variable: Variable, text: string): CodedValue | undefined {
  if (answersOf(variable).some(({ code }) => code === text)) return text;
  if (variable.kind !== "scale" && variable.kind !== "count") return undefined;
  const number = Number(text);
  return /^-?\d+$/.test(text) && number >= variable.lowest && number <= variable.highest ? number : undefined;
}
