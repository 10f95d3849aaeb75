import { collectionFigure } from "../../src/charts/collection.js";
import type { AnyFigure } from "../../src/charts/figure.js";
import { coverageFigure } from "../../src/charts/methods/coverage.js";
import {
  cellsFigure,
  gapsFigure,
  mixFigure,
  satisfactionFigure,
  sharesFigure,
} from "../../src/charts/parents-and-contact/index.js";

/** Every figure of the site. Its rows are the table of the same name. */
export const FIGURES: readonly AnyFigure[] = [
  satisfactionFigure,
  gapsFigure,
  mixFigure,
  sharesFigure,
  cellsFigure,
  collectionFigure,
  coverageFigure,
];
