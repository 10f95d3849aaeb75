import { from, op } from "arquero";

/** One number of the publications, with the columns it can be counted by. */
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

/** Numbers known and not known, for one category. */
export interface CountRow {
  readonly part: string;
  readonly held: number;
  readonly notHeld: number;
}

/** Counts numbers by a column, largest category first, then by name. */
export function countNumbers(rows: readonly NumberRow[], by: CountBy): CountRow[] {
  const counted = from([...rows])
    .rename({ [by]: "part" })
    .groupby("part")
    .rollup({ held: (d: NumberRow) => op.sum(d.held), all: () => op.count() })
    .objects() as { part: string; held: number; all: number }[];
  return counted
    .map(({ part, held, all }) => ({ part, held, notHeld: all - held }))
    .sort((a, b) => b.held + b.notHeld - a.held - a.notHeld || (a.part < b.part ? -1 : 1));
}
