import { KIND, open, points, type RowOfColumns, text } from "../model/table.js";

/** The coefficients of a segmented regression, in points, each with its 95% interval. */
export const SEGMENTED_COLUMNS = {
  label: text("Name, for readers"),
  kind: KIND,
  estimate: points("Coefficient"),
  low: open(points("Low end of the 95% interval")),
  high: open(points("High end of the 95% interval")),
};
export type SegmentedRow = RowOfColumns<typeof SEGMENTED_COLUMNS>;
