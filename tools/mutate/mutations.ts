import { cube } from "./cube.js";
import { design } from "./design.js";
import { estimates } from "./estimates.js";
import { intervals } from "./intervals.js";
import { models } from "./models.js";
import type { Mutation } from "./mutation.js";
import { numeric } from "./numeric.js";
import { planning } from "./planning.js";
import { published } from "./published.js";
import { testing } from "./testing.js";
import { weighting } from "./weighting.js";

/** Every fault that the tests of src/stats are held against. */
export const MUTATIONS: readonly Mutation[] = [
  ...[...design, ...estimates, ...intervals, ...testing, ...weighting],
  ...[...models, ...cube, ...planning, ...published, ...numeric],
];
