/** One coefficient of a segmented regression, in points, with its 95% interval. */
export interface SegmentedRow {
  readonly label: string;
  readonly kind: "calculated";
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}
