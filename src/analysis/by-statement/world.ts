import type { Ask, BoundProblem } from "../../bounds/index.js";

/** What is asked of a set of statements, under one choice of the reader's. */
export interface World {
  readonly problem: BoundProblem;
  readonly ask: Ask;
  /** What readers call each unknown. */
  readonly labels: Readonly<Record<string, string>>;
}
