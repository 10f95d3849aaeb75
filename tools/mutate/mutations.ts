import { align } from "./align.js";
import { audit } from "./audit.js";
import { bounds } from "./bounds.js";
import { claims } from "./claims.js";
import { codebooks } from "./codebooks.js";
import { conflicts } from "./conflicts.js";
import { cube } from "./cube.js";
import { design } from "./design.js";
import { disclosure } from "./disclosure.js";
import { engine } from "./engine.js";
import { estimates } from "./estimates.js";
import { intervals } from "./intervals.js";
import { interviews } from "./interviews.js";
import { labs } from "./labs.js";
import { microdata } from "./microdata.js";
import { models } from "./models.js";
import type { Mutation } from "./mutation.js";
import { numeric } from "./numeric.js";
import { planning } from "./planning.js";
import { prose } from "./prose.js";
import { publish } from "./publish.js";
import { published } from "./published.js";
import { simulate } from "./simulate.js";
import { sources } from "./sources.js";
import { statements } from "./statements.js";
import { surveyWeights } from "./survey-weights.js";
import { testing } from "./testing.js";
import { weighting } from "./weighting.js";
import { written } from "./written.js";

/** Every fault that the tests are held against. */
export const MUTATIONS: readonly Mutation[] = [
  ...[...design, ...estimates, ...intervals, ...testing, ...weighting],
  ...[...models, ...cube, ...planning, ...published, ...numeric],
  ...[...bounds, ...statements, ...claims, ...audit, ...conflicts, ...written, ...sources],
  ...[...codebooks, ...microdata, ...engine, ...interviews, ...prose, ...align],
  ...[...disclosure, ...publish, ...simulate, ...surveyWeights, ...labs],
];
