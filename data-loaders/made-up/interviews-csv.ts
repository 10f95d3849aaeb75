import { stringify } from "csv-stringify/sync";
import { type CodedInterviews, WATERMARK } from "../../src/analysis/interviews/coded-interviews.js";

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
