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

/** A whole number from `low` to `high`, both attained. */
interface Span {
  readonly low: number;
  readonly high: number;
}

interface Cell {
  readonly id: string;
  readonly size: number;
  /** Possible sizes, where the count is suppressed. */
  readonly sizes: Span;
  /** The number who gave the answer; null where there is no estimate. */
  readonly share: Share | null;
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
    if (!isWithheld && rules.answers && measure.all.share !== undefined)
      intervals.push(
        ...withholdFew(measure, dimensionsOf(tables, measure, sizes), totals.get(measure.base) as number, {
          gone,
          rules,
          weights: tables.weights,
        }),
      );
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

interface Situation {
  /** Suppressed estimates; extended in place. */
  readonly gone: Set<string>;
  readonly rules: Rules;
  readonly weights: Tables["weights"];
}

function withholdFew(
  { id, all }: Measure,
  dimensions: readonly (readonly Cell[])[],
  total: number,
  { gone, rules, weights }: Situation,
): AnswerInterval[] {
  const whole = {
    id: estimateId(id),
    size: total,
    sizes: { low: total, high: total },
    share: all.share as Share,
  };
  const isFew = ({ size, share }: Cell) =>
    share !== null && Math.min(share.answers, size - share.answers) < rules.least && size > 0;
  const isShown = ({ id: each, share }: Cell) => share !== null && share.percentage !== "" && !gone.has(each);
  for (;;) {
    const spans = spansOf();
    const found = [whole, ...dimensions.flat()].filter(isFew).map((cell): AnswerInterval => {
      const { low, high } = spans.get(cell.id) as Span;
      const required = Math.min(rules.width, cell.sizes.high + 1);
      return { id: cell.id, count: (cell.share as Share).answers, low, high, required };
    });
    const narrow = found.find(({ low, high, required }) => high - low + 1 < required);
    if (narrow === undefined) return found;
    const next = nextToWithhold(narrow.id);
    if (next === undefined) throw new Error(`${narrow.id}: nothing is left to suppress`);
    gone.add(next);
  }

  /** The next estimate to suppress: itself, the smallest of its dimension, that of the base, the smallest of any. */
  function nextToWithhold(of: string): string | undefined {
    const own = dimensions.find((cells) => cells.some((cell) => cell.id === of)) ?? [];
    const smallest = (cells: readonly Cell[]) =>
      cells.filter(isShown).toSorted((a, b) => a.size - b.size)[0]?.id;
    if ([whole, ...own].some((cell) => cell.id === of && isShown(cell))) return of;
    return smallest(own) ?? (gone.has(whole.id) ? smallest(dimensions.flat()) : whole.id);
  }

  function spansOf(): Map<string, Span> {
    // For each dimension the shown cells, with all others as one.
    const known = dimensions.map((cells) => {
      const shown = cells
        .filter(isShown)
        .map((cell) => ({ cell, span: spanOf(cell.share as Share, cell.size) }));
      return { cells, shown, left: leftOf(shown.map(({ cell }) => cell)) };
    });
    let { low, high } = gone.has(whole.id) ? { low: 0, high: total } : spanOf(whole.share, total);
    for (const { shown, left } of known) {
      low = Math.max(low, left.low + shown.reduce((sum, { span }) => sum + span.low, 0));
      high = Math.min(high, left.high + shown.reduce((sum, { span }) => sum + span.high, 0));
    }
    const spans = new Map([[whole.id, { low, high }]]);
    for (const { cells, shown, left } of known) {
      const parts = [left, ...shown.map(({ span }) => span)];
      const [least, greatest] = [sumOf(parts, "low"), sumOf(parts, "high")];
      const within = (part: Span): Span => ({
        low: Math.max(part.low, low - (greatest - part.high)),
        high: Math.min(part.high, high - (least - part.low)),
      });
      for (const { cell, span } of shown) spans.set(cell.id, within(span));
      const rest = within(left);
      for (const { id: each, sizes } of cells) {
        if (spans.has(each)) continue;
        spans.set(each, {
          low: Math.max(0, rest.low - (left.size - sizes.low)),
          high: Math.min(sizes.high, rest.high),
        });
      }
    }
    return spans;
  }

  function leftOf(shown: readonly Cell[]): Span & { readonly size: number } {
    const size = total - shown.reduce((sum, cell) => sum + cell.size, 0);
    if (size === 0) return { low: 0, high: 0, size };
    const weighted = whole.share.weighted;
    // Without the whole, the shown parts say nothing about the others.
    if (weighted === undefined || gone.has(whole.id)) return { low: 0, high: size, size };
    const less = (key: "answers" | "others") =>
      shown.reduce((sum, { share }) => sum - (share?.weighted?.[key] ?? 0), weighted[key]);
    const answers = shown.reduce((sum, { share }) => sum - (share as Share).answers, whole.share.answers);
    return { ...byWeights(size, answers, { answers: less("answers"), others: less("others") }), size };
  }

  function spanOf({ answers, percentage, weighted }: Share, size: number): Span {
    if (weighted !== undefined) return byWeights(size, answers, weighted);
    const decimals = percentage.split(".")[1]?.length ?? 0;
    const half = 0.5 / 10 ** decimals;
    // Excludes an end of the rounding interval, but never the truth.
    const low = Math.ceil(((Number(percentage) - half) * size) / 100 + 1e-9);
    const high = Math.floor(((Number(percentage) + half) * size) / 100 - 1e-9);
    return { low: Math.max(0, Math.min(low, answers)), high: Math.min(size, Math.max(high, answers)) };
  }

  /** The possible numbers of `size` for the weighted sums, given the range of weights. */
  function byWeights(size: number, answers: number, sums: { answers: number; others: number }): Span {
    const low = Math.max(
      0,
      Math.ceil(sums.answers / weights.high - 1e-9),
      size - Math.floor(sums.others / weights.low + 1e-9),
    );
    const high = Math.min(
      size,
      Math.floor(sums.answers / weights.low + 1e-9),
      size - Math.ceil(sums.others / weights.high - 1e-9),
    );
    return { low: Math.min(low, answers), high: Math.max(high, answers) };
  }
}

const sumOf = (spans: readonly Span[], end: keyof Span) => spans.reduce((sum, span) => sum + span[end], 0);
