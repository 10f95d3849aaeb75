import { type ColumnTable, op } from "arquero";
import { type Group, groupKey } from "../../model/dimensions.js";
import { periodEnd } from "../../model/period.js";

/** A percentage or fall as printed, with its rounding interval. */
export interface Printed {
  readonly id: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One line of a chart: how many numbers it has, how many are known, and their table. */
export interface Series {
  readonly numbers: number;
  readonly held: number;
  readonly place: string;
  /** The last month of the first number, and of the last one. */
  readonly start: string;
  readonly end: string;
}

export type SeriesName = "csaNone" | "csaPast" | "letterNone" | "letterReceived";

/** The published numbers that the page uses, from two reports. */
export interface Facts {
  /** Satisfied with Options and with the CMS: everyone, all periods together. */
  readonly level: Printed;
  readonly cmsLevel: Printed;
  /** The only fall with a printed size, of clients with some or no care. */
  readonly fall: Printed & { readonly month: string };
  readonly series: Readonly<Record<SeriesName, Series>>;
  /** Months of the Options survey. */
  readonly months: number;
  /** Months of two events: closure letters begin, and the groups by CSA past stop converging. */
  readonly letters: string;
  readonly turn: string;
}

const SERIES = {
  csaNone: { measure: "cms16.satisfied", group: { csa: "none" } },
  csaPast: { measure: "cms16.satisfied", group: { csa: "past" } },
  letterNone: { measure: "options16.satisfied", group: { letter: "not-received" } },
  letterReceived: { measure: "options16.satisfied", group: { letter: "received" } },
} as const satisfies Record<SeriesName, { measure: string; group: Group }>;

const FALL = "options-2016.fall-in-satisfaction.care-some-or-none.2015-01";

/**
 * The published numbers, from the tables of values and events.
 * @throws Error for a missing row
 */
export function facts(values: ColumnTable, events: ColumnTable): Facts {
  const series = Object.fromEntries(
    Object.entries(SERIES).map(([name, { measure, group }]) => [name, pickSeries(values, measure, group)]),
  ) as Record<SeriesName, Series>;
  return {
    level: pickPrinted(values, "options-2016.satisfied"),
    cmsLevel: pickPrinted(values, "cms-2016.satisfied"),
    fall: { ...pickPrinted(values, FALL), month: pickRow(values, FALL).period ?? "" },
    series,
    months: series.letterReceived.numbers,
    letters: pickRow(events, "options-2016.event.letters").date ?? "",
    turn: pickRow(events, "cms-2016.event.csa-gap").date ?? "",
  };
}

function pickSeries(values: ColumnTable, measure: string, group: Group): Series {
  const [line] = values
    .params({ measure, group: groupKey(group) })
    .filter((d: Row, $: Pick<Row, "measure" | "group">) => d.measure === $.measure && d.group === $.group)
    .rollup({
      numbers: () => op.count(),
      held: (d: Row) => op.valid(d.low),
      place: (d: Row) => op.any(d.place),
      places: (d: Row) => op.distinct(d.place),
      periods: (d: Row) => op.distinct(d.period),
      first: (d: Row) => op.min(d.period),
      last: (d: Row) => op.max(d.period),
    })
    .objects() as Line[];
  if (line === undefined || line.places !== 1 || line.periods !== line.numbers)
    throw new Error(`${measure} of ${groupKey(group)}: expected numbers of one table, one a period`);
  const { numbers, held, place, first, last } = line;
  return { numbers, held, place, start: periodEnd(first), end: periodEnd(last) };
}

/** The rows of one line in the table of values, summarised. */
interface Line extends Pick<Series, "numbers" | "held" | "place"> {
  readonly places: number;
  readonly periods: number;
  readonly first: string;
  readonly last: string;
}

function pickPrinted(values: ColumnTable, id: string): Printed {
  const { value, low, high } = pickRow(values, id);
  if (value === null || low === null || high === null) throw new Error(`${id} is not held`);
  return { id, value, low, high };
}

function pickRow(table: ColumnTable, id: string): Row {
  const rows = table
    .params({ id })
    .filter((d: Row, $: { id: string }) => d.id === $.id)
    .objects() as Row[];
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`${rows.length} rows are named ${id}`);
  return row;
}

interface Row {
  id: string;
  measure: string;
  group: string;
  period: string | null;
  date?: string;
  value: number | null;
  low: number | null;
  high: number | null;
  place: string;
}
