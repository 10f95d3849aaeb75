import type { Cube } from "../../../src/stats/index.js";

/** Result of cubing a file or table. */
export interface Cubed {
  /** Cubes by id, in the order of the codebook's measures. */
  readonly cubes: ReadonlyMap<string, Cube>;
  readonly interviews: number;
  /** The generator, from the column `simulated`; null for real interviews. */
  readonly simulated: string | null;
  /** The executed statement. */
  readonly statement: string;
}

/** Called with the fraction done, 0 to 1. */
export type Progress = (part: number) => void;
