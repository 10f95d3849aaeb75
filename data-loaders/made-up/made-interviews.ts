import { stringify } from "csv-stringify/sync";
import {
  type CodedColumn,
  type CodedInterviews,
  type CodedValue,
  codedInterviews,
  WATERMARK,
} from "../../src/analysis/interviews/coded-interviews.js";
import type { Codebook, Variable } from "../../src/model/codebook.js";
import { answersOf } from "../../src/model/condition-words.js";

/** Values by variable and row; null where it was not asked. */
export type MadeColumns = ReadonlyMap<string, readonly CodedValue[]>;

/**
 * Made-up interviews in the codes of their codebook, as if they had been read from a file.
 *
 * @param simulated what made them up: `watermark("repeated", 7)`
 * @throws RangeError for a variable without values, and for a value that is none of its answers and no number or text of its
 *   kind; that routing was kept is for `check-data` to find out
 */
export function madeInterviews(codebook: Codebook, made: MadeColumns, simulated: string): CodedInterviews {
  const rows = made.get(codebook.roles.interview)?.length ?? 0;
  const columns = new Map(
    codebook.variables.map((variable): [string, CodedColumn] => {
      const values = made.get(variable.id);
      if (values === undefined) throw new RangeError(`${variable.id} has no values`);
      return [variable.id, columnOf(variable, values)];
    }),
  );
  return codedInterviews(codebook, rows, columns, simulated);
}

function columnOf(variable: Variable, values: readonly CodedValue[]): CodedColumn {
  const places = new Map(answersOf(variable).map(({ code }, place) => [code, place]));
  const placeOf = (value: CodedValue): number => {
    const place = typeof value === "string" ? places.get(value) : undefined;
    if (place === undefined) throw new RangeError(`${variable.id} cannot be ${value}`);
    return place;
  };
  switch (variable.kind) {
    case "category":
      return {
        form: "answers",
        codes: Int32Array.from(values, (value) => (value === null ? -1 : placeOf(value))),
      };
    case "date":
    case "text":
      return { form: "texts", texts: values.map((value) => (value === null ? null : String(value))) };
    default:
      return {
        form: "numbers",
        numbers: Float64Array.from(values, (value) => (typeof value === "number" ? value : Number.NaN)),
        special: Int32Array.from(values, (value) =>
          value === null || typeof value === "number" ? -1 : placeOf(value),
        ),
      };
  }
}

/**
 * Made-up interviews as CSV: a column per variable in the codebook's order, then `simulated`, which names the
 * generator in every row. Questions not asked are empty cells. Lines end in LF.
 *
 * @throws RangeError for interviews that are not made up
 */
export function interviewsCsv(interviews: CodedInterviews): string {
  const { codebook, rows, simulated } = interviews;
  if (simulated === null) throw new RangeError("only made-up interviews are written");
  const variables = codebook.variables.map(({ id }) => id).filter((id) => id !== WATERMARK);
  const readers = variables.map((id) => interviews.reader(id));
  const cells = Array.from({ length: rows }, (_, row) => [...readers.map((read) => read(row)), simulated]);
  return stringify([[...variables, WATERMARK], ...cells]);
}
