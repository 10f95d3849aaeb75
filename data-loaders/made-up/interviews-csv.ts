import { stringify } from "csv-stringify/sync";
import { type CodedInterviews, WATERMARK } from "../../src/analysis/interviews/coded-interviews.js";

/**
 * Made-up interviews as a CSV file: a column for each variable of the codebook in its order, and last the column `simulated`,
 * which says in each row what made them up. A question that was not asked is an empty cell. Lines end in a line feed.
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
