import type { Generator } from "../generator.js";

/**
 * A compatible world: made-up interviews that agree with what publications print. One of many that would: it has no sampling
 * variation, so that it shows neither coverage nor power.
 */
export const COMPATIBLE: Generator = {
  id: "compatible",
  description: "one set of interviews that agrees with everything published, of many that would",
  surveys: new Map(),
};
