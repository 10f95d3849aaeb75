import type { Generator } from "./generator.js";
import { COMPATIBLE_SURVEYS, REPEATED_SURVEYS } from "./surveys.js";
import type { GeneratorId } from "./watermark.js";

/**
 * A compatible world: made-up interviews that agree with what publications print. Every base and every printed percentage
 * comes out, every lost one lies where the report leaves it, and every sentence that numbers decide is true of them, but for
 * those that the printed numbers contradict themselves.
 *
 * It shows that pipeline and publication fit together. It is one of many that would agree and none is likelier than another;
 * and since it was made to agree it has no sampling variation, so that it shows neither coverage nor power: the repeated
 * survey does.
 */
const COMPATIBLE: Generator = {
  id: "compatible",
  description: "one set of interviews that agrees with everything published, of many that would",
  surveys: COMPATIBLE_SURVEYS,
};

/**
 * A repeated survey: interviews drawn from a made-up population whose truth is known. It has the variation of sampling, so
 * that it alone shows coverage and power; it agrees with nothing published.
 */
const REPEATED: Generator = {
  id: "repeated",
  description: "a survey of a made-up population with known truth; agrees with nothing published",
  surveys: REPEATED_SURVEYS,
};

/** What makes interviews up, by name. */
export const GENERATORS: ReadonlyMap<GeneratorId, Generator> = new Map(
  [COMPATIBLE, REPEATED].map((generator) => [generator.id, generator]),
);
