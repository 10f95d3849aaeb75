import { COMPATIBLE } from "./compatible/index.js";
import type { Generator } from "./generator.js";
import { REPEATED } from "./repeated/index.js";
import type { GeneratorId } from "./watermark.js";

/** The generators by name. New generators are added here, new surveys in a generator's `surveys`. */
export const GENERATORS: ReadonlyMap<GeneratorId, Generator> = new Map(
  [COMPATIBLE, REPEATED].map((generator) => [generator.id, generator]),
);
