import type { Ask, BoundProblem } from "../../bounds/index.js";

/** A question to a set of statements, for one choice of the reader's options. */
export interface World {
  readonly problem: BoundProblem;
  readonly ask: Ask;
  /** Readers' names of the unknowns. */
  readonly labels: Readonly<Record<string, string>>;
}
