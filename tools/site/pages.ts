import type { AnyFigure } from "../../src/figures/figure.js";
import { groupsByHand } from "../../src/findings/age-and-ethnicity/blocks.js";
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
import { feeBlocks, feeByHand } from "../../src/findings/fee-impact/blocks.js";
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
import {
  answersFigure,
  leftOutFigure,
  nonResponseFigure,
} from "../../src/methods/simulated-interviews/figures/lab.js";
import { worldsFigure } from "../../src/methods/simulated-interviews/figures/worlds.js";
import { movedFigure, spreadFigure } from "../../src/methods/weights/figures.js";
import type { ByHandFigure } from "../../src/review/check-it/blocks.js";
import type { BlockMaker } from "./page.js";

/** The figures of findings and methods. The rows of each are the table of the same name. */
export const PAGE_FIGURES: readonly AnyFigure[] = [
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
  feeByStatementFigure,
  ethnicityByStatementFigure,
  ageByStatementFigure,
];

/** The figure that reviewers check by hand; null if none can be. */
export const BY_HAND: ByHandFigure | null = {
  href: "../findings/fee-impact#figure-fall-by-statement",
  title: "the fall after the fee, sentence by sentence",
};

/** Block makers of findings and methods. */
export const PAGE_BLOCKS: readonly BlockMaker[] = [
  feeBlocks,
  (_raw, tables, document) => feeByHand(tables, document),
  (_raw, tables, document) => groupsByHand(tables, document),
];
