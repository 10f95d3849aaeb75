import {
  type CodedColumn,
  type CodedInterviews,
  codedInterviews,
  WATERMARK,
} from "../interviews/coded-interviews.js";
import type { Weighing } from "./weigh.js";

/**
 * The interviews as rows of their design. If the design's rows are first interviews, people not interviewed again get
 * empty cells and weight 0, so that they are in no base.
 */
export function onDesign(
  interviews: CodedInterviews,
  { design, places }: Pick<Weighing, "design" | "places">,
): CodedInterviews {
  if (places === null) return interviews;
  const { codebook } = interviews;
  const rows = new Int32Array(design.n).fill(-1);
  places.forEach((place, row) => {
    rows[place] = row;
  });
  const columns = codebook.variables
    .filter(({ id }) => id !== WATERMARK)
    .map(({ id }): [string, CodedColumn] => [id, spread(interviews.column(id), rows)]);
  return codedInterviews(codebook, design.n, new Map(columns), interviews.simulated);
}

/** Maps a column to other rows: for each the source row, -1 for an empty cell. */
function spread(column: CodedColumn, rows: Int32Array): CodedColumn {
  if (column.form === "texts")
    return { form: "texts", texts: Array.from(rows, (row) => column.texts[row] ?? null) };
  if (column.form === "answers")
    return { form: "answers", codes: rows.map((row) => column.codes[row] ?? -1) };
  return {
    form: "numbers",
    numbers: Float64Array.from(rows, (row) => column.numbers[row] ?? Number.NaN),
    special: rows.map((row) => column.special[row] ?? -1),
  };
}
