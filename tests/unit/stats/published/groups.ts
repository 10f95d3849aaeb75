import fc from "fast-check";
import type { GroupProportion } from "../../../../src/stats/index.js";

/** A group whose proportion is a count of its interviews, away from 0 and 1. */
export const inner: fc.Arbitrary<GroupProportion> = fc
  .integer({ min: 3, max: 3000 })
  .chain((n) => fc.integer({ min: 1, max: n - 1 }).map((x) => Object.freeze({ p: x / n, n })));

export const RECEIVING = Object.freeze({ p: 0.47, n: 1152 });
export const PAYING = Object.freeze({ p: 0.31, n: 1079 });
