import { COMPATIBLE } from "./compatible/index.js";
import type { Generator } from "./generator.js";
import { REPEATED } from "./repeated/index.js";
import type { GeneratorId } from "./watermark.js";

/** What makes interviews up, by name. A generator adds itself here, and a further survey to its own `surveys`. */
export const GENERATORS: ReadonlyMap<GeneratorId, Generator> = new Map(
  [COMPATIBLE, REPEATED].map((generator) => [generator.id, generator]),
);
