/** The columns used of the table of values. */
export interface ValueCells {
  readonly id: string;
  readonly measure: string;
  readonly group: string;
  readonly printed: string | null;
  readonly words: string | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly interviews: number | null;
  readonly base: string | null;
  readonly locator: string;
  /** How the publication gives it, in tables that have this column. */
  readonly status?: string;
}
