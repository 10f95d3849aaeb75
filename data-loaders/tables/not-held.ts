import { codeLabel, DIMENSION_NAMES, type Group, groupKey, groupLabel } from "../../src/model/dimensions.js";
import { periodEnd, periodLabel } from "../../src/model/period.js";
import { type Base, isHeld, type Status, type Value } from "../../src/model/value.js";
import type { Publication, Raw } from "../read/index.js";

/** What a number that is not in the text would be; `number` is anything else. */
export type KindOfNumber = "percentage" | "sample size" | "weight" | "number";

/** One number that is not in the text we hold, with where to look for it. */
export interface NotHeld {
  readonly id: string;
  readonly publication: string;
  readonly place: string;
  /** The id of its measure, or `interviews` for a sample size. */
  readonly measure: string;
  readonly label: string;
  readonly group: Group;
  readonly period: string | null;
  readonly kind: KindOfNumber;
  readonly locator: string;
  readonly whereToLook: string;
}

/** One line for readers: the numbers of one label at one place that cross the same groups and periods. */
export interface NotHeldLine {
  readonly publication: string;
  readonly place: string;
  readonly label: string;
  readonly kind: KindOfNumber;
  /** "Receiving Parents, Paying Parents"; "All" for everyone. */
  readonly groups: string;
  /** "12 quarters, September to November 2013 to June to August 2016"; empty where there is none. */
  readonly periods: string;
  readonly count: number;
}

/** Every number that is not in the text we hold, values before bases, each in the order of the raw files. */
export function notHeld({ publications, measures, values, bases }: Raw): NotHeld[] {
  const publicationOf = new Map(publications.map((p) => [p.id, p]));
  const labelOf = new Map(measures.map((m) => [m.id, m.label]));
  const behind = new Map<string, string>();
  for (const { base, place, measure } of values) {
    if (base === null) continue;
    const label = labelOf.get(measure) ?? measure;
    for (const key of [`${base} ${place}`, base]) if (!behind.has(key)) behind.set(key, label);
  }
  return [
    ...values
      .filter((value) => !isHeld(value))
      .map((value): NotHeld => {
        const kind = kindOf(value);
        return {
          ...shared(value),
          measure: value.measure,
          label: labelOf.get(value.measure) ?? value.measure,
          kind,
          whereToLook: whereToLook(value, kind, publicationOf.get(value.publication)),
        };
      }),
    ...bases
      .filter((base) => base.interviews === null)
      .map((base): NotHeld => {
        const of = behind.get(`${base.id} ${base.place}`) ?? behind.get(base.id) ?? base.definition;
        return {
          ...shared(base),
          measure: "interviews",
          label: `Number of interviews: ${of}`,
          kind: "sample size",
          whereToLook: whereToLook(base, "sample size", publicationOf.get(base.publication)),
        };
      }),
  ];
}

/**
 * The rows condensed to lines, by publication, place and label. In each publication the sample sizes and weights that were
 * not printed come last.
 */
export function groupNotHeld(rows: readonly NotHeld[]): NotHeldLine[] {
  return parts(rows, ({ publication }) => publication).flatMap((own) => [
    ...linesByPlace(own.filter((row) => !isSizeOrWeight(row))),
    ...linesByPlace(own.filter(isSizeOrWeight)),
  ]);
}

/** Whether a row or a line is about a sample size or a weight, which are set apart from results. */
export function isSizeOrWeight({ kind }: { readonly kind: KindOfNumber }): boolean {
  return kind === "sample size" || kind === "weight";
}

/** Rows with the same key, keys in the order in which they first appear. */
function parts<T>(rows: readonly T[], keyOf: (row: T) => string): T[][] {
  const byKey = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const part = byKey.get(key);
    if (part === undefined) byKey.set(key, [row]);
    else part.push(row);
  }
  return [...byKey.values()];
}

function shared({ id, publication, place, group, period, locator }: Value | Base) {
  return { id, publication, place, group, period, locator };
}

function kindOf({ unit }: Value): KindOfNumber {
  if (unit === "percent" || unit === "points-or-percent") return "percentage";
  if (unit === "interviews") return "sample size";
  return unit === "share" ? "weight" : "number";
}

