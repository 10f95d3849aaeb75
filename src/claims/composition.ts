import { DIMENSION_NAMES, type Dimension, dimensionText, groupKey } from "../model/dimensions.js";
import type { Composition, RecordedNumber, Sum } from "./numbers.js";
import type { SurveyRules } from "./survey-rules.js";

/** Id of the residual: the people in no group. */
export function residualOf(total: string, dimension: string): string {
  return `${total}.${dimension}-unknown`;
}

/**
 * Every percentage that is a weighted mean of others: a total of its groups (with a residual where interviews are
 * left over), or a pooled period of its months or quarters.
 *
 * Groups make up a total when their interviews add up to those of the total, or to less because of a residual. For
 * dimensions in which everybody has a code it is enough that all groups are recorded.
 */
export function compositionsOf(
  numbers: readonly RecordedNumber[],
  rules: readonly SurveyRules[],
): Composition[] {
  const weightedOn = new Map(rules.map((rule) => [rule.publication, rule.weightedOn]));
  const percentages = numbers.filter((n) => n.unit === "percent");
  const byMeasure = new Map<string, RecordedNumber[]>();
  for (const n of percentages) {
    const key = `${n.publication} ${n.measure}`;
    byMeasure.set(key, [...(byMeasure.get(key) ?? []), n]);
  }
  return [...byMeasure.values()].flatMap((rows) => [...byGroup(rows, weightedOn), ...byPeriod(rows)]);
}

/** Dimensions that a survey weights on, by publication. */
type WeightedOn = ReadonlyMap<string, readonly Dimension[]>;

function byGroup(rows: readonly RecordedNumber[], weightedOn: WeightedOn): Composition[] {
  // Parts share the total's period and group, except for the dimension that divides them.
  const parts = new Map<string, RecordedNumber[]>();
  for (const part of rows) {
    for (const dimension of DIMENSION_NAMES) {
      if (part.group[dimension] === undefined) continue;
      const { [dimension]: _, ...rest } = part.group;
      const key = `${dimension} ${part.period} ${groupKey(rest)}`;
      const list = parts.get(key);
      if (list === undefined) parts.set(key, [part]);
      else list.push(part);
    }
  }
  return rows.flatMap((total) => {
    const own = groupKey(total.group);
    return DIMENSION_NAMES.flatMap((dimension): Composition[] => {
      if (total.group[dimension] !== undefined) return [];
      const found = parts.get(`${dimension} ${total.period} ${own}`) ?? [];
      const made = found.length < 2 ? null : compose(total, found, dimension, weightedOn);
      return made === null ? [] : [made];
    });
  });
}

function compose(
  total: RecordedNumber,
  parts: readonly RecordedNumber[],
  dimension: Dimension,
  weighted: WeightedOn,
): Composition | null {
  const held = parts.map((p) => p.interviews).filter((n) => n !== null);
  const bases = held.length === parts.length ? held : null;
  const weightedOn = weighted.get(total.publication)?.includes(dimension) ?? false;
  const ids = parts.map((p) => p.id);
  if (bases === null || total.interviews === null) {
    if (!dimensionText(dimension).complete) return null;
    return { total: total.id, parts: ids, bases: null, residual: false, weightedOn };
  }
  const left = total.interviews - bases.reduce((s, n) => s + n, 0);
  if (left === 0) return { total: total.id, parts: ids, bases, residual: false, weightedOn };
  // Groups that leave out more than a tenth do not make up the total.
  if (left < 0 || left > total.interviews / 10) return null;
  return {
    total: total.id,
    parts: [...ids, residualOf(total.id, dimension)],
    bases: [...bases, left],
    residual: true,
    weightedOn,
  };
}

/** A figure for a span of months is the mean of its months or quarters, where all of them are recorded. */
function byPeriod(rows: readonly RecordedNumber[]): Composition[] {
  const byGroupKey = new Map<string, RecordedNumber[]>();
  for (const row of rows) {
    const key = groupKey(row.group);
    byGroupKey.set(key, [...(byGroupKey.get(key) ?? []), row]);
  }
  return rows.flatMap((total): Composition[] => {
    if (total.period === null || !total.period.includes("/")) return [];
    const [from, to = from] = ends(total.period);
    const parts = (byGroupKey.get(groupKey(total.group)) ?? []).filter((part) => {
      if (part.period === null || part.period === total.period) return false;
      const [start, end = start] = ends(part.period);
      return start >= from && end <= to;
    });
    const months = parts.reduce((sum, { period }) => sum + lengthOf(period as string), 0);
    if (parts.length < 2 || months !== lengthOf(total.period)) return [];
    return [
      { total: total.id, parts: parts.map((p) => p.id), bases: null, residual: false, weightedOn: false },
    ];
  });
}

function ends(period: string): [string, string?] {
  return period.split("/") as [string, string?];
}

function lengthOf(period: string): number {
  const [from, to = from] = ends(period);
  const month = (text: string) => 12 * Number(text.slice(0, 4)) + Number(text.slice(5, 7));
  return month(to) - month(from) + 1;
}

/** The sums defined by the publications, if all their numbers are recorded. */
export function sumsOf(numbers: readonly RecordedNumber[], rules: readonly SurveyRules[]): Sum[] {
  const recorded = new Set(numbers.map((n) => n.id));
  return rules
    .flatMap(({ sums }) => sums)
    .filter(({ open, whole }) => open === undefined && (typeof whole === "string" || whole === 100))
    .map(
      ({ whole, parts, relation, forClaims = relation }): Sum => ({
        total: typeof whole === "string" ? whole : null,
        parts,
        atMost: forClaims === "at most",
      }),
    )
    .filter(({ total, parts }) =>
      [...parts, ...(total === null ? [] : [total])].every((id) => recorded.has(id)),
    );
}
