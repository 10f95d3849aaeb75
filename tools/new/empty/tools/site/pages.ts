import type { AnyFigure } from "../../src/figures/figure.js";
import type { ByHandFigure } from "../../src/review/check-it/blocks.js";
import type { BlockMaker } from "./page.js";

/** The figures of findings and methods. The rows of each are the table of the same name. */
export const PAGE_FIGURES: readonly AnyFigure[] = [];

/** The figure that reviewers are asked to check by hand; null where none can be. */
export const BY_HAND: ByHandFigure | null = null;

/** The parts of findings and methods that are made from the tables. */
export const PAGE_BLOCKS: readonly BlockMaker[] = [];
