import type { AnyFigure } from "../../src/figures/figure.js";
import type { ByHandFigure } from "../../src/review/check-it/blocks.js";
import type { BlockMaker } from "./page.js";

/** The figures of findings and methods. The rows of each are the table of the same name. */
export const PAGE_FIGURES: readonly AnyFigure[] = [];

/** The figure that reviewers check by hand; null if none can be. */
export const BY_HAND: ByHandFigure | null = null;

/** Block makers of findings and methods. */
export const PAGE_BLOCKS: readonly BlockMaker[] = [];
