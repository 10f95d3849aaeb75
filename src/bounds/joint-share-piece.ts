import type { DifferenceBounds } from "./difference-bounds.js";
import { againstTotal, type Case, type Piece, row, type Total, totalAt } from "./piece.js";
import type { Row } from "./program.js";
import { dot } from "./shares.js";

/**
 * A weighted mean as variables: parts, total, products share times part, and for each part but the last the product
 * share times lead (part minus last part). Printed parts, which nothing else constrains, have only a share and an
 * interval here; a mean with printed parts has no leads.
 */
export interface JointMean {
  readonly printed: readonly { readonly share: number; readonly low: number; readonly high: number }[];
  /** The shares of the parts. */
  readonly shares: readonly number[];
  readonly parts: readonly number[];
  readonly products: readonly number[];
  readonly leads: readonly number[];
  readonly total: Total;
  readonly statement: number;
}

/**
 * Several identities that use one share vector, whose shares and products are variables. A mean is the sum of share
 * times part and, since shares sum to 1, also its last part plus the sum of share times lead. Each product lies
 * within the four McCormick planes of its factors' limits, which are exact at the ends of either; leads are narrow
 * where order is stated. Printed parts add a sum of shares times interval ends, which is linear: an identity of
 * printed parts alone has no products. Branching splits the limits of a share or a part, whichever has more of its
 * range left.
 */
export function jointSharePiece(
  shares: readonly number[],
  means: readonly JointMean[],
  name: string,
  rootWidths: ReadonlyMap<number, number>,
): Piece {
  const at = (indexes: readonly number[], x: ArrayLike<number>) => indexes.map((i) => x[i]);
  const statement = means[0]?.statement ?? -1;

  return {
    statement,
    relax(bounds) {
      const rows: Row[] = [];
      for (const mean of means) {
        rows.push(...sumRows(mean));
        const last = mean.parts[mean.parts.length - 1];
        const planes = (product: number, k: number, over: number) => {
          const factors = { share: mean.shares[k], part: mean.parts[k], over };
          rows.push(...mcCormick(bounds, factors, product, mean.statement));
        };
        mean.products.forEach((product, k) => {
          planes(product, k, bounds.n);
        });
        mean.leads.forEach((product, k) => {
          planes(product, k, last);
        });
      }
      return rows;
    },
    gap(x) {
      let gap = 0;
      for (const mean of means) {
        const { low, high } = totalAt(mean.total, x);
        const least = printedMean(mean, x, "low");
        const greatest = printedMean(mean, x, "high");
        const rest = dot(at(mean.shares, x), at(mean.parts, x));
        gap = Math.max(gap, rest + least - high, low - rest - greatest);
      }
      return gap;
    },
    branch(x, bounds) {
      let widest = { gap: 0, share: -1, part: -1 };
      for (const { parts, products, shares } of means) {
        parts.forEach((part, k) => {
          const share = shares[k];
          const gap = Math.abs(x[products[k]] - x[share] * x[part]);
          if (gap > widest.gap) widest = { gap, share, part };
        });
      }
      const { share, part } = widest;
      if (share === -1) return null;
      const shareLeft = (bounds.high(share) - bounds.low(share)) / (rootWidths.get(share) ?? 1);
      const partLeft = (bounds.high(part) - bounds.low(part)) / 100;
      const split = 2 * shareLeft >= partLeft ? share : part;
      const [low, high] = [bounds.low(split), bounds.high(split)];
      const margin = 0.1 * (high - low);
      const point = Math.min(high - margin, Math.max(low + margin, x[split]));
      return [
        { differences: [{ i: bounds.n, j: split, least: -point }] },
        { differences: [{ i: split, j: bounds.n, least: point }] },
      ] satisfies Case[];
    },
    inner(x, turn) {
      // Fixing either factor of every product makes it linear; alternating moves both.
      const rows: Row[] = [];
      const held = (i: number) => row([[i, 1]], { low: x[i], high: x[i] }, statement);
      if (turn % 2 === 0) for (const i of shares) rows.push(held(i));
      else for (const i of new Set(means.flatMap((m) => m.parts))) rows.push(held(i));
      for (const mean of means) {
        rows.push(...sumRows(mean));
        mean.parts.forEach((part, k) => {
          const share = mean.shares[k];
          const [fixed, free] = turn % 2 === 0 ? [share, part] : [part, share];
          const terms: [number, number][] = [
            [mean.products[k], 1],
            [free, -x[fixed]],
          ];
          rows.push(row(terms, { low: 0, high: 0 }, mean.statement));
        });
      }
      return rows;
    },
    shares(x) {
      return [name, at(shares, x)];
    },
  };
}

/** The sum of the printed parts' low or high ends, each times its share. */
function printedMean({ printed }: JointMean, x: ArrayLike<number>, end: "low" | "high"): number {
  let sum = 0;
  for (const part of printed) sum += x[part.share] * part[end];
  return sum;
}

/** Unrounded printed parts that make the mean equal its total: all at the same fraction of their intervals. */
export function printedPartsAt(mean: JointMean, x: ArrayLike<number>): number[] {
  const rest = mean.parts.reduce((s, p, k) => s + x[p] * x[mean.shares[k]], 0);
  const least = printedMean(mean, x, "low");
  const greatest = printedMean(mean, x, "high");
  const { low, high } = totalAt(mean.total, x);
  const target = Math.min(high, Math.max(low, rest + (least + greatest) / 2)) - rest;
  const way = greatest > least ? Math.min(1, Math.max(0, (target - least) / (greatest - least))) : 0;
  return mean.printed.map((part) => part.low + way * (part.high - part.low));
}

function sumRows({ parts, products, leads, printed, total, statement }: JointMean): Row[] {
  const direct = (end: "low" | "high") => [
    ...products.map((p) => [p, 1] as const),
    ...printed.map((part) => [part.share, part[end]] as const),
  ];
  const rows = [
    againstTotal(direct("low"), "at most", total, 0, statement),
    againstTotal(direct("high"), "at least", total, 0, statement),
  ];
  if (printed.length > 0) return rows;
  const byLeads = [...leads.map((p) => [p, 1] as const), [parts[parts.length - 1], 1] as const];
  rows.push(againstTotal(byLeads, "at most", total, 0, statement));
  rows.push(againstTotal(byLeads, "at least", total, 0, statement));
  return rows;
}

/** McCormick planes of share times (part minus `over`); index n is the constant 0. */
function mcCormick(
  bounds: DifferenceBounds,
  { share, part, over }: { share: number; part: number; over: number },
  product: number,
  statement: number,
): Row[] {
  const [wl, wh] = [bounds.low(share), bounds.high(share)];
  const [dl, dh] = [bounds.leastDifference(part, over), -bounds.leastDifference(over, part)];
  const plane = (w: number, d: number, sign: 1 | -1) => {
    const terms: [number, number][] = [
      [product, 1],
      [part, -w],
      [share, -d],
    ];
    if (over !== bounds.n) terms.push([over, w]);
    return row(terms, sign === 1 ? { low: -w * d } : { high: -w * d }, statement);
  };
  return [plane(wl, dl, 1), plane(wh, dh, 1), plane(wl, dh, -1), plane(wh, dl, -1)];
}
