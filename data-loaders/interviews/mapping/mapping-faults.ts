import { variableOf, WATERMARK } from "../../../src/analysis/interviews/coded-interviews.js";
import type { Codebook, Variable } from "../../../src/model/codebook.js";
import type { Interviews } from "../../read/interviews/index.js";
import type { JsonFile } from "../../read/json.js";
import { type Problem, shown } from "../../read/problem.js";
import { codedAs, expectedOf } from "./answers.js";
import { dateReader } from "./dates.js";

import type { MappingParts } from "./mapping-schema.js";

/** The file or table that a mapping must fit. */
export type FileNames = Pick<Interviews, "file" | "columns" | "has">;

/** Errors of a mapping against the codebook or the file of interviews. */
export function mappingFaults(
  json: JsonFile,
  { survey, columns = {}, codes = {}, constants = {}, dates = {} }: MappingParts,
  codebook: Codebook,
  interviews: FileNames,
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
