import {
  type CodedColumn,
  type CodedInterviews,
  codedInterviews,
} from "../../../../src/analysis/interviews/index.js";
import type { Codebook } from "../../../../src/model/codebook.js";
import { answersOf } from "../../../../src/model/condition-words.js";

/** Interviews from rows in the codes of the codebook, as a reader of files would make them. */
export function coded(
  codebook: Codebook,
  rows: readonly Readonly<Record<string, string | number>>[],
  simulated: string | null = null,
): CodedInterviews {
  const columns = codebook.variables.map((variable): [string, CodedColumn] => {
    const cells = rows.map((row) => row[variable.id] ?? null);
    const places = new Map(answersOf(variable).map(({ code }, place): [unknown, number] => [code, place]));
    const codes = Int32Array.from(cells, (cell) => places.get(cell) ?? -1);
    if (variable.kind === "category") return [variable.id, { form: "answers", codes }];
    if (variable.kind === "date" || variable.kind === "text")
      return [
        variable.id,
        { form: "texts", texts: cells.map((cell) => (cell === null ? null : String(cell))) },
      ];
    const numbers = Float64Array.from(cells, (cell, row) =>
      cell === null || (codes[row] as number) >= 0 ? Number.NaN : Number(cell),
    );
    return [variable.id, { form: "numbers", numbers, special: codes }];
  });
  return codedInterviews(codebook, rows.length, new Map(columns), simulated);
}
