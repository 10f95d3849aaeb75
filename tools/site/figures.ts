import { collectionFigure } from "../../src/figures/collection.js";
import type { AnyFigure } from "../../src/figures/figure.js";
import {
  ageByStatementFigure,
  ageChartsFigure,
  ageFigure,
  designEffectsFigure,
  ethnicityByStatementFigure,
  ethnicityFigure,
  roleAloneFigure,
  smallGroupsFigure,
} from "../../src/findings/age-and-ethnicity/figures/index.js";
import {
  fallFigure,
  guessFigure,
  noiseFigure,
  sizesFigure,
  wordsFigure,
} from "../../src/findings/case-closure/figures/index.js";
import {
  changeFigure,
  feeByStatementFigure,
  historiesFigure,
  ladderFigure,
  parentsFigure,
  saidFigure,
  settlesFigure,
} from "../../src/findings/fee-impact/figures/index.js";
import {
  cellsFigure,
  driversFigure,
  gapsFigure,
  mixFigure,
  satisfactionFigure,
  sharesFigure,
} from "../../src/findings/parents-and-contact/figures/index.js";
import { coverageFigure } from "../../src/methods/intervals/figures.js";
import {
  answersFigure,
  leftOutFigure,
  nonResponseFigure,
} from "../../src/methods/simulated-interviews/figures/lab.js";
import { worldsFigure } from "../../src/methods/simulated-interviews/figures/worlds.js";
import { movedFigure, spreadFigure } from "../../src/methods/weights/figures.js";
import { fromInterviewsFigure } from "../../src/review/from-interviews/figures/from-interviews.js";
import { verdictsFigure } from "../../src/review/sentence-by-sentence/figures.js";

/** Figures that every build draws, each from the table of the same name. */
export const FIGURES: readonly AnyFigure[] = [
  satisfactionFigure,
  gapsFigure,
  mixFigure,
  sharesFigure,
  cellsFigure,
  driversFigure,
  wordsFigure,
  guessFigure,
  noiseFigure,
  fallFigure,
  sizesFigure,
  ethnicityFigure,
  ageFigure,
  ageChartsFigure,
  designEffectsFigure,
  roleAloneFigure,
  smallGroupsFigure,
  collectionFigure,
  coverageFigure,
  nonResponseFigure,
  leftOutFigure,
  answersFigure,
  worldsFigure,
  movedFigure,
  spreadFigure,
  saidFigure,
  ladderFigure,
  changeFigure,
  parentsFigure,
  settlesFigure,
  historiesFigure,
  verdictsFigure,
  feeByStatementFigure,
  ethnicityByStatementFigure,
  ageByStatementFigure,
];

/** Figures of interview results; a build without interviews shows their replacement text. */
export const FIGURES_OF_INTERVIEWS: readonly AnyFigure[] = [fromInterviewsFigure];

/** Every figure of the site. */
export const ALL_FIGURES: readonly AnyFigure[] = [...FIGURES, ...FIGURES_OF_INTERVIEWS];
