import { bounds } from "./bounds.js";
import { cube } from "./cube.js";
import { design } from "./design.js";
import { disclosure } from "./disclosure.js";
import { estimates } from "./estimates.js";
import { intervals } from "./intervals.js";
import { models } from "./models.js";
import type { Mutation } from "./mutation.js";
import { numeric } from "./numeric.js";
import { planning } from "./planning.js";
import { published } from "./published.js";
import { statements } from "./statements.js";
import { testing } from "./testing.js";
import { weighting } from "./weighting.js";

/** Every fault that the tests are held against. */
export const MUTATIONS: readonly Mutation[] = [
  ...[...design, ...estimates, ...intervals, ...testing, ...weighting],
  ...[...models, ...cube, ...planning, ...published, ...numeric],
  ...[...bounds, ...statements, ...disclosure],
];
