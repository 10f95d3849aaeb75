/** The kinds of made-up interviews: one shows what fits, the other what chance does. */
export type GeneratorId = "compatible" | "repeated";

const WORDS: Record<GeneratorId, string> = {
  compatible: "compatible world",
  repeated: "repeated survey",
};

/** Text in the column `simulated` and on every picture: "compatible world, seed 7". */
export const watermark = (generator: GeneratorId, seed: number): string =>
  `${WORDS[generator]}, seed ${seed}`;
