import { from, op } from "arquero";

/** One number of the publications, with what it can be counted by. */
export interface NumberRow {
  readonly id: string;
  readonly publication: string;
  readonly status: string;
  readonly what: string;
  readonly place: string;
  /** Whether the text holds it. */
  readonly held: boolean;
  readonly kind: "calculated";
}

/** What the numbers can be counted by: columns of the table. */
export const COUNT_BY = [
  { code: "publication", label: "publication" },
  { code: "status", label: "how it is given" },
  { code: "what", label: "what it is" },
] as const;

export type CountBy = (typeof COUNT_BY)[number]["code"];

/** How many numbers the texts hold and do not hold, for one part of them. */
export interface CountRow {
  readonly part: string;
  readonly held: number;
  readonly notHeld: number;
}

/** The numbers counted by a column, largest part first; parts of one size stand in the order of their names. */
export function countNumbers(rows: readonly NumberRow[], by: CountBy): CountRow[] {
  // Arquero finds no column in a table without rows.
  if (rows.length === 0) return [];
  const counted = from([...rows])
    .rename({ [by]: "part" })
    .groupby("part")
    .rollup({ held: (d: NumberRow) => op.sum(d.held), all: () => op.count() })
    .objects() as { part: string; held: number; all: number }[];
  return counted
    .map(({ part, held, all }) => ({ part, held, notHeld: all - held }))
    .sort((a, b) => b.held + b.notHeld - a.held - a.notHeld || (a.part < b.part ? -1 : 1));
}