function whereToLook(
  { place, status }: { place: string; status: Status },
  kind: KindOfNumber,
  publication: Publication | undefined,
): string {
  if (publication === undefined) return place;
  const beside = `, published with ${publication.sourceUrl}`;
  if (status === "plotted") return `the chart of ${place} in the report${beside}`;
  const table = `${place} (${publication.tables})${beside}`;
  return kind === "percentage" || kind === "number" ? table : `${table}; if not there, ask the publisher`;
}

function linesByPlace(rows: readonly NotHeld[]): NotHeldLine[] {
  return parts(rows, ({ place }) => place)
    .toSorted(([a], [b]) => (a?.place ?? "").localeCompare(b?.place ?? "", "en", { numeric: true }))
    .flatMap((at) => parts(at, ({ kind, measure, label }) => `${kind} ${measure} ${label}`))
    .flatMap(lines);
}

/** The rows of one label as lines: one for each length of period and each set of groups with the same periods. */
function lines(rows: readonly NotHeld[]): NotHeldLine[] {
  return parts(rows, ({ period }) => `${period === null ? 0 : monthsIn(period)}`).flatMap((sameLength) => {
    const groups = parts(sameLength, ({ group }) => groupKey(group)).map((own) => ({
      own,
      periods: periodsLabel(own.flatMap(({ period }) => period ?? [])),
    }));
    return parts(groups, ({ periods }) => periods).flatMap((same) => {
      const own = same.flatMap((group) => group.own);
      const [first] = own;
      if (first === undefined) return [];
      const { publication, place, label, kind } = first;
      return {
        publication,
        place,
        label,
        kind,
        groups: groupsLabel(same.flatMap((group) => group.own[0]?.group ?? [])),
        periods: same[0]?.periods ?? "",
        count: own.length,
      };
    });
  });
}

/** "Receiving Parents, Paying Parents"; dimensions that are crossed in full are joined by x; everyone alone is "All". */
function groupsLabel(groups: readonly Group[]): string {
  if (groups.every((group) => groupKey(group) === "")) return "All";
  const codes = DIMENSION_NAMES.flatMap((dimension) => {
    const found = [...new Set(groups.map((group) => group[dimension]))];
    return found.length === 1 && found[0] === undefined ? [] : [{ dimension, found }];
  });
  const crossed = codes.reduce((product, { found }) => product * found.length, 1) === groups.length;
  if (!crossed || codes.some(({ found }) => found.some((code) => code === undefined))) {
    return groups.map(groupLabel).join("; ");
  }
  return codes
    .map(({ dimension, found }) =>
      found.flatMap((code) => (code === undefined ? [] : [codeLabel(dimension, code)])).join(", "),
    )
    .join(" x ");
}

const LENGTH_NAMES: Readonly<Record<number, string>> = { 1: "months", 3: "quarters", 12: "years" };

function periodsLabel(periods: readonly string[]): string {
  const sorted = [...new Set(periods)].toSorted();
  const [first] = sorted;
  if (first === undefined) return "";
  if (sorted.length === 1) return periodLabel(first);
  const name = LENGTH_NAMES[monthsIn(first)] ?? "periods";
  return `${sorted.length} ${name}, ${runs(sorted).map(runLabel).join(" and ")}`;
}

/** Periods that follow one another without a gap, put together. */
function runs(sorted: readonly string[]): string[][] {
  const found: string[][] = [];
  for (const period of sorted) {
    const run = found.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && firstMonth(period) === lastMonth(before) + 1) {
      run.push(period);
    } else {
      found.push([period]);
    }
  }
  return found;
}

function runLabel(run: readonly string[]): string {
  const [first = "", last = first] = [run[0], run.at(-1)];
  if (first === last) return periodLabel(first);
  // Months read best as one span; a span of quarters names the first and the last.
  return first.includes("/")
    ? `${periodLabel(first)} to ${periodLabel(last)}`
    : periodLabel(`${first}/${last}`);
}

const monthsIn = (period: string) => lastMonth(period) - firstMonth(period) + 1;
const firstMonth = (period: string) => monthNumber(period.slice(0, 7));
const lastMonth = (period: string) => monthNumber(periodEnd(period));

function monthNumber(month: string): number {
  return 12 * Number(month.slice(0, 4)) + Number(month.slice(5));
}
