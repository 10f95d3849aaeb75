/** What makes interviews up. The two are never confused: one shows what fits, the other what chance does. */
export type GeneratorId = "compatible" | "repeated";

const WORDS: Record<GeneratorId, string> = {
  compatible: "compatible world",
  repeated: "repeated survey",
};

/** What the column `simulated` and every picture say of made-up interviews: "compatible world, seed 7". */
export const watermark = (generator: GeneratorId, seed: number): string =>
  `${WORDS[generator]}, seed ${seed}`;
