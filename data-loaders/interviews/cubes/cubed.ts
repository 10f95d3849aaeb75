import type { Cube } from "../../../src/stats/index.js";

/** What an engine gives of a file or table. */
export interface Cubed {
  /** By their ids, in the order of the codebook's measures. */
  readonly cubes: ReadonlyMap<string, Cube>;
  readonly interviews: number;
  /** What made up the interviews, as their column `simulated` says; null for interviews with people. */
  readonly simulated: string | null;
  /** The statement that was run. */
  readonly statement: string;
}

/** Called with the part of the work that is done, 0 to 1. */
export type Progress = (part: number) => void;
