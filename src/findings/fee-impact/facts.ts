import type { RowTable } from "../../analysis/row-table.js";

/** One quarter of the report's series. `low` and `high` are null unless someone filled its number in. */
export interface Quarter {
  /** Id of its row in the table of values. */
  readonly id: string;
  /** First and last month, `2014-03`. */
  readonly start: string;
  readonly end: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly locator: string;
}

export interface Stated {
  readonly id: string;
  readonly value: number | null;
  readonly printed: string | null;
  readonly words: string | null;
  readonly low: number;
  readonly high: number;
  readonly locator: string;
}

/** An event on the time line, and whether the report or another source gives its date. */
export interface FeeEvent {
  readonly id: string;
  readonly date: string;
  readonly label: string;
  readonly grade: string;
}

/** The two kinds of client, by their code in the table of values. */
export const PARENTS = ["receiving", "paying"] as const;
export type Parent = (typeof PARENTS)[number];

/** What the report of 2016 says of satisfaction over time, and events. */
export interface FeeFacts {
  readonly quarters: readonly Quarter[];
  /** The same quarters for each kind of parent. */
  readonly parents: Readonly<Record<Parent, readonly Quarter[]>>;
  readonly pooled: Stated & { readonly printed: string };
  readonly around: Stated;
  /** Indexes of the quarters to which "around" applies. */
  readonly aroundFrom: number;
  readonly aroundTo: number;
  /** The stated number of quarters that fell. */
  readonly falls: Stated & { readonly value: number };
  /** Index of the quarter in which the fee began; the quarters before it are "before the fee". */
  readonly feeQuarter: number;
  readonly events: readonly FeeEvent[];
  /** The quarters' weights in the pooled figure; null unless someone filled all of them in. */
  readonly weights: { readonly values: readonly number[]; readonly within: number } | null;
}

const POOLED = "cms-2016.satisfied";
const AROUND = "cms-2016.satisfied-since-2015-02";
const FALLS = "cms-2016.quarters-of-decrease";
const FEE = "cms-2016.event.fee";
const EVENTS = [
  "cms-2016.event.expansion",
  FEE,
  "cms-2016.event.charges",
  "cms-2016.event.letters",
  "context.event.fee",
  "context.event.charges",
];

/** The columns of the table of values that `feeFacts` needs. */
export interface ValueCells {
  readonly id: string;
  readonly measure: string;
  readonly group: string;
  readonly period: string | null;
  readonly printed: string | null;
  readonly words: string | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly locator: string;
}

/**
 * The report's statements, from the tables of values and events.
 * @throws Error for a row that is missing, or lacks what every reading of the report needs
 */
export function feeFacts(values: RowTable, events: RowTable): FeeFacts {
  return feeFactsOf(values.objects() as ValueCells[], events.objects() as FeeEvent[]);
}

/** Whether `feeFacts` uses a row of the table of values. */
export function isFeeRow({ id, measure, group }: Pick<ValueCells, "id" | "measure" | "group">): boolean {
  return (
    [POOLED, AROUND, FALLS].includes(id) ||
    (group === "" && measure === "cms16.quarter-weight") ||
    (["", ...PARENTS.map(groupOf)].includes(group) && measure === "cms16.satisfied")
  );
}

/** Like `feeFacts`, from rows, for code that runs on the page. */
export function feeFactsOf(rows: readonly ValueCells[], dated: readonly FeeEvent[]): FeeFacts {
  const pooled = stated(rows, POOLED);
  const around = stated(rows, AROUND);
  const falls = stated(rows, FALLS);
  if (pooled.printed === null || falls.value === null) throw new Error(`${POOLED} or ${FALLS} is not held`);
  const quarters = series(rows, "");
  const parents = {
    receiving: series(rows, groupOf("receiving")),
    paying: series(rows, groupOf("paying")),
  };
  for (const parent of PARENTS)
    if (parents[parent].length !== quarters.length) throw new Error(`${parent}: not one row a quarter`);
  const chosen = EVENTS.map((id) => {
    const event = dated.find((e) => e.id === id);
    if (event === undefined) throw new Error(`no event ${id}`);
    const { date, label, grade } = event;
    return { id, date, label, grade };
  });
  const fee = chosen.find(({ id }) => id === FEE)?.date ?? "";
  const [from = "", to = ""] = (rows.find((r) => r.id === AROUND)?.period ?? "").split("/");
  const position = (fits: (quarter: Quarter) => boolean, what: string) => {
    const at = quarters.findIndex(fits);
    if (at < 0) throw new Error(`no quarter ${what}`);
    return at;
  };
  return {
    quarters,
    parents,
    pooled: { ...pooled, printed: pooled.printed },
    around,
    aroundFrom: position((q) => q.start === from, `begins in ${from}`),
    aroundTo: position((q) => q.end === to, `ends in ${to}`),
    falls: { ...falls, value: falls.value },
    feeQuarter: position((q) => q.start <= fee && fee <= q.end, `holds ${fee}`),
    events: chosen,
    weights: filledWeights(rows, quarters),
  };
}

function groupOf(parent: Parent): string {
  return `parent=${parent}`;
}

/** A group's quarters in order. */
function series(rows: readonly ValueCells[], group: string): Quarter[] {
  return rows
    .filter((r) => r.measure === "cms16.satisfied" && r.group === group && r.id !== POOLED)
    .map((r): Quarter => {
      const [start = "", end = start] = (r.period ?? "").split("/");
      return { id: r.id, start, end, value: r.value, low: r.low, high: r.high, locator: r.locator };
    })
    .sort((a, b) => (a.start < b.start ? -1 : 1));
}

/**
 * The quarters' weights, and the relative tolerance of their shares due to rounding: largest for a weight at one end
 * of its rounding while all others are at their other end.
 */
function filledWeights(rows: readonly ValueCells[], quarters: readonly Quarter[]): FeeFacts["weights"] {
  const held = quarters.flatMap(({ start, end }) =>
    rows.filter(
      (r) => r.measure === "cms16.quarter-weight" && r.period === `${start}/${end}` && (r.value ?? 0) > 0,
    ),
  );
  if (held.length < quarters.length) return null;
  const values = held.map(({ value }) => value ?? 0);
  const sum = (of: "low" | "value" | "high") => held.reduce((s, r) => s + (r[of] ?? 0), 0);
  const within = held.map(({ low, value, high }) => {
    const share = (value ?? 0) / sum("value");
    const least = (low ?? 0) / ((low ?? 0) + sum("high") - (high ?? 0));
    const most = (high ?? 0) / ((high ?? 0) + sum("low") - (low ?? 0));
    return Math.max(share - least, most - share) / share;
  });
  return { values, within: Math.min(1, Math.max(...within)) };
}

/** Indexes of the quarters before the fee. */
export function before({ feeQuarter }: FeeFacts): number[] {
  return Array.from({ length: feeQuarter }, (_, i) => i);
}

/** Indexes of the quarters that were around one level. */
export function after({ aroundFrom, aroundTo }: FeeFacts): number[] {
  return Array.from({ length: aroundTo - aroundFrom + 1 }, (_, i) => aroundFrom + i);
}

function stated(rows: readonly ValueCells[], id: string): Stated {
  const row = rows.find((r) => r.id === id);
  if (row === undefined || row.low === null || row.high === null) throw new Error(`${id} is not held`);
  const { value, printed, words, low, high, locator } = row;
  return { id, value, printed, words, low, high, locator };
}
