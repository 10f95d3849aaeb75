import { citeMarkup, type Results } from "../../src/components/citation.js";
import type { AnyFigure } from "../../src/figures/figure.js";
import { memoize } from "../../src/model/memoize.js";

type Rows = readonly object[];

/** Cache size: all figures before an edit, after it, and after it is reverted. */
const CACHE_SIZE = 80;

/**
 * Memoizes work on a figure by its rows, by its texts with the results they cite, and by any further arguments, which
 * must be plain data.
 */
export function memoizedFigure<T, More extends unknown[]>(
  work: (figure: AnyFigure, rows: Rows, results: Results, ...more: More) => T,
): (figure: AnyFigure, rows: Rows, results: Results, ...more: More) => T {
  return memoize(work, {
    size: CACHE_SIZE,
    key: (figure, rows, results, ...more) => {
      const ends = figure.ends ?? [];
      const texts = [figure.title(rows), figure.subtitle, ...figure.how, ...ends.map(({ says }) => says)];
      return JSON.stringify([
        figure.id,
        rows,
        texts.map((text) => citeMarkup(text, results)),
        ends.map(({ result }) => results.get(result)?.value),
        more,
      ]);
    },
  });
}
