import type { Figure } from "../../src/charts/figure.js";
import {
  cellsFigure,
  gapsFigure,
  mixFigure,
  satisfactionFigure,
  sharesFigure,
} from "../../src/charts/parents-and-contact/index.js";

/** Every figure of the site. Its rows are the table of the same name. */
export const FIGURES: readonly Figure<never>[] = [
  satisfactionFigure,
  gapsFigure,
  mixFigure,
  sharesFigure,
  cellsFigure,
];
