import type { Share, Tables } from "./tables.js";

/** A whole number from `low` to `high`, both attained. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** A group of a dimension, or the whole base, with its estimate. */
export interface Cell {
  readonly id: string;
  readonly size: number;
  /** Possible sizes, where the count is suppressed. */
  readonly sizes: Span;
  /** The number who gave the answer; null where there is no estimate. */
  readonly share: Share | null;
}

/** The estimates of one measure, shown or suppressed. */
export interface Estimates {
  readonly whole: Cell & { readonly share: Share };
  /** The cells of each dimension. */
  readonly dimensions: readonly (readonly Cell[])[];
  /** Suppressed estimates; extended in place. */
  readonly gone: Set<string>;
  readonly weights: Tables["weights"];
}

/** Whether the estimate of a cell is published. */
export function isShown({ id, share }: Cell, gone: ReadonlySet<string>): boolean {
  return share !== null && share.percentage !== "" && !gone.has(id);
}

/** What the attacker can infer of the number behind each estimate of a measure, by the id of the estimate. */
export function spansOf(estimates: Estimates): Map<string, Span> {
  const { whole, dimensions, gone, weights } = estimates;
  // For each dimension the shown cells, with all others as one.
  const known = dimensions.map((cells) => {
    const published = cells.filter((cell) => isShown(cell, gone));
    const shown = published.map((cell) => ({
      cell,
      span: spanOf(cell.share as Share, cell.size, weights),
    }));
    return { cells, shown, left: leftOf(published, estimates) };
  });
  let { low, high } = gone.has(whole.id)
    ? { low: 0, high: whole.size }
    : spanOf(whole.share, whole.size, weights);
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

/** The possible numbers in the cells of a dimension that are not shown, taken together, and their size. */
function leftOf(
  shown: readonly Cell[],
  { whole, gone, weights }: Estimates,
): Span & { readonly size: number } {
  const size = whole.size - shown.reduce((sum, cell) => sum + cell.size, 0);
  if (size === 0) return { low: 0, high: 0, size };
  const weighted = whole.share.weighted;
  // Without the whole, the shown parts say nothing about the others.
  if (weighted === undefined || gone.has(whole.id)) return { low: 0, high: size, size };
  const less = (key: "answers" | "others") =>
    shown.reduce((sum, { share }) => sum - (share?.weighted?.[key] ?? 0), weighted[key]);
  const answers = shown.reduce((sum, { share }) => sum - (share as Share).answers, whole.share.answers);
  return { ...byWeights(size, answers, { answers: less("answers"), others: less("others") }, weights), size };
}

/** The possible numbers behind a shown estimate, given its rounding or its weighted sums. */
function spanOf({ answers, percentage, weighted }: Share, size: number, weights: Tables["weights"]): Span {
  if (weighted !== undefined) return byWeights(size, answers, weighted, weights);
  const decimals = percentage.split(".")[1]?.length ?? 0;
  const half = 0.5 / 10 ** decimals;
  // Excludes an end of the rounding interval, but never the truth.
  const low = Math.ceil(((Number(percentage) - half) * size) / 100 + 1e-9);
  const high = Math.floor(((Number(percentage) + half) * size) / 100 - 1e-9);
  return { low: Math.max(0, Math.min(low, answers)), high: Math.min(size, Math.max(high, answers)) };
}

/** The possible numbers of `size` for the weighted sums, given the range of weights. */
function byWeights(
  size: number,
  answers: number,
  sums: { readonly answers: number; readonly others: number },
  weights: Tables["weights"],
): Span {
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

const sumOf = (spans: readonly Span[], end: keyof Span) => spans.reduce((sum, span) => sum + span[end], 0);
