import { KIND, number, open, type RowOfColumns, text } from "../../model/table.js";

/**
 * The columns of a figure that leaves out one statement after the other. A row is an interval of what could be: with all
 * statements, or without one sentence or assumption, which then has a row for each of its intervals. Where nothing agrees,
 * it is one of the statements that cannot all be true.
 */
export const statementColumns = (unit: string) => ({
  part: text<"all" | "without" | "conflict">(
    "all: with all statements; without: without one; conflict: one of those that cannot all be true",
  ),
  statement: text("The sentence in our words, or the assumption"),
  locator: open(text("Where it stands; empty for an assumption")),
  kind: KIND,
  low: open(number(unit)("Least that is possible then; a row for each interval; empty where nothing fits")),
  high: open(number(unit)("Most that is possible then")),
  moves: number(unit)("By how much more is possible without it"),
});
export type StatementRow = RowOfColumns<ReturnType<typeof statementColumns>>;

/** The columns of the list of sentences and assumptions that figures use, or leave out. */
export const SENTENCE_COLUMNS = {
  figure: text("Name of the figure"),
  part: text<"used" | "assumed" | "left out">("used, assumed or left out"),
  statement: text("The sentence in our words, or the assumption"),
  locator: open(text("Where it stands; empty for an assumption")),
};
export type SentenceRow = RowOfColumns<typeof SENTENCE_COLUMNS>;
