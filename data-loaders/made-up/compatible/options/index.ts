import type { SurveyGenerator } from "../../generator.js";
import { watermark } from "../../watermark.js";
import { findWorld } from "../find-world.js";
import { drawOptions } from "./world.js";

/** Below this a month has too few interviews for its percentages to lie as steady as the report says. */
const LEAST = 6000;

/** Interviews on Options, of which no number is printed: 240 a month unless another number is asked for. */
export const OPTIONS: SurveyGenerator = {
  interviews: 7200,
  anyNumber: true,
  simulate(raw, { seed, interviews }) {
    if (interviews < LEAST)
      throw new RangeError(
        `${interviews} interviews are too few for months as steady as the report says; expected ${LEAST} or more`,
      );
    return findWorld(raw, seed, (stream) =>
      drawOptions(raw, stream, interviews, watermark("compatible", seed)),
    );
  },
};
