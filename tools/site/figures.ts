import {
  ageByStatementFigure,
  ageChartsFigure,
  ageFigure,
  designEffectsFigure,
  ethnicityByStatementFigure,
  ethnicityFigure,
  roleAloneFigure,
  smallGroupsFigure,
} from "../../src/charts/age-and-ethnicity/index.js";
import {
  fallFigure,
  guessFigure,
  noiseFigure,
  sizesFigure,
  wordsFigure,
} from "../../src/charts/case-closure/index.js";
import { collectionFigure } from "../../src/charts/collection.js";
import {
  changeFigure,
  feeByStatementFigure,
  historiesFigure,
  ladderFigure,
  parentsFigure,
  saidFigure,
  settlesFigure,
} from "../../src/charts/fee-impact/index.js";
import type { AnyFigure } from "../../src/charts/figure.js";
import { coverageFigure } from "../../src/charts/methods/coverage.js";
import { answersFigure, leftOutFigure, nonResponseFigure } from "../../src/charts/methods/lab.js";
import { movedFigure, spreadFigure } from "../../src/charts/methods/weights.js";
import { worldsFigure } from "../../src/charts/methods/worlds.js";
import {
  cellsFigure,
  driversFigure,
  gapsFigure,
  mixFigure,
  satisfactionFigure,
  sharesFigure,
} from "../../src/charts/parents-and-contact/index.js";
import { fromInterviewsFigure } from "../../src/charts/review/from-interviews.js";
import { verdictsFigure } from "../../src/charts/review/index.js";

/** The figures that every build draws. The rows of each are the table of the same name. */
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

/** Figures of what interviews give: a build without such interviews has their words for that in their place. */
export const FIGURES_OF_INTERVIEWS: readonly AnyFigure[] = [fromInterviewsFigure];

/** Every figure of the site. */
export const ALL_FIGURES: readonly AnyFigure[] = [...FIGURES, ...FIGURES_OF_INTERVIEWS];
