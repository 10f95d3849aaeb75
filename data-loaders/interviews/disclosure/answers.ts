import { type Cell, type Estimates, isShown, type Span, spansOf } from "./answer-spans.js";
import type { Rules } from "./rules.js";
import { countId, type Measure, type Share, type Tables } from "./tables.js";

/** Id of an estimate: of a measure for its whole base, or for a group. */
export const estimateId = (measure: string, dimension?: string, code?: string): string =>
  countId(measure, dimension, code);

/** What the attacker can infer about the number who gave an answer. */
export interface AnswerInterval {
  readonly id: string;
  readonly count: number;
  readonly low: number;
  readonly high: number;
  readonly required: number;
}

export interface AnswerProtection {
  /**
   * Ids of suppressed estimates: those suppressed although their group's count is shown, and all that go with counts.
   */
  readonly suppressed: ReadonlySet<string>;
  /** For each small number of answers an interval that the attacker cannot narrow with everything published. */
  readonly intervals: readonly AnswerInterval[];
}

/**
 * Protects small numbers of answers. A percentage times its base is a number of people: if it, or the number of all
 * others in the group, is below the rule, at least `width` whole numbers must remain possible for it.
 *
 * An estimate is suppressed with its group's count. Otherwise the attacker knows the rounded percentage, the range of
 * the weights, and that answers of all groups sum to those of the base, in every dimension. Intervals are proven from
 * inside: exact for unweighted measures; for weighted ones the weighted sums are fixed at their true values, so the
 * attacker may know less, never more.
 *
 * @param sizes the attacker's interval for each suppressed count
 * @param withheld ids of estimates to suppress anyway
 */
export function protectAnswers(
  tables: Tables,
  sizes: ReadonlyMap<string, Span>,
  rules: Rules,
  withheld: ReadonlySet<string> = new Set(),
): AnswerProtection {
  const suppressed = new Set<string>();
  const intervals: AnswerInterval[] = [];
  const totals = new Map(tables.bases.map(({ id, total }) => [id, total]));
  for (const measure of tables.measures) {
    const isWithheld = sizes.has(measure.base);
    const gone = new Set<string>();
    const withhold = (id: string, is: boolean) => is && gone.add(id);
    withhold(estimateId(measure.id), isWithheld || withheld.has(estimateId(measure.id)));
    for (const { dimension, cells } of measure.groups)
      for (const { code } of cells) {
        const id = estimateId(measure.id, dimension, code);
        withhold(id, isWithheld || withheld.has(id) || sizes.has(countId(measure.base, dimension, code)));
      }
    const { share } = measure.all;
    if (!isWithheld && rules.answers && share !== undefined) {
      const size = totals.get(measure.base) as number;
      const whole = { id: estimateId(measure.id), size, sizes: { low: size, high: size }, share };
      const dimensions = dimensionsOf(tables, measure, sizes);
      intervals.push(...withholdFew({ whole, dimensions, gone, weights: tables.weights }, rules));
    }
    for (const id of gone) suppressed.add(id);
  }
  return { suppressed, intervals };
}

/** The cells of each dimension of a measure: its groups, and the rest of the base. */
function dimensionsOf(
  { counts }: Tables,
  { id, base, all, groups }: Measure,
  sizes: ReadonlyMap<string, Span>,
): Cell[][] {
  return groups.flatMap(({ dimension, cells }) => {
    const table = counts.find((each) => each.base === base && each.dimension === dimension);
    if (table === undefined) return [];
    const found = table.cells.map(({ code, count }): Cell => {
      const share = cells.find((cell) => cell.code === code)?.share ?? null;
      const span = sizes.get(countId(base, dimension, code)) ?? { low: count, high: count };
      return { id: estimateId(id, dimension, code), size: count, sizes: span, share };
    });
    const rest = restOf(found, {
      id: estimateId(id, dimension),
      size: table.rest ?? 0,
      answers: all.share?.answers,
    });
    return [rest === null ? found : [...found, rest]];
  });
}

/** The rest, whose estimate is never shown but follows from all others. */
function restOf(
  cells: readonly Cell[],
  { id, size, answers }: { readonly id: string; readonly size: number; readonly answers: number | undefined },
): Cell | null {
  if (size === 0 || answers === undefined || cells.some(({ share, size: n }) => share === null && n > 0))
    return null;
  const left = cells.reduce((sum, { share }) => sum - (share?.answers ?? 0), answers);
  return { id, size, sizes: { low: size, high: size }, share: { answers: left, percentage: "" } };
}

/**
 * Suppresses estimates, one after another in `estimates.gone`, until every small number of answers is protected.
 * Returns the attacker's intervals of the small numbers.
 */
function withholdFew(estimates: Estimates, rules: Rules): AnswerInterval[] {
  const { whole, dimensions, gone } = estimates;
  const few = [whole, ...dimensions.flat()].filter(
    ({ size, share }) =>
      share !== null && Math.min(share.answers, size - share.answers) < rules.least && size > 0,
  );
  for (;;) {
    const spans = spansOf(estimates);
    const found = few.map((cell): AnswerInterval => {
      const { low, high } = spans.get(cell.id) as Span;
      const required = Math.min(rules.width, cell.sizes.high + 1);
      return { id: cell.id, count: (cell.share as Share).answers, low, high, required };
    });
    const narrow = found.find(({ low, high, required }) => high - low + 1 < required);
    if (narrow === undefined) return found;
    const next = nextToWithhold(narrow.id, estimates);
    if (next === undefined) throw new Error(`${narrow.id}: nothing is left to suppress`);
    gone.add(next);
  }
}

/** The next estimate to suppress: itself, the smallest of its dimension, that of the base, the smallest of any. */
function nextToWithhold(of: string, { whole, dimensions, gone }: Estimates): string | undefined {
  const own = dimensions.find((cells) => cells.some((cell) => cell.id === of)) ?? [];
  const smallest = (cells: readonly Cell[]) =>
    cells.filter((cell) => isShown(cell, gone)).toSorted((a, b) => a.size - b.size)[0]?.id;
  if ([whole, ...own].some((cell) => cell.id === of && isShown(cell, gone))) return of;
  return smallest(own) ?? (gone.has(whole.id) ? smallest(dimensions.flat()) : whole.id);
}
