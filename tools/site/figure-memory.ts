import { remembered } from "../../src/model/remembered.js";
import type { AnyFigure } from "../../src/charts/figure.js";
import { citeMarkup, type Results } from "../../src/components/citation.js";

type Rows = readonly object[];

/** As many as all figures before an edit, after it, and after it is taken back. */
const MOST = 80;

/**
 * What is made of a figure, made anew only when its rows changed, or what one of its texts says with the results that it
 * cites.
 */
export function rememberedFigure<T>(
  work: (figure: AnyFigure, rows: Rows, results: Results) => T,
): (figure: AnyFigure, rows: Rows, results: Results) => T {
  return remembered(work, {
    most: MOST,
    key: (figure, rows, results) => {
      const texts = [figure.title(rows), figure.subtitle, ...figure.how];
      return JSON.stringify([figure.id, rows, texts.map((text) => citeMarkup(text, results))]);
    },
  });
}
