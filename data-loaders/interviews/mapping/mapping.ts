import * as v from "valibot";
import { type CodedValue, variableOf } from "../../../src/analysis/interviews/coded-interviews.js";
import type { Codebook } from "../../../src/model/codebook.js";
import { readJson, schemaProblems } from "../../read/json.js";
import { InputError, type Problem } from "../../read/problem.js";
import { codedAs } from "./answers.js";
import type { FileNames } from "./mapping-faults.js";
import { mappingFaults } from "./mapping-faults.js";
import { MAPPING, type MappingParts } from "./mapping-schema.js";

/** Translates a file of interviews to a codebook. */
export interface Mapping {
  readonly file: string;
  /** Column by variable; others are in the column of their own name. */
  readonly columns: ReadonlyMap<string, string>;
  /** File codes to our codes by variable; null for an empty cell. */
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, CodedValue>>;
  /** Texts that mean an empty cell in every column. */
  readonly missing: ReadonlySet<string>;
  /** Constant values, for everyone who was asked. */
  readonly constants: ReadonlyMap<string, string>;
  /** Date formats by variable, dd/mm/yyyy. */
  readonly dates: ReadonlyMap<string, string>;
  /** Position of an entry. */
  place(part: keyof MappingParts, key: string): Pick<Problem, "file" | "line" | "column">;
}

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
export function readMapping(file: string, codebook: Codebook, interviews: FileNames): Mapping {
  const json = readJson(file, { comments: true });
  const parsed = v.safeParse(MAPPING, json.value);
  const problems = [...json.repeatedKeys, ...schemaProblems(json, parsed.issues ?? [])];
  if (!parsed.success) throw new InputError(problems);
  problems.push(...mappingFaults(json, parsed.output, codebook, interviews));
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
