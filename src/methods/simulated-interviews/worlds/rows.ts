/** One group of a chart in one made-up world that agrees with everything printed. */
export interface WorldRow {
  readonly kind: "simulated";
  /** What made it up: "compatible world, seed 1". */
  readonly simulated: string;
  readonly seed: number;
  /** The chart of the report that has the group: by age or by ethnicity. */
  readonly chart: "age" | "ethnicity";
  readonly group: string;
  readonly label: string;
  /** Percent satisfied in this world, weighted, of those who answered. */
  readonly satisfied: number;
  /** As the text prints or words it; null where the text does not hold it. */
  readonly printed: string | null;
  /** What that can be rounded from; null where the text does not hold it. */
  readonly printed_low: number | null;
  readonly printed_high: number | null;
  /** A number that is not in the text and was filled in since: no world was made to agree with it. */
  readonly filled_in: number | null;
  readonly interviews: number;
}

/** What every one of the worlds agrees with. */
export interface WorldsAgree {
  readonly percentages: number;
  readonly bases: number;
  readonly sentences: number;
}
