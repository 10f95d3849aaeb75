import type { Column, Dataset } from "../model/table.js";
import { number, open, text, whole } from "./columns.js";

const COLUMNS: readonly Column[] = [
  text("id", "Name of the number"),
  text("measure", "What was measured"),
  text("group", "Who it is about, as dimension=code; empty for everyone"),
  open(text("period", "Month, or first and last month")),
  open(text("printed", "The number as printed")),
  open(text("words", "The number as worded")),
  open(number("its own")("value", "The number")),
  open(number("its own")("low", "Lowest number that is written like this")),
  open(number("its own")("high", "Highest number that is written like this")),
  open(text("base", "Row of the table of bases")),
  open(whole("interviews")("interviews", "Unweighted base")),
  text("locator", "Publication and place"),
];

/** The rows of the table of values that a page is based on. */
export function factRows(
  { name, title }: Pick<Dataset, "name" | "title">,
  values: Dataset["rows"],
  chosen: (row: { readonly id: string; readonly measure: string; readonly group: string }) => boolean,
): Dataset {
  return {
    name,
    title,
    description: "Rows of the table of every number, held or not.",
    source: "The publications, named in the locator",
    columns: COLUMNS,
    rows: values
      .filter((row) => chosen(row as { id: string; measure: string; group: string } & typeof row))
      .map((row) => Object.fromEntries(COLUMNS.map((column) => [column.name, row[column.name] ?? null]))),
  };
}
