import { collectionFigure } from "../../src/figures/collection.js";
import type { AnyFigure } from "../../src/figures/figure.js";
import { coverageFigure } from "../../src/methods/intervals/figures.js";
import { fromInterviewsFigure } from "../../src/review/from-interviews/figures.js";
import { verdictsFigure } from "../../src/review/sentence-by-sentence/figures.js";
import { PAGE_FIGURES } from "./pages.js";

/** Figures that every build draws, each from the table of the same name. */
export const FIGURES: readonly AnyFigure[] = [
  ...PAGE_FIGURES,
  collectionFigure,
  coverageFigure,
  verdictsFigure,
];

/** Figures of interview results; a build without interviews shows their replacement text. */
export const FIGURES_OF_INTERVIEWS: readonly AnyFigure[] = [fromInterviewsFigure];

/** Every figure of the site. */
export const ALL_FIGURES: readonly AnyFigure[] = [...FIGURES, ...FIGURES_OF_INTERVIEWS];
