import { DIMENSION_NAMES, type Dimension, type Group, groupKey, groupLabel } from "../model/dimensions.js";
import { DIMENSIONS } from "../model/groups.js";
import { type ColumnOf, number, open, type RowOfColumns, text, whole } from "../model/table.js";

const its = number("its own");

/** The columns of a published number that pages reason from. */
export const FACT_COLUMNS = {
  id: text("Name of the number"),
  measure: text("What was measured"),
  group: text("Who it is about, as dimension=code; empty for everyone"),
  period: open(text("Month, or first and last month")),
  printed: open(text("The number as printed")),
  words: open(text("The number as worded")),
  value: open(its("The number")),
  low: open(its("Lowest number that is written like this")),
  high: open(its("Highest number that is written like this")),
  base: open(text("Row of the table of bases")),
  interviews: open(whole("interviews")("Unweighted base")),
  locator: text("Publication and place"),
};

/** What analysis reads of a row of the table of values. */
export type ValueCells = Omit<RowOfColumns<typeof FACT_COLUMNS>, "period"> & {
  /** How the publication gives it; not known of every table. */
  readonly status?: string;
};

/** A column for each dimension of groups, empty where the row is about everyone in it. */
export const DIMENSION_COLUMNS = Object.fromEntries(
  DIMENSION_NAMES.map((name) => {
    const { label, codes } = DIMENSIONS[name];
    return [name, open(text(`${label}: ${Object.keys(codes).join(", ")}; empty for everyone`))];
  }),
) as Readonly<Record<Dimension, ColumnOf<string | null>>>;

/** The cells of a group: as text, for readers, and by dimension. */
export function groupCells(group: Group) {
  const codes = Object.fromEntries(DIMENSION_NAMES.map((name) => [name, group[name] ?? null]));
  return {
    ...{ group: groupKey(group), group_label: groupLabel(group) },
    ...(codes as Record<Dimension, string | null>),
  };
}
